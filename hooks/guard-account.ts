import type { CollectionBeforeOperationHook } from 'payload'
import { linkedAccount, lastAdmin, oneAccountAtATime, rolesByAdmin } from '../src/governance/account-errors.ts'
import { isLastAdmin, isLinkedToSomebody } from '../src/governance/accounts.ts'
import { foldEmail } from '../src/lib/fold.ts'

/**
 * What a plain write of an account may not do: give roles without being an administrator, take the role from
 * the last administrator, or move to another mailbox an account that acts for somebody: who reads the mailbox
 * chooses the password, and would vote.
 */
export const guardAccount: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess || operation !== 'update' || req.user?.collection !== 'users') return args
  const given: unknown = 'data' in args ? args.data : undefined
  const data: Record<string, unknown> = typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given)) : {}
  const id: unknown = 'id' in args ? args.id : undefined
  if (typeof id !== 'string') throw oneAccountAtATime()
  const isAdmin = req.user.roles?.includes('admin') ?? false
  if (!isAdmin && id !== req.user.id) return args
  const before = await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, disableErrors: true, req })
  if (!before) return args
  if (data['roles'] !== undefined && !sameRoles(data['roles'], before.roles)) {
    if (!isAdmin) throw rolesByAdmin()
    if (before.roles?.includes('admin') && !listOf(data['roles']).includes('admin') && (await isLastAdmin(req, id))) throw lastAdmin()
  }
  const moves = typeof data['email'] === 'string' && foldEmail(data['email']) !== foldEmail(before.email)
  if (moves && id !== req.user.id && (await isLinkedToSomebody(req, id))) throw linkedAccount()
  return args
}

const listOf = (roles: unknown): unknown[] => (Array.isArray(roles) ? roles : [])

const sameRoles = (a: unknown, b: unknown): boolean => listOf(a).map(String).sort().join() === listOf(b).map(String).sort().join()
