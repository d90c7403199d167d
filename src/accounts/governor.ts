import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { User } from '../payload-types.ts'
import {
  pendingOf,
  readRecord,
  refuseNewSecretary,
  secondPersonNeeded,
  type Clerk,
  type Proposal,
} from '../record/second-person.ts'
import { isAccountChange, type AccountChange } from './change.ts'
import { notOwnAccount, proposerNotEntitled, secretaryNeeded } from './change-errors.ts'
import { mayConfirmEachOther, officeOf, type Office } from './offices.ts'

/** A person who proposes or confirms the rights of accounts. */
export type Governor = Clerk & {
  office: Office
  secretarySince?: string | null
  ip?: string | null
  userAgent?: string | null
}

/** Who proposed something, in which office: `self` asked for their own. */
type Proposed = Pick<Proposal<{ as: Office | 'self' }>, 'change' | 'proposedBy'>

/** The change that waits on an account, or null. */
export const waitingOn = (account: Pick<User, 'pending'>): Proposal<AccountChange> | null =>
  pendingOf(account, isAccountChange)

/** @throws DomainError 403 `not-for-oneself` */
export function refuseOwnAccount(governor: Pick<Governor, 'id'>, account: string): void {
  if (governor.id === account) throw notOwnAccount()
}

/**
 * Whether this person may confirm what another proposed, by how things stood when they asked.
 * @throws DomainError 403 `second-person-needed`, `secretary-needed`, `new-secretary`
 */
export function refuseAsSecond(governor: Governor, { change, proposedBy }: Proposed): void {
  if (proposedBy === governor.id) throw secondPersonNeeded()
  if (change.as !== 'self' && !mayConfirmEachOther(change.as, governor.office)) throw secretaryNeeded()
  if (governor.office === 'secretary') refuseNewSecretary(governor)
}

/** Refuses to confirm a change whose proposer is no longer entitled. @throws DomainError 409 `proposer-not-entitled` */
export async function checkProposer(unit: UnitOfWork, { change, proposedBy }: Proposed): Promise<void> {
  const proposer = await readRecord(unit.payload, 'users', proposedBy, unit.req)
  if (!proposer || (await officeOf(unit, proposer)) !== change.as) throw proposerNotEntitled()
}

/** How e-mails name whoever acts by a command on the server, without an account. */
export const BY_OPERATOR = 'une commande sur le serveur'
