import type { CollectionBeforeOperationHook } from 'payload'
import { weakPassword } from '../src/accounts/errors.ts'
import { claimsShown } from '../src/accounts/session-strategy.ts'
import { passwordOfAnother } from '../src/governance/account-errors.ts'
import { flawOfPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../src/security/password-policy.ts'
import { reauthenticate } from '../src/security/reauthenticate.ts'
import { PASSWORD_CHANGED } from './password-changed.ts'

/**
 * Nobody types another's password; one's own changes with the present one beside it, and never to one that is known.
 * Code of ours that makes accounts (sample data) is held to the length alone.
 */
export const neverTypedPassword: CollectionBeforeOperationHook = async ({ args, context, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const data: unknown = 'data' in args ? args.data : undefined
  const password = typeof data === 'object' && data !== null && 'password' in data ? data.password : undefined
  if (password === undefined || password === null || password === '') return args
  if (overrideAccess) {
    if (typeof password !== 'string' || password.length < SHORTEST_PASSWORD) throw weakPassword('too-short')
    if (password.length > LONGEST_PASSWORD) throw weakPassword('too-long')
    return args
  }
  const user = req.user?.collection === 'users' ? req.user : null
  if (operation === 'create' || !user || !('id' in args) || args.id !== user.id) throw passwordOfAnother()
  if (typeof password !== 'string') throw weakPassword('too-short')
  await reauthenticate(req.payload, user.id, typeof data === 'object' && data !== null ? data : {}, req)
  const flaw = await flawOfPassword(password, user)
  if (flaw) throw weakPassword(flaw)
  context[PASSWORD_CHANGED] = claimsShown(req.payload, req.headers)?.sid ?? null
  return args
}
