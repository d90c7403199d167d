import { ANSWER_SOURCES } from '../../adhesion/actions/answer.ts'
import { QUESTION_ANSWERS } from '../../adhesion/actions/answer-question.ts'
import { ACCEPTED } from '../../adhesion/actions/attach-files.ts'
import { VOTES } from '../../adhesion/actions/cast-vote.ts'
import { CLOSE_REASONS } from '../../adhesion/actions/close.ts'
import { CORRECTION_SOURCES } from '../../adhesion/actions/correct.ts'
import { lifterIn } from '../../adhesion/actions/reinstate.ts'
import type { StaffAction } from '../../adhesion/lifecycle/action.ts'
import type { SentTo, StaffActionName } from '../../adhesion/lifecycle/transitions.ts'
import { liftableBy } from '../../deliberation/lift-recusal.ts'
import { wouldDecide } from '../../deliberation/tally.ts'
import { isRequiredIn, longestOf } from '../../input/longest.ts'
import { addDays, parisDay } from '../../lib/dates.ts'
import { CLOSE_REASON_LABELS } from '../../record/facts/labels.ts'
import type { FieldModel, Option, SessionModel } from '../actions/model.ts'
import { declaredFields } from './declared-fields.ts'
import type { Situation } from './situation.ts'
import { questionsIn } from './stored.ts'
import { ANSWERS, CHOICES, CORRECTED_UPON, DECIDES, ENTRIES, FIELDS, TIES } from './words.ts'

/** What the forms show besides how the application stands. */
export type Shown = Situation & { holderName: string | null; session: SessionModel | null }

/** Days that an applicant is given to answer, unless the secretariat says otherwise. */
const USUAL_DEADLINE = 21

/** One field of a form, under its name in the body, which says whether it is required and how long it may be. */
type Asked = Omit<FieldModel, 'name' | 'longest'>

/** A form asks for what its action takes: for every field of the body, in the order in which they stand here; null where not now. */
type Form<Sent> = {
  [Name in keyof Sent]-?: NonNullable<Sent[Name]> extends object ? Form<NonNullable<Sent[Name]>> : Asked | null
}

/** The minutes of a session have a form of their own, `sessionBody`, and what is declared one that its table makes. */
type Formed = Exclude<StaffActionName, 'recordSessionDecision' | 'correctOnBehalf'>

const reason: Asked = { kind: 'textarea', label: FIELDS.reason }

/** Actions that make sense on several files at once. */
export const ON_SEVERAL = ['claim', 'putToBureau', 'requestInformation', 'close'] as const satisfies readonly Formed[]

type OnSeveral = (typeof ON_SEVERAL)[number]

/** What these ask follows from the day alone, and on one file from what it holds. */
type OfAny = Pick<Shown, 'at'> & { adhesion?: Pick<Shown['adhesion'], 'powerToBind'> }

const FORMS_ON_SEVERAL: { readonly [Name in OnSeveral]: (shown: OfAny) => Form<SentTo<Name>> } = {
  claim: () => ({}),
  requestInformation: ({ at }) => ({
    question: { kind: 'textarea', label: FIELDS.question },
    deadline: {
      kind: 'day',
      label: FIELDS.deadline,
      least: addDays(parisDay(at), 1),
      value: addDays(parisDay(at), USUAL_DEADLINE),
    },
  }),
  putToBureau: ({ adhesion }) => ({
    powerToBind: {
      source: {
        kind: 'text',
        label: FIELDS.power,
        help: FIELDS.powerHelp,
        value: adhesion?.powerToBind?.source ?? '',
      },
    },
  }),
  close: () => ({
    reason: { kind: 'radio', label: FIELDS.closeReason, options: optionsOf(CLOSE_REASONS, CLOSE_REASON_LABELS) },
    note: { kind: 'textarea', label: FIELDS.closeNote },
  }),
}

