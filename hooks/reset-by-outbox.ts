import type { CollectionAfterOperationHook, CollectionBeforeOperationHook } from 'payload'
import { accountByEmail, owePasswordReset } from '../src/governance/accounts.ts'
import { asUseCase } from './as-use-case.ts'

/** Payload would send its e-mail inside the transaction, and a slow mail server would hold every write meanwhile. */
export const resetByOutbox: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'forgotPassword' ? { ...args, disableEmail: true } : args

/** So the e-mail is owed like any other, in the transaction of its token. An address that nobody has ends before. */
export const oweResetMessage: CollectionAfterOperationHook<'users'> = async ({ args, operation, req, result }) => {
  if (operation !== 'forgotPassword' || !('email' in args.data) || typeof args.data.email !== 'string') return result
  const account = await accountByEmail(req.payload, args.data.email, req)
  if (account?.resetPasswordExpiration) await owePasswordReset(asUseCase(req), account, account.resetPasswordExpiration)
  return result
}
