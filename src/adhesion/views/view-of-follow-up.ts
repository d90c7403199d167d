import { createLocalReq, type Payload } from 'payload'
import { findById, findFirst } from '../../db/find.ts'
import { now } from '../../lib/clock.ts'
import type { Day } from '../../lib/dates.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { Adhesion, InformationRequest } from '../../payload-types.ts'
import { mailWaitsUntil } from '../../record/waiting-mail.ts'
import { type Case, isOffered, judgementOf, offeredOn } from '../lifecycle/action.ts'
import { NO_CLIENT } from '../lifecycle/actor.ts'
import { ACCEPTED, MOST_FILES } from '../actions/attach-files.ts'
import { CLOSINGS, type Closing } from '../actions/close.ts'
import type { Declaration, Kind } from '../declaration/declaration-types.ts'
import { CHANGE_REPRESENTATIVE } from '../actions/correct.ts'
import { declaredOn } from '../declaration/declared.ts'
import { expiryDay } from '../lifecycle/expiry.ts'
import { historyFor, type HistoryEntry } from './history.ts'
import { conversationOf, type Message } from './conversation.ts'
import { filesShown, type FileShown } from './files-of-applicant.ts'
import { problemOf, type LinkProblem } from '../links/dead-link.ts'
import { fullName } from '../declaration/names.ts'
import { readLink } from '../links/open-link.ts'
import { standingOn } from '../lifecycle/present.ts'
import { idOf } from '../../lib/ids.ts'
import { stateForApplicant, type State } from '../lifecycle/states.ts'
import { isOfSigning, LINK_ACTIONS, type LinkActionName, type SigningActionName } from '../lifecycle/transitions.ts'
import { WITHDRAW } from '../actions/withdraw.ts'

/**
 * What may be asked for by a follow-up link: the actions of the table, and the correction that names another
 * representative. Who signs has a link of its own.
 */
export type AskedByLink = Exclude<LinkActionName, SigningActionName> | 'changeRepresentative'

/** How many files may come at once, of what size and types. */
type FileLimits = { count: number; megabytes: number; types: string[] }

/** Everything that the follow-up page shows; nothing in it is the office's. */
export type FollowUpView =
  | {
      state: 'open'
      /** Whose link it is: the contact's, or the representative's own. */
      purpose: 'follow-up' | 'representative-follow-up'
      adhesionId: string
      rev: number
      file: {
        reference: string
        kind: Kind
        organisationName: string
        state: State
        representative: { name: string; email: string }
        signBefore?: Day
        decidedOn?: Day
        effectiveOn?: Day
        refusal?: string
        closing?: Closing
      }
      isSigned: boolean
      /** When the last of the e-mails leaves that have to wait. */
      mailWaitsUntil?: Date
      history: HistoryEntry[]
      messages: Message[]
      /** What the applicant sent with the application, an answer or a message, and what the secretariat sent with one. */
      files: FileShown[]
      limits: FileLimits
      request?: {
        question: string
        askedAt: Date
        deadline: Day
      }
      offered: ReadonlySet<AskedByLink>
      /** It may still be withdrawn, by the representative's own link alone. */
      withdrawByRepresentative: boolean
      declaration: Declaration
    }
  | { state: 'dead'; problem: LinkProblem }

/** What a follow-up link shows, of the contact or of the representative. */
export async function viewOfFollowUp(payload: Payload, token: string): Promise<FollowUpView> {
  const link = await readLink(payload, token, 'follow-up')
  if (!link) return { state: 'dead', problem: 'wrong' }
  if (link.state !== 'live') return { state: 'dead', problem: problemOf[link.state] }
  const adhesion = await findById({ payload }, 'adhesions', link.id)
  if (!adhesion) return { state: 'dead', problem: 'wrong' }
  const state = stateForApplicant(adhesion.status, Boolean(adhesion.refusal?.notifiedAt))
  const representative = link.capability.purpose === 'representative-follow-up'
  const actor = {
    kind: representative ? 'representative' : 'applicant',
    capability: link.capability.uid,
    client: NO_CLIENT,
  } as const
  const req = await createLocalReq({}, payload)
  // By the state that the applicant may know: what is offered would else tell of a refusal before its letter.
  const known: Case = {
    unit: { payload, req },
    adhesion: { ...adhesion, status: state },
    standing: await standingOn(payload, req, adhesion, actor),
    actor,
    at: now(),
  }
  const offered = new Set<AskedByLink>()
  for (const { name } of await offeredOn(known, LINK_ACTIONS)) if (!isOfSigning(name)) offered.add(name)
  if (await isOffered(CHANGE_REPRESENTATIVE, known)) offered.add('changeRepresentative')
  const waitsUntil = await mailWaitsUntil(payload, `adhesion:${adhesion.id}`)
  const messages = await conversationOf(payload, adhesion.id)
  return {
    state: 'open',
    purpose: representative ? 'representative-follow-up' : 'follow-up',
    adhesionId: adhesion.id,
    rev: adhesion.rev,
    file: await followed(payload, adhesion, state),
    isSigned: idOf(adhesion.signature) !== null,
    ...(waitsUntil ? { mailWaitsUntil: waitsUntil } : {}),
    history: await historyFor(payload, adhesion.id),
    messages,
    files: await filesShown(payload, adhesion.id, messages),
    limits: { count: MOST_FILES, megabytes: settingsOf(payload).LIMIT_UPLOAD_MB, types: Object.keys(ACCEPTED) },
    ...(offered.has('answer') ? { request: await question(payload, adhesion.id) } : {}),
    offered,
    withdrawByRepresentative: (await judgementOf(WITHDRAW, known)) === 'representative-only',
    declaration: declaredOn(adhesion),
  }
}

type Followed = Extract<FollowUpView, { state: 'open' }>['file']

async function followed(payload: Payload, adhesion: Adhesion, state: State): Promise<Followed> {
  const { representative } = adhesion
  const decided = state === 'validated' || state === 'rejected'
  const memberId = state === 'validated' ? idOf(adhesion.member) : null
  const member = memberId === null ? null : await findById({ payload }, 'members', memberId)
  const closing = CLOSINGS.find((reason) => reason === adhesion.closeReason)
  return {
    reference: adhesion.reference,
    kind: adhesion.kind,
    organisationName: adhesion.organisation.legalName,
    state,
    representative: { name: fullName(representative), email: representative?.email ?? '' },
    ...(state === 'awaiting-signature' ? { signBefore: expiryDay(adhesion) } : {}),
    ...(decided && adhesion.decidedOn ? { decidedOn: adhesion.decidedOn } : {}),
    ...(member?.effectiveOn ? { effectiveOn: member.effectiveOn } : {}),
    ...(state === 'rejected' && adhesion.refusal?.text ? { refusal: adhesion.refusal.text } : {}),
    ...(state === 'closed' && closing ? { closing } : {}),
  }
}

async function question(
  payload: Payload,
  adhesionId: string,
): Promise<Extract<FollowUpView, { state: 'open' }>['request']> {
  const request = await openQuestion(payload, adhesionId)
  if (!request) return undefined
  return {
    question: request.question,
    askedAt: new Date(request.askedAt),
    deadline: request.deadline,
  }
}

async function openQuestion(payload: Payload, adhesionId: string): Promise<InformationRequest | null> {
  return findFirst({ payload }, 'information-requests', {
    where: { and: [{ adhesion: { equals: adhesionId } }, { status: { equals: 'open' } }] },
    sort: '-number',
  })
}
