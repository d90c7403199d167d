import type { z } from 'zod'
import { CHOICES } from '../deliberation/majority.ts'
import {
  choice,
  day,
  fields,
  flag,
  id,
  list,
  optional,
  optionalList,
  optionalText,
  part,
  text,
  textOrNull,
  whole,
} from '../input/fields.ts'
import { issue } from '../input/issue.ts'
import { LENGTHS } from '../input/lengths.ts'
import { together } from '../input/together.ts'
import { CLOSE_REASONS } from './actions/close.ts'

const REASON = 2_000
const LONG = 10_000
const several = { lines: 'several' } as const

/** How an answer reached the association, when the secretariat enters it. */
const ANSWER_SOURCES = ['letter', 'phone', 'email'] as const

/** What a question about an elector is answered. */
const QUESTION_ANSWERS = ['conflict', 'no-conflict'] as const

/** What an elector may say in an online round. */
export const VOTES = [...CHOICES, 'recused'] as const

/** The body of an action on a file: its fields, and the revision that the caller acted on, where it was sent. */
const body = <Shape extends z.ZodRawShape>(shape: Shape) => fields({ ...shape, rev: optional(whole()) })

const reason = () => text(REASON, several)

/** Somebody represented: the person's id, or with whom the proxy is. */
const proxy = () =>
  id()
    .transform((elector) => ({ elector, by: null }))
    .or(fields({ person: id(), by: textOrNull(64) }).transform(({ person: elector, by }) => ({ elector, by })))

/** What `POST /api/adhesions/:id/<action>` takes, by action: one law for the API, the panel's forms and the description. */
export const BODIES = {
  claim: body({}),
  release: body({}),
  requestInformation: body({ question: text(LONG, several), deadline: day() }),
  answer: body({ answer: text(LONG, several), source: choice(ANSWER_SOURCES) }),
  cancelRequest: body({ reason: reason() }),
  putToBureau: body({ powerToBind: part({ source: text(500) }) }),
  castVote: body({ choice: choice(VOTES), reason: optionalText(REASON, several) }),
  sendBack: body({ reason: reason() }),
  reinstate: body({ reason: reason(), person: optionalText(64) }),
  answerQuestion: body({ person: id(), answer: choice(QUESTION_ANSWERS), reason: reason() }),
  /** Persons by id; `voices` by name, or `counts`. */
  recordSessionDecision: together(
    body({
      sessionDay: day(),
      minutesReference: text(LENGTHS.minutesReference),
      present: optionalList(id()),
      represented: optionalList(proxy()),
      recused: optionalList(id()),
      presiding: optionalText(64),
      voices: optional(list(fields({ person: id(), choice: choice(CHOICES) }))),
      counts: optional(
        fields({ for: whole(), against: whole(), abstain: whole(), chairChoice: optional(choice(CHOICES)) }),
      ),
    }),
    ({ voices, counts }) => ((voices ?? counts) ? [] : [['voices', issue('required')]]),
  ),
  confirmSessionDecision: body({}),
  notifyRefusal: body({ text: text(LONG, several), send: optional(flag()) }),
  close: body({ reason: choice(CLOSE_REASONS), note: optionalText(REASON, several) }),
  reopen: body({ reason: reason(), minutesReference: optionalText(LENGTHS.minutesReference) }),
  note: body({ text: text(LONG, several), agreesToReopen: optional(flag()) }),
  resendLink: body({}),
  /** Beside its files, in `multipart/form-data`. */
  attach: body({ title: optionalText(120) }),
} as const
