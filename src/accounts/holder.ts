import type { PayloadRequest } from 'payload'
import type { User } from '../payload-types.ts'
import { hasSecondFactor } from '../security/second-factor/factors.ts'
import { accountOf } from './second-step.ts'
import { claimsShown } from './session-strategy.ts'
import { useSession } from './sessions.ts'

/** The holder of a session, which may be one that can do nothing yet but enrol a second factor. */
export type Holder = { user: User; sid: string; exp: number; enrolling: boolean }

/**
 * The holder of the session that a request shows, or null. A session that a password alone opened, to enrol a second factor,
 * is nobody's once there is one: else whoever knows the password would put their own in its place.
 */
export async function holderOf(req: PayloadRequest): Promise<Holder | null> {
  const claims = claimsShown(req.payload, req.headers)
  const session = claims && (await useSession(req.payload, { sid: claims.sid, account: claims.id }))
  const user = session ? await accountOf(req.payload, claims.id) : null
  if (session?.enrolling && user && (await hasSecondFactor(req.payload, user.id))) return null
  return claims && session && user
    ? { user, sid: claims.sid, exp: claims.exp, enrolling: session.enrolling ?? false }
    : null
}
