import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { accountExists, lastAdmin } from '../governance/account-errors.ts'
import { accountByEmail, isLastAdmin } from '../governance/accounts.ts'
import { personOfAccount } from '../governance/mandates.ts'
import { isBothAdminAndSecretary, rolesInWords, type Role } from '../governance/roles.ts'
import { foldEmail } from '../lib/fold.ts'
import type { User } from '../payload-types.ts'
import { alreadyPending, proposalBy, secretariatUnit, takeInHand, type InHand } from '../record/second-person.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { type SecurityEventType, type EventData } from '../security/events.ts'
import type { AccountChange } from './change.ts'
import { alreadySuspended, bothAdminAndSecretary, nameOfRecord, notSuspended, sameAsBefore } from './change-errors.ts'
import { refuseOwnAccount, waitingOn, type Governor } from './governor.ts'
import { oweNotice } from '../governance/notices.ts'

/** A change that may be proposed for an account. */
export type Proposed =
  | { kind: 'roles'; roles: Role[] }
  | { kind: 'name'; name: string }
  | { kind: 'email'; email: string }
  | { kind: 'reinstatement' }

type Input = { id: string; governor: Governor; proposed: Proposed; reason: string }

/**
 * Proposes what an account may do, under which name and address it acts, or that its suspension ends. Nothing changes
 * until another of those entitled confirms.
 * @throws DomainError 403 `not-for-oneself`; 404; 400 `admin-and-secretary`; 409 `change-pending`, `nothing-changes`,
 * `last-admin`, `account-exists`, `name-of-record`, `not-suspended`, `already-suspended`
 */
export function proposeAccountChange(payload: Payload, { id, governor, proposed, reason }: Input): Promise<User> {
  return secretariatUnit(payload, async (unit) => {
    const account = await takeInHand(unit, 'users', id)
    refuseOwnAccount(governor, id)
    const waiting = waitingOn(account)
    if (waiting) throw alreadyPending(waiting)
    await checkProposal(unit, account, proposed)
    return propose(unit, account, { governor, proposed, reason })
  })
}

/** Writes and tells a proposal that was checked, in the unit of work that has the account in hand. */
export async function propose(
  unit: UnitOfWork,
  account: InHand<'users'>,
  { governor, proposed, reason }: Omit<Input, 'id'>,
): Promise<User> {
  const { payload, req } = unit
  const change: AccountChange =
    proposed.kind === 'email'
      ? { ...proposed, as: governor.office, confirmedBy: null, confirmedByName: null, capability: null }
      : { ...proposed, as: governor.office }
  const pending = proposalBy(governor, reason, change)
  await payload.db.updateOne({ collection: 'users', id: account.id, data: { pending }, req, returning: false })
  const { type, data } = eventOf(account, proposed)
  await noteSecurityEvent(
    payload,
    {
      type,
      account: account.id,
      by: governor.id,
      ip: governor.ip ?? null,
      userAgent: governor.userAgent ?? null,
      data,
    },
    req,
  )
  await oweNotice(unit, 'account-changed', {
    account,
    news: {
      what: `${proposed.kind}-proposed`,
      ...beforeAndAfter(account, proposed),
      by: governor.name,
      confirmedBy: null,
      reason,
    },
  })
  return { ...account, pending: { ...pending } }
}

/** The values of an account before and after a proposed change, in the words of an e-mail. */
export function beforeAndAfter(
  account: Pick<User, 'roles' | 'name' | 'email'>,
  proposed: Proposed,
): { before: string | null; after: string | null } {
  switch (proposed.kind) {
    case 'roles':
      return { before: rolesInWords(account.roles ?? []), after: rolesInWords(proposed.roles) }
    case 'name':
      return { before: account.name, after: proposed.name }
    case 'email':
      return { before: account.email, after: proposed.email }
    case 'reinstatement':
      return { before: null, after: null }
  }
}

function eventOf(account: User, proposed: Proposed): { type: SecurityEventType; data: EventData } {
  switch (proposed.kind) {
    case 'roles':
      return {
        type: 'role-proposed',
        data: { roles: rolesInWords(proposed.roles), previous: rolesInWords(account.roles ?? []) },
      }
    case 'name':
      return { type: 'name-proposed', data: { name: proposed.name, previous: account.name } }
    case 'email':
      return { type: 'email-change-asked', data: { email: proposed.email, previous: account.email } }
    case 'reinstatement':
      return { type: 'reinstatement-proposed', data: {} }
  }
}

/** Checks a proposed change against the account, when it is made and again when it is confirmed. */
export async function checkProposal(unit: UnitOfWork, account: User, proposed: Proposed): Promise<void> {
  if (proposed.kind === 'reinstatement') {
    if (account.suspended !== true) throw notSuspended()
    return
  }
  if (account.suspended === true) throw alreadySuspended()
  switch (proposed.kind) {
    case 'roles': {
      if (isBothAdminAndSecretary(proposed.roles)) throw bothAdminAndSecretary()
      if ([...proposed.roles].sort().join() === [...(account.roles ?? [])].sort().join()) throw sameAsBefore()
      const endsAdmin = account.roles?.includes('admin') === true && !proposed.roles.includes('admin')
      if (endsAdmin && (await isLastAdmin(unit.req, account.id))) throw lastAdmin()
      return
    }
    case 'name': {
      if (proposed.name === account.name) throw sameAsBefore()
      const person = await personOfAccount(unit.payload, account.id, unit.req)
      if (person?.name && person.name !== proposed.name) throw nameOfRecord(person.name)
      return
    }
    case 'email':
      await checkNewEmail(unit, account, proposed.email)
  }
}

/** @throws DomainError 409 `nothing-changes`, `account-exists` */
export async function checkNewEmail({ payload, req }: UnitOfWork, account: User, email: string): Promise<void> {
  if (foldEmail(email) === foldEmail(account.email)) throw sameAsBefore()
  const other = await accountByEmail(payload, email, req)
  if (other) throw accountExists(email)
}
