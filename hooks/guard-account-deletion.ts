import type { CollectionBeforeDeleteHook } from 'payload'
import { lastAdmin, linkedAccount, ownAccount } from '../src/governance/account-errors.ts'
import { isLastAdmin, isLinkedToSomebody } from '../src/governance/accounts.ts'

/** An account goes only when nobody acts by it, it is not one's own, and somebody is left to administer. */
export const guardAccountDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const account = String(id)
  if (req.user?.id === account) throw ownAccount()
  if (await isLastAdmin(req, account)) throw lastAdmin()
  if (await isLinkedToSomebody(req, account)) throw linkedAccount()
}
