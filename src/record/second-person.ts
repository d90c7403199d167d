import type { CollectionSlug, DataFromCollectionSlug, Payload } from 'payload'
import { findById } from '../db/find.ts'
import { unitOrBusy } from '../db/busy.ts'
import { lockRow, type Locked, type Revised } from '../db/lock-row.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { formatDateTime } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import type { User } from '../payload-types.ts'
import type { Evidence } from './facts.ts'
import type { FactActor } from './facts/fact.ts'
import { recordFact } from './journal.ts'
import { wakeSender } from './wake.ts'

/** Somebody of the secretariat who enters, confirms or discards. */
export type Clerk = Pick<User, 'id' | 'name' | 'email'> & { requestId?: string | null }

/** A change that one person of the secretariat proposed and a second one has not confirmed yet. */
export type Proposal<Change> = {
  change: Change
  /** Reference of the deliberation that decided it. */
  deliberation: string
  proposedBy: string
  proposedByName: string
  /** ISO 8601, UTC. */
  proposedAt: string
}

/** The collections whose records are entered by one person and confirmed by another. */
export type Confirmable = Exclude<InTwoHands, 'users' | 'api-keys'>

/** The collections whose changes take two persons: the confirmable ones, accounts and keys, which the chair may confirm too. */
export type InTwoHands = Exclude<Revised, 'adhesions' | 'webhooks'>

/** A record whose `rev` this unit has moved. */
export type InHand<Slug extends InTwoHands> = Locked<Slug>

const refusal = (
  name: string,
  code: string,
  status: number,
  fr: string,
  en: string,
  extra: Record<string, unknown> = {},
) => new DomainError(name, code, status, { fr, en }, { extra })

export const secondPersonNeeded = () =>
  refusal(
    'Forbidden',
    'second-person-needed',
    403,
    'Vous avez fait cette saisie\u00a0: une seconde personne du secrétariat doit la confirmer.',
    'You entered this: a second person of the secretariat has to confirm it.',
  )

/** Hours after which a new secretary confirms. */
const NEW_SECRETARY_HOURS = 24

/** Refuses a confirmation by somebody who became a secretary less than a day ago: a role given by mistake can be seen before it is used. @throws DomainError 403 `new-secretary` */
export function refuseNewSecretary({ secretarySince }: Pick<User, 'secretarySince'>): void {
  if (!secretarySince) return
  const from = new Date(new Date(secretarySince).getTime() + NEW_SECRETARY_HOURS * 3_600_000)
  if (now() >= from) return
  throw refusal(
    'Forbidden',
    'new-secretary',
    403,
    `Votre rôle de secrétariat est récent\u00a0: vous pourrez confirmer à partir du ${formatDateTime(from)}.`,
    `Your role is new: you may confirm from ${from.toISOString()} on.`,
    { confirmsFrom: from.toISOString() },
  )
}

export const notForOneself = () =>
  refusal(
    'Forbidden',
    'not-for-oneself',
    403,
    'Cette saisie vous concerne\u00a0: d’autres personnes du secrétariat doivent la faire et la confirmer.',
    'This concerns you: other people of the secretariat have to enter and confirm it.',
  )

export const nothingPending = () =>
  refusal(
    'Conflict',
    'nothing-pending',
    409,
    'Aucun changement n’attend de confirmation. Rechargez la page.',
    'No change is waiting to be confirmed. Reload the page.',
  )

export const alreadyPending = (pending: Proposal<unknown>) =>
  refusal(
    'Conflict',
    'change-pending',
    409,
    `Un changement proposé par ${pending.proposedByName} attend déjà une confirmation\u00a0: confirmez-le ou abandonnez-le d’abord.`,
    `A change proposed by ${pending.proposedByName} is already waiting: confirm or discard it first.`,
  )

export const unknownRecord = () =>
  refusal('NotFound', 'not-found', 404, 'Cet enregistrement n’existe pas.', 'There is no such record.')

/** A person of the secretariat as the journal keeps them. */
export const clerkFacts = ({ id, name, requestId }: Clerk): FactActor => ({
  kind: 'staff',
  id,
  name,
  requestId: requestId ?? null,
})

/** A proposal as it is stored. */
export function proposalBy<Change>(clerk: Clerk, deliberation: string, change: Change): Proposal<Change> {
  return { change, deliberation, proposedBy: clerk.id, proposedByName: clerk.name, proposedAt: now().toISOString() }
}

