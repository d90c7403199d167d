import { randomUUID } from 'node:crypto'
import type { CollectionBeforeValidateHook } from 'payload'
import { foldEmail } from '../src/lib/fold.ts'

/** The slot of a person's account: one person an account, though many persons have none. */
const slotOf = (account: unknown): string => {
  const id = typeof account === 'object' && account !== null && 'id' in account ? account.id : account
  return typeof id === 'string' ? `account:${id}` : `none:${randomUUID()}`
}

/** Keeps what follows from a person's names, e-mail and account. */
export const deriveName: CollectionBeforeValidateHook = ({ data, operation, originalDoc }) => {
  if (!data) return data
  const firstName: unknown = data['firstName'] ?? originalDoc?.firstName
  const lastName: unknown = data['lastName'] ?? originalDoc?.lastName
  data['name'] = [firstName, lastName].filter((part) => typeof part === 'string').join(' ').trim()
  if (typeof data['email'] === 'string') data['emailKey'] = foldEmail(data['email'])
  else if (data['email'] === null) data['emailKey'] = null
  if (operation === 'create' || data['account'] !== undefined) data['accountSlot'] = slotOf(data['account'])
  return data
}
