import { fold } from '../lib/fold.ts'
import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { isOneself } from '../governance/concerns.ts'
import { nothingChanges } from '../governance/errors.ts'
import { idOf } from '../lib/ids.ts'
import { confirmLink, discardLink } from '../governance/link-account.ts'
import { foldEmail } from '../lib/fold.ts'
import type { Person } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import {
  clerkFacts,
  discardPending,
  layProposal,
  notForOneself,
  pendingOf,
  readRecord,
  refusePending,
  requirePending,
  secondPersonNeeded,
  secretariatUnit,
  takeInHand,
  type Clerk,
} from '../record/second-person.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { type SecurityEventType } from '../security/events.ts'
import { oweNotice } from '../governance/notices.ts'

/** The name that somebody is to have on record. */
type Rename = { firstName: string; lastName: string }

type Act = { id: string; clerk: Clerk }

/** Whether a stored proposal is one for the name of a person. */
export const isRename = (value: unknown): value is Rename =>
  typeof value === 'object' &&
  value !== null &&
  'firstName' in value &&
  typeof value.firstName === 'string' &&
  'lastName' in value &&
  typeof value.lastName === 'string'

const subjectOf = (id: string) => `person:${id}`

const inWords = ({ firstName, lastName }: Rename): string => `${firstName} ${lastName}`

/**
 * Proposes the name on record of somebody who holds a mandate or acts by an account. Nothing changes until a second
 * person confirms.
 * @throws DomainError 403 `not-for-oneself`; 404; 409 `change-pending`, `nothing-changes`
 */
export function proposeRename(
  payload: Payload,
  { id, clerk, deliberation, ...change }: Act & Rename & { deliberation: string },
): Promise<Person> {
  return secretariatUnit(payload, async (unit) => {
    const person = await takeInHand(unit, 'people', id)
    if (isOneself(clerk, person)) throw notForOneself()
    refusePending(person)
    if (person.firstName === change.firstName && person.lastName === change.lastName) throw nothingChanges()
    const proposed = await layProposal(unit, 'people', person, {
      subject: subjectOf(id),
      clerk,
      deliberation,
      change: change,
      evidence: { name: inWords(change), previous: person.name ?? '' },
    })
    await announce(unit, person, { type: 'name-proposed', change, clerk, proposedByName: clerk.name, deliberation })
    return proposed
  })
}

/**
 * Confirms what waits on a person: a name, which the account that acts for them then bears too, or an account.
 * @throws DomainError 403 `second-person-needed`, `not-for-oneself`; 404; 409 `nothing-pending`, `account-taken`
 */
export async function confirmPersonChange(payload: Payload, act: Act): Promise<Person> {
  const { id, clerk } = act
  if (!(await waitsForName(payload, id))) return confirmLink(payload, act)
  return secretariatUnit(payload, async (unit) => {
    const { person, waiting } = await renameInHand(unit, act)
    const { change, deliberation, proposedBy, proposedByName } = waiting
    if (proposedBy === clerk.id) throw secondPersonNeeded()
    const name = inWords(change)
    const data = { firstName: change.firstName, lastName: change.lastName, name, searchKey: fold(name), pending: null }
    await payload.db.updateOne({ collection: 'people', id, data, req: unit.req, returning: false })
    await recordFact(unit, {
      subject: subjectOf(id),
      type: 'person-renamed',
      actor: clerkFacts(clerk),
      evidence: {
        proposedBy,
        proposedByName,
        name,
        previous: person.name ?? '',
        deliberation,
      },
    })
    await announce(unit, person, { type: 'name-changed', change, clerk, proposedByName, deliberation })
    return { ...person, ...data }
  })
}

/** Drops what waits on a person. @throws DomainError 403 `not-for-oneself`; 404; 409 `nothing-pending` */
export async function discardPersonChange(payload: Payload, act: Act & { reason: string }): Promise<Person> {
  const { id, clerk, reason } = act
  if (!(await waitsForName(payload, id))) return discardLink(payload, act)
  return secretariatUnit(payload, async (unit) => {
    const { person, waiting } = await renameInHand(unit, act)
    return discardPending(unit, 'people', person, {
      subject: subjectOf(id),
      clerk,
      evidence: { reason, name: inWords(waiting.change) },
    })
  })
}

/** Takes a person in hand whose name waits, for somebody else than themselves. */
async function renameInHand(unit: UnitOfWork, { id, clerk }: Act) {
  const person = await takeInHand(unit, 'people', id)
  const waiting = requirePending(person, isRename)
  if (isOneself(clerk, person)) throw notForOneself()
  return { person, waiting }
}

async function waitsForName(payload: Payload, id: string): Promise<boolean> {
  const person = await readRecord(payload, 'people', id)
  return person !== null && pendingOf(person, isRename) !== null
}

type News = {
  type: Extract<SecurityEventType, 'name-proposed' | 'name-changed'>
  change: Rename
  clerk: Clerk
  proposedByName: string
  deliberation: string
}

/** The account that acts for a person bears their name; all who hear of what accounts may do hear of it. */
async function announce(
  unit: UnitOfWork,
  person: Person,
  { type, change, clerk, proposedByName, deliberation }: News,
): Promise<void> {
  const { payload, req } = unit
  const id = idOf(person.account)
  if (id === null) return
  const account = await takeInHand(unit, 'users', id)
  const name = inWords(change)
  const counts = type === 'name-changed'
  if (counts) await payload.db.updateOne({ collection: 'users', id, data: { name }, req, returning: false })
  await noteSecurityEvent(payload, { type, account: id, by: clerk.id, data: { name, previous: account.name } }, req)
  await oweNotice(unit, 'account-changed', {
    account,
    news: {
      what: counts ? 'name-confirmed' : 'name-proposed',
      before: account.name,
      after: name,
      by: proposedByName,
      confirmedBy: counts ? clerk.name : null,
      reason: deliberation,
    },
    otherEmail: person.email && foldEmail(person.email) !== foldEmail(account.email) ? person.email : undefined,
  })
}