/** The proposal that waits on a record, or null; a stored value that is no proposal reads as none. */
export function pendingOf<Change>(
  record: { pending?: unknown },
  isChange: (change: unknown) => change is Change,
): Proposal<Change> | null {
  const { pending } = record
  if (typeof pending !== 'object' || pending === null) return null
  const { change, deliberation, proposedBy, proposedByName, proposedAt } = Object.fromEntries(Object.entries(pending))
  if (!isChange(change) || typeof proposedBy !== 'string') return null
  return {
    change,
    deliberation: String(deliberation),
    proposedBy,
    proposedByName: String(proposedByName),
    proposedAt: String(proposedAt),
  }
}

type NewProposal = {
  subject: string
  clerk: Clerk
  deliberation: string
  change: unknown
  /** The evidence of the journal besides the deliberation. */
  evidence: Omit<Evidence<'change-proposed'>, 'deliberation'>
}

type Awaiting = { pending?: unknown; confirmed?: boolean | null; enteredBy?: string | { id: string } | null }

/** @throws DomainError 403 `second-person-needed` when the clerk made the entry or the proposal that waits on a record */
export function refuseAuthor(record: Awaiting, clerk: Pick<Clerk, 'id'>): void {
  const { enteredBy } = record
  const entry = record.confirmed === false ? (typeof enteredBy === 'string' ? enteredBy : enteredBy?.id) : undefined
  const waiting = pendingOf(record, (change): change is unknown => change !== undefined)
  if ((waiting?.proposedBy ?? entry) === clerk.id) throw secondPersonNeeded()
}

/**
 * Takes a record in hand inside a unit of work: its `rev` is moved first, so that of two who act at once one
 * starts again and sees what the other did.
 * @throws DomainError 404 `not-found`
 */
export async function takeInHand<Slug extends InTwoHands>(
  unit: UnitOfWork,
  collection: Slug,
  id: string,
): Promise<InHand<Slug>> {
  const record = await lockRow(unit, collection, id)
  if (!record) throw unknownRecord()
  return record
}

/**
 * Lays a proposal on a record in hand, and says so in the journal of its subject: the record stays as it is until a
 * second person confirms.
 * @returns the record with the proposal
 */
export async function layProposal<Held extends { id: string }>(
  unit: UnitOfWork,
  collection: Confirmable,
  record: Held,
  { subject, clerk, deliberation, change, evidence }: NewProposal,
): Promise<Held & { pending: Record<string, unknown> }> {
  const { payload, req } = unit
  const pending = proposalBy(clerk, deliberation, change)
  await payload.db.updateOne({ collection, id: record.id, data: { pending }, req, returning: false })
  const type = 'change-proposed'
  await recordFact(unit, { subject, type, actor: clerkFacts(clerk), evidence: { ...evidence, deliberation } })
  return { ...record, pending: { ...pending } }
}

/** Refuses a proposal for a record on which one waits. @throws DomainError 409 `change-pending` */
export function refusePending(record: { pending?: unknown }): void {
  const waiting = pendingOf(record, (change): change is unknown => change !== undefined)
  if (waiting) throw alreadyPending(waiting)
}

/** The proposal that waits on a record. @throws DomainError 409 `nothing-pending` */
export function requirePending<Change>(
  record: { pending?: unknown },
  isChange: (change: unknown) => change is Change,
): Proposal<Change> {
  const waiting = pendingOf(record, isChange)
  if (!waiting) throw nothingPending()
  return waiting
}

/**
 * Drops what waits on a record in hand, and says so in the journal of its subject.
 * @returns the record without it
 */
export async function discardPending<Held extends { id: string }>(
  unit: UnitOfWork,
  collection: Confirmable,
  record: Held,
  { subject, clerk, evidence }: { subject: string; clerk: Clerk; evidence: Evidence<'change-discarded'> },
): Promise<Held & { pending: null }> {
  const { payload, req } = unit
  await payload.db.updateOne({ collection, id: record.id, data: { pending: null }, req, returning: false })
  await recordFact(unit, { subject, type: 'change-discarded', actor: clerkFacts(clerk), evidence })
  return { ...record, pending: null }
}

/** A record by its id, or null; an id of the wrong shape is of no record. */
export async function readRecord<Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  id: string,
  req?: UnitOfWork['req'],
): Promise<DataFromCollectionSlug<Slug> | null> {
  return findById({ payload, req }, collection, id, { showHiddenFields: true })
}

/** Runs a unit of work of the secretariat's and lets the e-mails it owes leave. @throws DomainError 409 `busy` */
export async function secretariatUnit<Result>(
  payload: Payload,
  body: (unit: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  const result = await unitOrBusy(payload, body)
  wakeSender(payload)
  return result
}
