import { randomUUID } from 'node:crypto'
import { fold } from '../lib/fold.ts'
import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
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
  type InHand,
} from '../record/second-person.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { isOneself } from './concerns.ts'
import { accountTaken, nothingChanges } from './errors.ts'
import { idOf } from '../lib/ids.ts'
import { mandatesOfPerson, personOfAccount } from './mandates.ts'
import { rightsChanged } from './rights-changed.ts'
import { oweNotice } from './notices.ts'
import { wrongInput } from '../input/issue.ts'

/** The account that is to act for a person; null unlinks. */
type Link = { account: string | null }

type Act = { id: string; clerk: Clerk }

export function isLink(value: unknown): value is Link {
  return (
    typeof value === 'object' &&
    value !== null &&
    'account' in value &&
    (value.account === null || typeof value.account === 'string')
  )
}

const subjectOf = (id: string) => `person:${id}`

/**
 * Proposes which staff account acts, and so votes, for a person. Nothing changes until a second person confirms.
 * @throws DomainError 403 `not-for-oneself`; 404; 400 `unknown-reference`; 409 `account-taken`, `change-pending`, `nothing-changes`
 */
export function proposeLink(
  payload: Payload,
  { id, clerk, account, deliberation }: Act & Link & { deliberation: string },
): Promise<Person> {
  return secretariatUnit(payload, async (unit) => {
    const person = await takeInHand(unit, 'people', id)
    refuseOwnLink(clerk, person, account)
    refusePending(person)
    if (idOf(person.account) === account) throw nothingChanges()
    await checkAccount(unit, id, account)
    const proposed = await layProposal(unit, 'people', person, {
      subject: subjectOf(id),
      clerk,
      deliberation,
      change: { account },
      evidence: { account },
    })
    await tell(unit, person, { account, deliberation, enteredBy: clerk.name, confirmedBy: null })
    return proposed
  })
}

/**
 * Confirms the account that another person proposed for somebody.
 * @throws DomainError 403 `second-person-needed`, `not-for-oneself`; 404; 409 `nothing-pending`, `account-taken`
 */
export function confirmLink(payload: Payload, { id, clerk }: Act): Promise<Person> {
  return secretariatUnit(payload, async (unit) => {
    const person = await takeInHand(unit, 'people', id)
    const waiting = requirePending(person, isLink)
    const {
      change: { account },
      deliberation,
      proposedBy,
      proposedByName,
    } = waiting
    refuseOwnLink(clerk, person, account)
    if (proposedBy === clerk.id) throw secondPersonNeeded()
    await checkAccount(unit, id, account)
    const data = {
      account,
      accountSlot: account === null ? `none:${randomUUID()}` : `account:${account}`,
      pending: null,
    }
    await payload.db.updateOne({ collection: 'people', id, data, req: unit.req, returning: false })
    await rightsChanged(unit)
    if (account !== null) await takeNameOf(unit, person, account, clerk)
    await recordFact(unit, {
      subject: subjectOf(id),
      type: 'account-linked',
      actor: clerkFacts(clerk),
      evidence: {
        proposedBy,
        proposedByName,
        name: person.name ?? '',
        account,
        previous: idOf(person.account),
        deliberation,
      },
    })
    await tell(unit, person, { account, deliberation, enteredBy: proposedByName, confirmedBy: clerk.name })
    return { ...person, ...data }
  })
}

/** Drops a proposed link. @throws DomainError 403 `not-for-oneself`; 404; 409 `nothing-pending` */
export function discardLink(payload: Payload, { id, clerk, reason }: Act & { reason: string }): Promise<Person> {
  return secretariatUnit(payload, async (unit) => {
    const person = await takeInHand(unit, 'people', id)
    const waiting = requirePending(person, isLink)
    refuseOwnLink(clerk, person, waiting.change.account)
    return discardPending(unit, 'people', person, {
      subject: subjectOf(id),
      clerk,
      evidence: { reason, ...waiting.change },
    })
  })
}

/** Gives an account the name of the person whom it now acts for, as two persons have confirmed. */
async function takeNameOf(
  { payload, req }: UnitOfWork,
  { name }: Person,
  account: string,
  clerk: Clerk,
): Promise<void> {
  const before = await readRecord(payload, 'users', account, req)
  if (!name || !before || before.name === name) return
  const data = { name, searchKey: fold(name) }
  await payload.db.updateOne({ collection: 'users', id: account, data, req, returning: false })
  await noteSecurityEvent(
    payload,
    { type: 'name-changed', account, by: clerk.id, data: { name, previous: before.name } },
    req,
  )
}

/** Refuses a link of one's own record, or of one's own account to any record. @throws DomainError 403 `not-for-oneself` */
function refuseOwnLink(clerk: Clerk, person: Person, account: string | null): void {
  if (account === clerk.id || isOneself(clerk, person)) throw notForOneself()
}

/** Refuses to act on one's own record, before anything else is judged. @throws DomainError 403 `not-for-oneself` */
export async function refuseOwnRecord(payload: Payload, id: string, clerk: Clerk): Promise<void> {
  const person = await readRecord(payload, 'people', id)
  if (person) refuseOwnLink(clerk, person, pendingOf(person, isLink)?.change.account ?? null)
}

async function checkAccount({ payload, req }: UnitOfWork, personId: string, account: string | null): Promise<void> {
  if (account === null) return
  if (!(await readRecord(payload, 'users', account, req))) throw wrongInput('account', 'unknown-account')
  const other = await personOfAccount(payload, account, req)
  if (other && other.id !== personId) throw accountTaken()
}

type News = { account: string | null; deliberation: string; enteredBy: string; confirmedBy: string | null }

/** Owes an e-mail to everybody who sits with the person: which account votes in their name. */
async function tell(unit: UnitOfWork, person: InHand<'people'>, { account, ...news }: News): Promise<void> {
  const shown = account ?? idOf(person.account)
  const record = shown === null ? null : await readRecord(unit.payload, 'users', shown, unit.req)
  const mandates = await mandatesOfPerson(unit.payload, person.id, parisDay(now()), unit.req)
  for (const bodyId of new Set(mandates.map(({ body }) => idOf(body)).filter((id) => id !== null))) {
    const body = await readRecord(unit.payload, 'governance-bodies', bodyId, unit.req)
    await oweNotice(unit, 'account-linked', {
      person: person.id,
      rev: person.rev,
      body: bodyId,
      data: {
        change: account === null ? 'unlinked' : 'linked',
        person: person.name ?? '',
        account: record?.email ?? '',
        body: body?.name ?? '',
        ...news,
      },
    })
  }
}
