import type { PayloadRequest } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { secretariesInOffice } from '../governance/accounts.ts'
import { mandatesInForceOf } from '../governance/mandates.ts'
import { holdsRole } from '../governance/roles.ts'
import type { User } from '../payload-types.ts'

/** The offices in which somebody proposes or confirms the rights of accounts. */
export type Office = 'admin' | 'secretary' | 'chair'

type Asked = { payload: UnitOfWork['payload']; req: PayloadRequest }

/**
 * The office in which an account takes part in giving rights, or null: administrator, secretary, and the chair
 * where there is one secretary or none, so that there are two.
 */
export async function officeOf(
  asked: Asked,
  account: Pick<User, 'id' | 'roles' | 'suspended'>,
): Promise<Office | null> {
  if (account.suspended === true) return null
  if (holdsRole(account, 'admin')) return 'admin'
  if (holdsRole(account, 'secretariat')) return 'secretary'
  if (!(await isInTheChair(asked.req, account.id))) return null
  return (await secretariesInOffice(asked)).length < 2 ? 'chair' : null
}

/** Whether the person of an account is in the chair today of the body that validates adhesions. */
async function isInTheChair(req: PayloadRequest, account: string): Promise<boolean> {
  return (await mandatesInForceOf(req, account, 'adhesion-validation')).some(({ role }) => role === 'chair')
}

/** Whether two offices are two that watch each other: administrators alone give no right. */
export const mayConfirmEachOther = (proposed: Office, confirms: Office): boolean =>
  !(proposed === 'admin' && confirms === 'admin')
