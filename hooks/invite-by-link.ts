import { randomBytes } from 'node:crypto'
import type { CollectionAfterChangeHook, CollectionBeforeValidateHook } from 'payload'
import { inviteAccount, NO_INVITATION } from '../src/governance/accounts.ts'
import type { User } from '../src/payload-types.ts'
import { asUseCase } from './as-use-case.ts'

const INVITED = 'cpofInvitedAccount'

/** An account made without a password gets one that nobody knows, until its holder chooses. */
export const unknownPassword: CollectionBeforeValidateHook = ({ context, data, operation }) => {
  if (operation !== 'create' || !data || data['password']) return data
  context[INVITED] = true
  return { ...data, unaccepted: true, password: randomBytes(32).toString('base64url') }
}

/** Its holder is then invited by e-mail to choose it. */
export const inviteByLink: CollectionAfterChangeHook<User> = async ({ context, doc, operation, req }) => {
  if (operation !== 'create' || context[INVITED] !== true || context[NO_INVITATION] === true) return
  delete context[INVITED]
  const by = req.user?.collection === 'users' ? req.user.name : 'La CPOF'
  await inviteAccount(asUseCase(req), { id: doc.id, email: doc.email }, by)
}
