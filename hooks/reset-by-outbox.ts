import type { CollectionAfterForgotPasswordHook, CollectionBeforeOperationHook } from 'payload'
import { accountByEmail, owePasswordReset } from '../src/governance/accounts.ts'
import { asUseCase } from './as-use-case.ts'

/** Payload would send its e-mail inside the transaction, and a slow mail server would hold every write meanwhile. */
export const resetByOutbox: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'forgotPassword' ? { ...args, disableEmail: true } : args

/** So the e-mail is owed like any other, in the same transaction as the token. */
export const oweResetMessage: CollectionAfterForgotPasswordHook = async ({ args }) => {
  const email: unknown = args?.data?.email
  if (typeof email !== 'string') return
  const account = await accountByEmail(args.req.payload, email, args.req)
  if (!account?.resetPasswordExpiration) return
  await owePasswordReset(asUseCase(args.req), account, account.resetPasswordExpiration)
}
