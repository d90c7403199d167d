import type { CollectionAfterDeleteHook, CollectionAfterOperationHook, CollectionMeHook } from 'payload'
import { claimsShown } from '../src/accounts/session-strategy.ts'
import { endSessionsOf, openSession } from '../src/accounts/sessions.ts'
import type { User } from '../src/payload-types.ts'
import { asUseCase } from './as-use-case.ts'

/** Gives whoever signs in by Payload's Local API a session as everybody has, in place of Payload's token. */
export const ownSessionAtLogin: CollectionAfterOperationHook<'users'> = async ({ operation, req, result }) => {
  if (operation !== 'login' || !result.user) return result
  const { token, exp } = await openSession(asUseCase(req), String(result.user.id), {
    ip: null,
    network: '',
    userAgent: null,
    device: null,
  })
  return { ...result, token, exp }
}

/** Ends the sessions of a deleted account and deletes what it signed in with. */
export const endSessionsOfDeleted: CollectionAfterDeleteHook<User> = async ({ id, req }) => {
  const account = String(id)
  await endSessionsOf({ payload: req.payload, req }, account)
  await req.payload.db.deleteMany({ collection: 'second-factors', where: { account: { equals: account } }, req })
}

/** `GET /api/users/me` says when the session ends: the panel reminds of it. */
export const endOfSession: CollectionMeHook<User> = ({ args, user }) => {
  const claims = claimsShown(args.req.payload, args.req.headers)
  return claims ? { user, exp: claims.exp } : undefined
}
