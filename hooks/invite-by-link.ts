import {
  ValidationError,
  type CollectionAfterChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
} from 'payload'
import { accountByEmail } from '../src/governance/accounts.ts'
import { inviteAccount, NO_INVITATION } from '../src/governance/password-choice.ts'
import { unknownPasswordHash } from '../src/governance/unknown-password.ts'
import type { User } from '../src/payload-types.ts'
import { asUseCase } from './as-use-case.ts'

const INVITED = 'cpofInvitedAccount'

/**
 * An account made without a password gets one that nobody knows, until its holder chooses. Payload would compute a hash
 * for it within the transaction: for this operation alone it is told that there is none to compute.
 */
export const withoutPassword: CollectionBeforeOperationHook = ({ args, context, operation }) => {
  if (operation !== 'create' || !('collection' in args)) return args
  const data: unknown = 'data' in args ? args.data : undefined
  if (typeof data === 'object' && data !== null && 'password' in data && data.password) return args
  context[INVITED] = true
  const { collection } = args
  const { config } = collection
  return {
    ...args,
    collection: {
      ...collection,
      config: {
        ...config,
        auth: { ...config.auth, disableLocalStrategy: { enableFields: true, optionalPassword: true } },
      },
    },
  }
}

/** The hash that no password leads to; and the look for an account of the same address, which Payload makes with the hash. */
export const unknownPassword: CollectionBeforeValidateHook<User> = async ({
  collection,
  context,
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data || context[INVITED] !== true) return data
  if (data.email && (await accountByEmail(req.payload, data.email, req))) {
    throw new ValidationError({
      collection: collection.slug,
      errors: [{ message: req.t('error:userEmailAlreadyRegistered'), path: 'email' }],
    })
  }
  return { ...data, unaccepted: true, ...unknownPasswordHash() }
}

/** Invites the holder of a new account by e-mail to choose its password. */
export const inviteByLink: CollectionAfterChangeHook<User> = async ({ context, doc, operation, req }) => {
  if (operation !== 'create' || context[INVITED] !== true) return
  delete context[INVITED]
  if (context[NO_INVITATION] === true) return
  const by = req.user?.collection === 'users' ? req.user.name : 'La CPOF'
  await inviteAccount(asUseCase(req), { id: doc.id, email: doc.email }, by)
}
