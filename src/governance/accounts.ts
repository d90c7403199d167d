import type { Payload, PayloadRequest } from 'payload'
import { findAll, findFirst } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { User } from '../payload-types.ts'
import { personOfAccount } from './mandates.ts'
import { holdsRole, type Role } from './roles.ts'

/** The accounts that hold a role and can act: whose holder accepted the invitation, and that are not suspended. */
async function inOffice({ payload, req }: Pick<UnitOfWork, 'payload' | 'req'>, role: Role): Promise<User[]> {
  const docs = await findAll({ payload, req }, 'users', { where: { roles: { contains: role } }, sort: 'createdAt' })
  return docs.filter((account) => holdsRole(account, role) && account.unaccepted !== true)
}

/** The secretaries who can act today, the oldest account first. */
export const secretariesInOffice = (unit: Pick<UnitOfWork, 'payload' | 'req'>): Promise<User[]> =>
  inOffice(unit, 'secretariat')

/** Whether an account is the only one left that can administer; of those who have not come yet, the only one there is. */
export async function isLastAdmin(req: PayloadRequest, id: string): Promise<boolean> {
  const docs = await findAll({ payload: req.payload, req }, 'users', { where: { roles: { contains: 'admin' } } })
  return (
    docs.some((each) => each.id === id) &&
    !(await inOffice({ payload: req.payload, req }, 'admin')).some((each) => each.id !== id)
  )
}

/** Whether an account acts for a person. */
export async function isLinkedToSomebody(req: PayloadRequest, id: string): Promise<boolean> {
  return (await personOfAccount(req.payload, id, req)) !== null
}

/** An account by its e-mail, or null. */
export async function accountByEmail(payload: Payload, email: string, req?: PayloadRequest): Promise<User | null> {
  return findFirst({ payload, req }, 'users', {
    where: { email: { equals: email.toLowerCase().trim() } },
    showHiddenFields: true,
  })
}
