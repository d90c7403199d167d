import { fold } from '../lib/fold.ts'
import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { rolesInWords } from '../governance/roles.ts'
import { now } from '../lib/clock.ts'
import type { User } from '../payload-types.ts'
import { nothingPending, secretariatUnit, takeInHand, type InHand, type Proposal } from '../record/second-person.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { type SecurityEventType, type EventData } from '../security/events.ts'
import type { AccountChange } from './change.ts'
import { waitsForProof } from './change-errors.ts'
import { askForProof } from './email-proof.ts'
import { checkProposer, refuseAsSecond, refuseOwnAccount, waitingOn, type Governor } from './governor.ts'
import { beforeAndAfter, checkProposal } from './propose-change.ts'
import { endSessionsOf } from './sessions.ts'
import { oweNotice } from '../governance/notices.ts'

type Input = { id: string; governor: Governor }

/**
 * Confirms what another of those entitled proposed for an account. Roles, a name and the end of a suspension take
 * effect at once; a new address when it has proved itself.
 * @returns the account, and whether it is no longer of the secretariat: its open files are for others then
 * @throws DomainError 403 `not-for-oneself`, `second-person-needed`, `secretary-needed`, `new-secretary`; 404; 409
 * `nothing-pending`, `proposer-not-entitled`, `waits-for-proof`, and those of the proposal
 */
export function confirmAccountChange(
  payload: Payload,
  { id, governor }: Input,
): Promise<{ account: User; leftSecretariat: boolean }> {
  return secretariatUnit(payload, async (unit) => {
    const account = await takeInHand(unit, 'users', id)
    refuseOwnAccount(governor, id)
    const waiting = waitingOn(account)
    if (!waiting) throw nothingPending()
    const { change } = waiting
    if (change.kind === 'email' && (change.as === 'self' || change.confirmedBy !== null)) throw waitsForProof()
    refuseAsSecond(governor, waiting)
    await checkProposer(unit, waiting)
    await checkProposal(unit, account, change)
    if (change.kind === 'email')
      return { account: await askForProof(unit, account, waiting, change, governor), leftSecretariat: false }
    const data = dataOf(account, change)
    await payload.db.updateOne({
      collection: 'users',
      id,
      data: { ...data, pending: null },
      req: unit.req,
      returning: false,
    })
    if (change.kind === 'reinstatement') await endSessionsOf(unit, id)
    await record(unit, account, waiting, change, governor)
    const leftSecretariat =
      change.kind === 'roles' &&
      account.roles?.includes('secretariat') === true &&
      !change.roles.includes('secretariat')
    return { account: { ...account, ...data, pending: null }, leftSecretariat }
  })
}

type Immediate = Exclude<AccountChange, { kind: 'email' }>

function dataOf(account: User, change: Immediate): Partial<User> {
  switch (change.kind) {
    case 'roles': {
      const isNew = change.roles.includes('secretariat') && account.roles?.includes('secretariat') !== true
      // With name and address: on SQLite the adapter writes a list by an upsert, which asks for every required column.
      return {
        name: account.name,
        email: account.email,
        roles: change.roles,
        ...(isNew ? { secretarySince: now().toISOString() } : {}),
      }
    }
    case 'name':
      return { name: change.name, searchKey: fold(change.name) }
    case 'reinstatement':
      return { suspended: false, suspension: null }
  }
}

async function record(
  unit: UnitOfWork,
  account: InHand<'users'>,
  { proposedByName, deliberation }: Proposal<AccountChange>,
  change: Immediate,
  governor: Governor,
): Promise<void> {
  const { type, data } = eventOf(account, change)
  await noteSecurityEvent(
    unit.payload,
    {
      type,
      account: account.id,
      by: governor.id,
      ip: governor.ip ?? null,
      userAgent: governor.userAgent ?? null,
      data,
    },
    unit.req,
  )
  await oweNotice(unit, 'account-changed', {
    account,
    news: {
      what: `${change.kind}-confirmed`,
      ...beforeAndAfter(account, change),
      by: proposedByName,
      confirmedBy: governor.name,
      reason: deliberation,
    },
  })
}

function eventOf(account: User, change: Immediate): { type: SecurityEventType; data: EventData } {
  switch (change.kind) {
    case 'roles':
      return {
        type: 'role-changed',
        data: { roles: rolesInWords(change.roles), previous: rolesInWords(account.roles ?? []) },
      }
    case 'name':
      return { type: 'name-changed', data: { name: change.name, previous: account.name } }
    case 'reinstatement':
      return { type: 'account-reinstated', data: {} }
  }
}
