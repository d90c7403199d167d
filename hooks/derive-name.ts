import { randomUUID } from 'node:crypto'
import type { CollectionBeforeValidateHook } from 'payload'
import { idOf } from '../src/lib/ids.ts'
import { foldEmail } from '../src/lib/fold.ts'
import type { Person } from '../src/payload-types.ts'

/** The slot of a person's account: one person an account, though many persons have none. */
const slotOf = (account: Person['account']): string => {
  const id = idOf(account)
  return id === null ? `none:${randomUUID()}` : `account:${id}`
}

/** Keeps what follows from a person's names, e-mail and account. */
export const deriveName: CollectionBeforeValidateHook<Person> = ({ data, operation, originalDoc }) => {
  if (!data) return data
  data.name = [data.firstName ?? originalDoc?.firstName, data.lastName ?? originalDoc?.lastName]
    .filter(Boolean)
    .join(' ')
    .trim()
  if (data.email !== undefined) data.emailKey = data.email ? foldEmail(data.email) : null
  if (operation === 'create' || data.account !== undefined) data.accountSlot = slotOf(data.account)
  return data
}
