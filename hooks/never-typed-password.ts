import type { CollectionBeforeOperationHook } from 'payload'
import { MINIMUM_PASSWORD_LENGTH, passwordOfAnother, passwordTooShort } from '../src/governance/account-errors.ts'

/** Nobody types another's password, and nobody chooses a short one. */
export const neverTypedPassword: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const password = passwordIn(args)
  if (password === undefined) return args
  if (!overrideAccess && operation === 'create') throw passwordOfAnother()
  if (!overrideAccess && operation === 'update' && (req.user?.collection !== 'users' || !('id' in args) || args.id !== req.user.id)) throw passwordOfAnother()
  if (typeof password !== 'string' || password.length < MINIMUM_PASSWORD_LENGTH) throw passwordTooShort()
  return args
}

function passwordIn(args: object): unknown {
  const data: unknown = 'data' in args ? args.data : undefined
  const password = typeof data === 'object' && data !== null && 'password' in data ? data.password : undefined
  return password === null || password === '' ? undefined : password
}
