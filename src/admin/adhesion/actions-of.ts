import { BODIES, VOTES } from '../../adhesion/bodies.ts'
import { CLOSE_REASONS } from '../../adhesion/actions/close.ts'
import { CLOSE_REASON_LABELS } from '../../record/facts/labels.ts'
import { ACCEPTED } from '../../adhesion/actions/attach-files.ts'
import { lifterIn } from '../../adhesion/actions/reinstate.ts'
import { liftableBy } from '../../deliberation/lift-recusal.ts'
import { transition, type TransitionName } from '../../adhesion/lifecycle/transitions.ts'
import { wouldDecide } from '../../deliberation/tally.ts'
import { longestOf } from '../../input/longest.ts'
import { addDays, parisDay } from '../../lib/dates.ts'
import type { ActionGroups, ActionModel, FieldModel, Option, SessionModel } from '../actions/model.ts'
import type { Situation } from './situation.ts'
import { questionsIn } from './stored.ts'
import {
  ACTIONS,
  ANSWER_SOURCES,
  CHANGE_VOTE,
  CHOICES,
  DECIDES,
  FIELDS,
  SEND_APPROVED,
  TAKE_OVER,
  TIES,
} from './words.ts'

/** What the forms show besides how the application stands. */
export type Shown = Situation & { holderName: string | null; session: SessionModel | null }

/** Days that an applicant is given to answer, unless the secretariat says otherwise. */
const USUAL_DEADLINE = 21

const reason: FieldModel = {
  kind: 'textarea',
  name: 'reason',
  label: FIELDS.reason,
  required: true,
  longest: longestOf(BODIES.sendBack, 'reason'),
}

/** What each action asks for, by its endpoint's body. */
function fieldsOf(name: TransitionName, situation: Shown): FieldModel[] {
  const { adhesion, ballot, standing, at } = situation
  switch (name) {
    case 'requestInformation':
      return [
        {
          kind: 'textarea',
          name: 'question',
          label: FIELDS.question,
          required: true,
          longest: longestOf(BODIES.requestInformation, 'question'),
        },
        {
          kind: 'day',
          name: 'deadline',
          label: FIELDS.deadline,
          required: true,
          least: addDays(parisDay(at), 1),
          value: addDays(parisDay(at), USUAL_DEADLINE),
        },
      ]
    case 'answer':
      return [
        {
          kind: 'textarea',
          name: 'answer',
          label: FIELDS.answer,
          required: true,
          longest: longestOf(BODIES.answer, 'answer'),
        },
        { kind: 'radio', name: 'source', label: FIELDS.source, required: true, options: optionsFrom(ANSWER_SOURCES) },
      ]
    case 'cancelRequest':
    case 'sendBack':
      return [reason]
    case 'putToBureau':
      return [
        {
          kind: 'text',
          name: 'powerToBind.source',
          label: FIELDS.power,
          help: FIELDS.powerHelp,
          required: true,
          longest: longestOf(BODIES.putToBureau, 'powerToBind.source'),
          value: adhesion.powerToBind?.source ?? '',
        },
      ]
    case 'castVote':
      return [
        { kind: 'radio', name: 'choice', label: FIELDS.choice, required: true, options: voteOptions(situation) },
        {
          kind: 'textarea',
          name: 'reason',
          label: FIELDS.choiceReason,
          help: FIELDS.choiceReasonHelp,
          longest: longestOf(BODIES.castVote, 'reason'),
        },
      ]
    case 'reinstate': {
      const declared = ballot ? liftableBy(ballot, lifterIn(situation)) : []
      return [
        {
          kind: 'radio',
          name: 'person',
          label: FIELDS.person,
          required: true,
          options: declared.map(({ person, name: label }) => ({ value: person, label })),
        },
        reason,
      ]
    }
    case 'answerQuestion': {
      const asked = new Map(ballot ? questionsIn(ballot).map(({ person, name: label }) => [person, label]) : [])
      return [
        {
          kind: 'radio',
          name: 'person',
          label: FIELDS.questioned,
          required: true,
          options: [...asked].map(([value, label]) => ({ value, label })),
        },
        { kind: 'radio', name: 'answer', label: FIELDS.tie, required: true, options: optionsFrom(TIES) },
        reason,
      ]
    }
    case 'notifyRefusal':
      return refusalFields(situation)
    case 'close':
      return [
        {
          kind: 'radio',
          name: 'reason',
          label: FIELDS.closeReason,
          required: true,
          options: CLOSE_REASONS.map((value) => ({ value, label: CLOSE_REASON_LABELS[value] })),
        },
        { kind: 'textarea', name: 'note', label: FIELDS.closeNote, longest: longestOf(BODIES.close, 'note') },
      ]
    case 'reopen':
      return [
        reason,
        ...(adhesion.status === 'rejected' && !adhesion.reopenAgreement
          ? [
              {
                kind: 'text',
                name: 'minutesReference',
                label: FIELDS.minutesReference,
                help: FIELDS.minutesHelp,
                longest: longestOf(BODIES.reopen, 'minutesReference'),
                required: !standing.roles.has('chair'),
              } as const,
            ]
          : []),
      ]
    case 'note':
      return [
        { kind: 'textarea', name: 'text', label: FIELDS.note, required: true, longest: longestOf(BODIES.note, 'text') },
        ...(adhesion.status === 'rejected' && standing.roles.has('chair') && !adhesion.reopenAgreement
          ? [{ kind: 'checkbox', name: 'agreesToReopen', label: FIELDS.agrees } as const]
          : []),
      ]
    case 'attach':
      return [
        {
          kind: 'file',
          name: 'file',
          label: FIELDS.file,
          required: true,
          accept: Object.entries(ACCEPTED)
            .flatMap(([type, extension]) => [type, `.${extension}`])
            .join(','),
        },
        { kind: 'text', name: 'title', label: FIELDS.fileTitle, longest: longestOf(BODIES.attach, 'title') },
      ]
    default:
      return []
  }
}

