import type { StaffAction } from '../../adhesion/lifecycle/action.ts'
import type { StaffActionName } from '../../adhesion/lifecycle/transitions.ts'
import type { ActionGroups, ActionModel } from '../actions/model.ts'
import { fieldsOf, presides, type Shown } from './forms.ts'
import { ACTIONS, CHANGE_VOTE, SEND_APPROVED, TAKE_OVER } from './words.ts'

function actionOf(action: StaffAction<StaffActionName>, situation: Shown): ActionModel {
  const { name, endpoint, label } = action
  const { adhesion, session } = situation
  return {
    name,
    url: `/api/adhesions/${adhesion.id}/${endpoint}`,
    button: label,
    title: label,
    confirm: label,
    ...ACTIONS[name],
    fields: fieldsOf(action, situation),
    ...variantOf(name, situation),
    ...(name === 'recordSessionDecision' && session ? { session } : {}),
  }
}

function variantOf(name: StaffActionName, situation: Shown): Partial<ActionModel> {
  const { holder, holderName, count, adhesion } = situation
  if (name === 'claim' && holder === 'colleague' && holderName) {
    return {
      button: TAKE_OVER.button,
      title: TAKE_OVER.button,
      confirm: TAKE_OVER.button,
      consequence: TAKE_OVER.consequence(holderName),
    }
  }
  if (name === 'castVote' && count?.own) return { button: CHANGE_VOTE, title: CHANGE_VOTE }
  if (name === 'notifyRefusal' && !presides(situation))
    return { ...SEND_APPROVED, title: SEND_APPROVED.button, fixed: { text: adhesion.refusal?.text ?? '' } }
  return {}
}

const RECORD: readonly StaffActionName[] = ['note', 'attach', 'write', 'erase']

/** What somebody would do first, in this order; the rest is there, less loud. */
function mainOf(available: readonly StaffActionName[], { holder, count, adhesion }: Shown): StaffActionName | null {
  const wishes: StaffActionName[] = [
    'confirmSessionDecision',
    ...(count?.own ? [] : (['castVote'] as const)),
    'notifyRefusal',
    'askNewSignature',
    ...(holder === 'self' ? (['putToBureau'] as const) : (['claim'] as const)),
    'answer',
    ...(adhesion.status === 'referred' ? (['recordSessionDecision'] as const) : []),
    'resendLink',
  ]
  return wishes.find((wish) => available.includes(wish)) ?? null
}

/** The buttons for exactly what this person may do now. */
export function actionsOf(situation: Shown): ActionGroups {
  const { offered } = situation
  const main = mainOf(
    offered.map(({ name }) => name),
    situation,
  )
  const models = (chosen: (name: StaffActionName) => boolean) =>
    offered.filter(({ name }) => chosen(name)).map((action) => actionOf(action, situation))
  return {
    main: models((name) => name === main)[0] ?? null,
    others: models((name) => name !== main && !RECORD.includes(name)),
    record: models((name) => RECORD.includes(name)),
  }
}
