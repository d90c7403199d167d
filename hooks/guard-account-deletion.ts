import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'
import { findById } from '../src/db/find.ts'
import { staff } from '../access/actors.ts'
import { accountHasRoles, lastAdmin, linkedAccount, ownAccount } from '../src/governance/account-errors.ts'
import { isLastAdmin, isLinkedToSomebody } from '../src/governance/accounts.ts'
import { clientOf } from '../src/lib/caller.ts'
import type { User } from '../src/payload-types.ts'
import { noteSecurityEvent } from '../src/security/journal.ts'

/** Refuses to delete an account that is one's own, that somebody acts by, that has a role, or without which nobody could administer. */
export const guardAccountDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const account = String(id)
  if (req.user?.id === account) throw ownAccount()
  if (await isLastAdmin(req, account)) throw lastAdmin()
  if (await isLinkedToSomebody(req, account)) throw linkedAccount()
  const found = await findById({ payload: req.payload, req }, 'users', account)
  // To take a role takes two; to take the account with it would take one.
  if ((found?.roles ?? []).length > 0) throw accountHasRoles()
}

/** The journal tells whose account it was: its row is no more. */
export const noteAccountDeletion: CollectionAfterDeleteHook<User> = async ({ doc, req }) => {
  const { ip, userAgent } = clientOf(req)
  await noteSecurityEvent(
    req.payload,
    {
      type: 'account-deleted',
      account: doc.id,
      by: staff(req)?.id ?? null,
      ip,
      userAgent,
      data: { name: doc.name, email: doc.email },
    },
    req,
  )
}