const optionsFrom = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

function voteOptions({ round, standing: { person } }: Shown): Option[] {
  return VOTES.map((value) => {
    const outcome = round && person ? wouldDecide(round.input, person, value) : null
    const warning =
      outcome === null ? undefined : value === 'recused' ? DECIDES.recusal(outcome) : DECIDES.vote(outcome)
    return { value, label: CHOICES[value], ...(warning ? { warning } : {}) }
  })
}

const presides = ({ standing }: Shown) => standing.roles.has('presiding') && !standing.recused

function refusalFields(situation: Shown): FieldModel[] {
  const text: FieldModel = {
    kind: 'textarea',
    name: 'text',
    label: FIELDS.refusalText,
    required: true,
    longest: longestOf(BODIES.notifyRefusal, 'text'),
    value: situation.adhesion.refusal?.text ?? '',
  }
  // The secretariat sends exactly the text that was approved: it stands in the consequence, not in a field.
  if (!presides(situation)) return []
  return [
    text,
    {
      kind: 'radio',
      name: 'send',
      label: FIELDS.send,
      required: true,
      asFlag: true,
      value: 'true',
      options: [
        { value: 'true', label: FIELDS.sendNow },
        { value: 'false', label: FIELDS.sendLater },
      ],
    },
  ]
}

function actionOf(name: TransitionName, situation: Shown): ActionModel[] {
  const row = transition(name)
  const words = ACTIONS[name]
  if (row.endpoint === undefined || words === undefined) return []
  const { adhesion, session } = situation
  const model: ActionModel = {
    name,
    url: `/api/adhesions/${adhesion.id}/${row.endpoint}`,
    button: words.button ?? row.label,
    title: words.title,
    consequence: words.consequence,
    confirm: words.confirm,
    done: words.done,
    fields: fieldsOf(name, situation),
  }
  return [
    { ...model, ...variantOf(name, situation), ...(name === 'recordSessionDecision' && session ? { session } : {}) },
  ]
}

function variantOf(name: TransitionName, situation: Shown): Partial<ActionModel> {
  const { holder, holderName, round, adhesion } = situation
  if (name === 'claim' && holder === 'colleague' && holderName) {
    return {
      button: TAKE_OVER.button,
      title: TAKE_OVER.title,
      confirm: TAKE_OVER.button,
      consequence: TAKE_OVER.consequence(holderName),
    }
  }
  if (name === 'castVote' && round?.own) return { button: CHANGE_VOTE, title: CHANGE_VOTE }
  if (name === 'notifyRefusal' && !presides(situation))
    return { ...SEND_APPROVED, title: SEND_APPROVED.button, fixed: { text: adhesion.refusal?.text ?? '' } }
  return {}
}

const RECORD: readonly TransitionName[] = ['note', 'attach']

/** What somebody would do first, in this order; the rest is there, less loud. */
function mainOf(available: readonly TransitionName[], { holder, round, adhesion }: Shown): TransitionName | null {
  const wishes: TransitionName[] = [
    'confirmSessionDecision',
    ...(round?.own ? [] : (['castVote'] as const)),
    'notifyRefusal',
    ...(holder === 'self' ? (['putToBureau'] as const) : (['claim'] as const)),
    'answer',
    ...(adhesion.status === 'referred' ? (['recordSessionDecision'] as const) : []),
    'resendLink',
  ]
  return wishes.find((wish) => available.includes(wish)) ?? null
}

/** The buttons for exactly what this person may do now. */
export function actionsOf(situation: Shown): ActionGroups {
  const available = situation.offered.map(({ name }) => name)
  const main = mainOf(available, situation)
  const models = (names: readonly TransitionName[]) => names.flatMap((name) => actionOf(name, situation))
  return {
    main: main === null ? null : (models([main])[0] ?? null),
    others: models(available.filter((name) => name !== main && !RECORD.includes(name))),
    record: models(available.filter((name) => RECORD.includes(name))),
  }
}
