import type { Payload } from 'payload'
import type { Actor } from '../../adhesion/actor.ts'
import { castVote } from '../../adhesion/cast-vote.ts'
import { claim, release } from '../../adhesion/claim.ts'
import { close, CLOSE_REASONS } from '../../adhesion/close.ts'
import { confirmSessionDecision } from '../../adhesion/confirm-session.ts'
import { note } from '../../adhesion/note.ts'
import { notifyRefusal } from '../../adhesion/notify-refusal.ts'
import { putToBureau } from '../../adhesion/put-to-bureau.ts'
import { reinstate } from '../../adhesion/reinstate.ts'
import { reopen } from '../../adhesion/reopen.ts'
import { cancelRequest, requestInformation } from '../../adhesion/request-information.ts'
import { sendBack } from '../../adhesion/send-back.ts'
import { recordSessionDecision } from '../../adhesion/session.ts'
import type { TransitionName } from '../../adhesion/transitions.ts'
import type { BodyReader } from './body.ts'
import { readSession } from './session-body.ts'

const REASON = 2_000
const LONG = 10_000

type StaffAct = { payload: Payload; id: string; actor: Actor; rev: number | undefined }

/** One endpoint of a file: the transition it performs, and how its body becomes a call of one use-case. */
export type StaffAction = {
  transition: TransitionName
  /** Reads the body. @throws DomainError 400. The returned function acts. */
  read: (reader: BodyReader) => (act: StaffAct) => Promise<object>
}

/** Reads the body to its end before anything acts. */
function reading<Values>(
  take: (reader: BodyReader) => Values,
  act: (given: StaffAct, values: Values) => Promise<object>,
): StaffAction['read'] {
  return (reader) => {
    const values = take(reader)
    reader.end()
    return (given) => act(given, values)
  }
}

const nothing = () => ({})
const reason = (reader: BodyReader) => ({ reason: reader.text('reason', REASON) })

/** What `POST /api/adhesions/:id/<name>` does, by name. */
export const STAFF_ACTIONS: Readonly<Record<string, StaffAction>> = {
  claim: { transition: 'claim', read: reading(nothing, ({ payload, ...act }) => claim(payload, act)) },
  release: { transition: 'release', read: reading(nothing, ({ payload, ...act }) => release(payload, act)) },
  'request-information': {
    transition: 'requestInformation',
    read: reading(
      (reader) => ({ question: reader.text('question', LONG), deadline: reader.day('deadline') }),
      ({ payload, ...act }, values) => requestInformation(payload, { ...act, ...values }),
    ),
  },
  'cancel-request': {
    transition: 'cancelRequest',
    read: reading(reason, ({ payload, ...act }, values) => cancelRequest(payload, { ...act, ...values })),
  },
  'put-to-bureau': {
    transition: 'putToBureau',
    read: reading(
      (reader) => {
        const source = reader.group('powerToBind', (group) => group.text('source', 500))
        if (source === undefined) reader.fault('powerToBind', 'required')
        return { source: source ?? '' }
      },
      ({ payload, ...act }, values) => putToBureau(payload, { ...act, ...values }),
    ),
  },
  vote: {
    transition: 'castVote',
    read: reading(
      (reader) => ({
        choice: reader.choice('choice', ['for', 'against', 'abstain', 'recused']) ?? 'abstain',
        reason: reader.optionalText('reason', REASON),
      }),
      ({ payload, ...act }, values) => castVote(payload, { ...act, ...values }),
    ),
  },
  'send-back': {
    transition: 'sendBack',
    read: reading(reason, ({ payload, ...act }, values) => sendBack(payload, { ...act, ...values })),
  },
  reinstate: {
    transition: 'reinstate',
    read: reading(
      (reader) => ({ ...reason(reader), person: reader.optionalText('person', 64) }),
      ({ payload, ...act }, values) => reinstate(payload, { ...act, ...values }),
    ),
  },
  'record-session-decision': {
    transition: 'recordSessionDecision',
    read: reading(readSession, ({ payload, ...act }, record) => recordSessionDecision(payload, { ...act, record })),
  },
  'confirm-session-decision': {
    transition: 'confirmSessionDecision',
    read: reading(nothing, ({ payload, ...act }) => confirmSessionDecision(payload, act)),
  },
  'notify-refusal': {
    transition: 'notifyRefusal',
    read: reading(
      (reader) => ({ text: reader.text('text', LONG), send: reader.flag('send') }),
      ({ payload, ...act }, values) => notifyRefusal(payload, { ...act, ...values }),
    ),
  },
  close: {
    transition: 'close',
    read: reading(
      (reader) => ({
        reason: reader.choice('reason', CLOSE_REASONS) ?? 'duplicate',
        note: reader.optionalText('note', REASON),
      }),
      ({ payload, ...act }, values) => close(payload, { ...act, ...values }),
    ),
  },
  reopen: {
    transition: 'reopen',
    read: reading(
      (reader) => ({ ...reason(reader), minutesReference: reader.optionalText('minutesReference', 200) }),
      ({ payload, ...act }, values) => reopen(payload, { ...act, ...values }),
    ),
  },
  note: {
    transition: 'note',
    read: reading(
      (reader) => ({ text: reader.text('text', LONG), agreesToReopen: reader.flag('agreesToReopen') }),
      ({ payload, ...act }, values) => note(payload, { ...act, ...values }),
    ),
  },
}
