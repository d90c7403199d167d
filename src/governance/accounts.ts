import type { Payload, PayloadRequest } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { User } from '../payload-types.ts'
import { personOfAccount } from './mandates.ts'
import { holdsRole, type Role } from './roles.ts'

/** The accounts that hold a role and can act: whose holder accepted the invitation, and that are not suspended. */
async function inOffice({ payload, req }: Pick<UnitOfWork, 'payload' | 'req'>, role: Role): Promise<User[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { contains: role } },
    sort: 'createdAt',
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.filter((account) => holdsRole(account, role) && account.unaccepted !== true)
}

/** The secretaries who can act today, the oldest account first. */
export const secretariesInOffice = (unit: Pick<UnitOfWork, 'payload' | 'req'>): Promise<User[]> =>
  inOffice(unit, 'secretariat')

/** Whether an account is the only one left that can administer; of those who have not come yet, the only one there is. */
export async function isLastAdmin(req: PayloadRequest, id: string): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { roles: { contains: 'admin' } },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
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
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase().trim() } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    ...(req ? { req } : {}),
  })
  return docs[0] ?? null
}
