import type { CollectionBeforeOperationHook } from 'payload'
import { weakPassword } from '../src/accounts/errors.ts'
import { passwordOfAnother } from '../src/governance/account-errors.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../src/security/password-policy.ts'

/**
 * Refuses a typed password: nobody chooses another's, and one's own has an endpoint (src/api/accounts/own-password.ts). Code of ours that
 * makes accounts (sample data) is held to the length alone.
 */
export const neverTypedPassword: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const data: unknown = 'data' in args ? args.data : undefined
  const password = typeof data === 'object' && data !== null && 'password' in data ? data.password : undefined
  if (password === undefined || password === null || password === '') return args
  if (!overrideAccess) throw passwordOfAnother()
  if (typeof password !== 'string' || password.length < SHORTEST_PASSWORD) throw weakPassword('too-short')
  if (password.length > LONGEST_PASSWORD) throw weakPassword('too-long')
  return args
}