const FORMS: { readonly [Name in Formed]: (shown: Shown) => Form<SentTo<Name>> } = {
  ...FORMS_ON_SEVERAL,
  resendLink: () => ({}),
  release: () => ({}),
  answer: () => ({
    answer: { kind: 'textarea', label: FIELDS.answer },
    source: { kind: 'radio', label: FIELDS.source, options: optionsOf(ANSWER_SOURCES, ANSWERS) },
  }),
  cancelRequest: () => ({ reason }),
  castVote: (shown) => ({
    choice: { kind: 'radio', label: FIELDS.choice, options: voteOptions(shown) },
    reason: { kind: 'textarea', label: FIELDS.choiceReason, help: FIELDS.choiceReasonHelp },
  }),
  sendBack: () => ({ reason }),
  reinstate: (shown) => ({
    person: {
      kind: 'radio',
      label: FIELDS.person,
      required: true,
      options: (shown.round ? liftableBy(shown.round, lifterIn(shown)) : []).map(optionOf),
    },
    reason,
  }),
  answerQuestion: ({ round }) => ({
    person: {
      kind: 'radio',
      label: FIELDS.questioned,
      options: [...new Map((round ? questionsIn(round) : []).map((each) => [each.person, optionOf(each)])).values()],
    },
    answer: { kind: 'radio', label: FIELDS.tie, options: optionsOf(QUESTION_ANSWERS, TIES) },
    reason,
  }),
  cancelSessionRecord: () => ({ reason }),
  disputeSessionRecord: () => ({ reason: { kind: 'textarea', label: FIELDS.dispute } }),
  confirmSessionDecision: () => ({}),
  // The secretariat sends exactly the text that was approved: it stands in the consequence, not in a field.
  notifyRefusal: (shown) =>
    presides(shown)
      ? {
          text: { kind: 'textarea', label: FIELDS.refusalText, value: shown.adhesion.refusal?.text ?? '' },
          send: {
            kind: 'radio',
            label: FIELDS.send,
            required: true,
            asFlag: true,
            value: 'true',
            options: [
              { value: 'true', label: FIELDS.sendNow },
              { value: 'false', label: FIELDS.sendLater },
            ],
          },
        }
      : { text: null, send: null },
  askNewSignature: () => ({}),
  reopen: (shown) => ({
    reason,
    minutesReference: isAgreementOpen(shown)
      ? {
          kind: 'text',
          label: FIELDS.minutesReference,
          help: FIELDS.minutesHelp,
          required: !shown.standing.roles.has('chair'),
        }
      : null,
  }),
  note: (shown) => ({
    text: { kind: 'textarea', label: FIELDS.note },
    agreesToReopen:
      isAgreementOpen(shown) && shown.standing.roles.has('chair') ? { kind: 'checkbox', label: FIELDS.agrees } : null,
  }),
  erase: ({ entries }) => ({
    entry: {
      kind: 'select',
      label: FIELDS.entry,
      options: entries.map(({ id, what, title }) => ({ value: id, label: ENTRIES[what](title) })),
    },
    reason,
  }),
  write: () => ({ text: { kind: 'textarea', label: FIELDS.message } }),
  attach: () => ({ title: { kind: 'text', label: FIELDS.fileTitle } }),
}

/** A refused application that the chair has not agreed to reopen. */
const isAgreementOpen = ({ adhesion }: Shown): boolean => adhesion.status === 'rejected' && !adhesion.reopenAgreement

/** Whether a person presides over an application, so that the words of a refusal are theirs. */
export const presides = ({ standing }: Shown): boolean => standing.roles.has('presiding') && !standing.recused

const optionOf = ({ person, name }: { person: string; name: string }): Option => ({ value: person, label: name })

const optionsOf = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>): Option[] =>
  values.map((value) => ({ value, label: labels[value] }))

function voteOptions({ count, standing: { person } }: Shown): Option[] {
  return VOTES.map((value) => {
    const outcome = count && person ? wouldDecide(count.input, person, value) : null
    const warning =
      outcome === null ? undefined : value === 'recused' ? DECIDES.recusal(outcome) : DECIDES.vote(outcome)
    return { value, label: CHOICES[value], ...(warning ? { warning } : {}) }
  })
}

/** A form, or a part of one, of whatever action. */
type AnyForm = { readonly [name: string]: Asked | AnyForm | null }

const isAsked = (field: Asked | AnyForm): field is Asked => typeof field['kind'] === 'string'

function modelsOf(body: StaffAction['body'], form: AnyForm, under = ''): FieldModel[] {
  return Object.entries(form).flatMap(([key, field]): FieldModel[] => {
    const name = `${under}${key}`
    if (field === null) return []
    if (!isAsked(field)) return modelsOf(body, field, `${name}.`)
    const longest = field.kind === 'text' || field.kind === 'textarea' ? { longest: longestOf(body, name) } : {}
    return [{ name, required: isRequiredIn(body, name), ...longest, ...field }]
  })
}

/** What an action asks for, by its body; files come first where it is about them. */
export function fieldsOf(
  { name, body, filesIn, filesOptional }: StaffAction<StaffActionName>,
  shown: Shown,
): FieldModel[] {
  if (name === 'recordSessionDecision') return []
  if (name === 'correctOnBehalf') return [CORRECTED, ...declaredFields(shown.adhesion)]
  const fields = modelsOf(body, FORMS[name](shown))
  if (filesIn === undefined) return fields
  return filesOptional ? [...fields, fileField(filesIn, false)] : [fileField(filesIn, true), ...fields]
}

/** What an action on several files asks for, once for all of them. */
export const fieldsOnSeveral = (name: OnSeveral, body: StaffAction['body'], at: Date): FieldModel[] =>
  modelsOf(body, FORMS_ON_SEVERAL[name]({ at }))

const CORRECTED: FieldModel = {
  kind: 'radio',
  name: 'source',
  label: FIELDS.correctedUpon,
  required: true,
  options: optionsOf(CORRECTION_SOURCES, CORRECTED_UPON),
}

const fileField = (name: string, required: boolean): FieldModel => ({
  kind: 'file',
  name,
  label: FIELDS.file,
  required,
  accept: Object.entries(ACCEPTED)
    .flatMap(([type, extension]) => [type, `.${extension}`])
    .join(','),
})
