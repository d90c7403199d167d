import type { AuthStrategy, Payload } from 'payload'
import { findById } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import { settingsOf } from '../lib/settings.ts'
import { readCookie, sessionCookieName } from '../security/cookies.ts'
import { keyOf } from '../security/keys.ts'
import { readSessionToken, type SessionClaims } from '../security/session-token.ts'
import { useSession } from './sessions.ts'

type HeaderReader = { get(name: string): string | null }

/** Values of `Sec-Fetch-Site` for a request by a page of ours, or by somebody who typed the address (Fetch Metadata). */
const OWN_SITES = new Set(['same-origin', 'same-site', 'none'])

/**
 * The claims of the token that a request shows, in `Authorization` or in the cookie, or null. A cookie is believed from
 * our own origin alone. Nothing is asked of the database: whether the session still stands is another question.
 */
export function claimsShown(payload: Pick<Payload, 'config'>, headers: HeaderReader): SessionClaims | null {
  const token = tokenShown(headers, settingsOf(payload).PUBLIC_URL)
  return token === null ? null : readSessionToken(keyOf(payload, 'staff-session'), token, now())
}

function tokenShown(headers: HeaderReader, publicUrl: string): string | null {
  const named = /^(?:JWT|Bearer) (.+)$/.exec(headers.get('authorization') ?? '')?.[1]
  if (named !== undefined) return named
  const cookie = readCookie(headers, sessionCookieName(publicUrl))
  if (!cookie) return null
  const origin = headers.get('origin')
  const isOurs =
    origin === null ? OWN_SITES.has(headers.get('sec-fetch-site') ?? '') : origin === new URL(publicUrl).origin
  return isOurs ? cookie : null
}

/** Knows the staff by their sessions. One that may only enrol a second factor signs nobody in, and nobody signs in to a suspended account. */
export const staffSession: AuthStrategy = {
  name: 'staff-session',
  authenticate: async ({ headers, payload }) => {
    const claims = claimsShown(payload, headers)
    if (!claims) return { user: null }
    const session = await useSession(payload, { sid: claims.sid, account: claims.id })
    if (!session || session.enrolling) return { user: null }
    const user = await findById({ payload }, 'users', claims.id)
    return {
      user:
        user && user.suspended !== true
          ? { ...user, collection: 'users', _strategy: 'staff-session', _sid: claims.sid }
          : null,
    }
  },
}
