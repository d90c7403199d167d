import type { Visitor } from '../../accounts/client.ts'
import type { SignedIn } from '../../accounts/finish-sign-in.ts'
import { claimsShown } from '../../accounts/session-strategy.ts'
import { endSession, SESSION_SECONDS, type OpenedSession } from '../../accounts/sessions.ts'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { networkOf } from '../../lib/network.ts'
import { settingsOf } from '../../lib/settings.ts'
import { deviceCookieName, readCookie, sessionCookieName, setCookie } from '../../security/cookies.ts'
import { keyOf } from '../../security/keys.ts'
import { readDevice } from '../../security/known-device.ts'
import type { Ask } from '../respond.ts'

const YEAR = 365 * 24 * 60 * 60

/** Who is at the other end of a sign-in. */
export function visitorOf({ req, client }: Pick<Ask, 'req' | 'client'>): Visitor {
  const { PUBLIC_URL } = settingsOf(req.payload)
  return {
    ip: client.ip,
    network: networkOf(client.ip ?? ''),
    userAgent: client.userAgent,
    device: readDevice(keyOf(req.payload, 'known-device'), readCookie(req.headers, deviceCookieName(PUBLIC_URL))),
  }
}

/** The cookie of a session; without one, the cookie that takes it away. */
export function sessionCookie(req: Ask['req'], session: OpenedSession | null): string {
  const { PUBLIC_URL } = settingsOf(req.payload)
  return setCookie(PUBLIC_URL, {
    name: sessionCookieName(PUBLIC_URL),
    value: session?.token ?? '',
    seconds: session ? SESSION_SECONDS : 0,
  })
}

/** The cookie by which a device is known again. */
export function deviceCookieOf(req: Ask['req'], device: string): string {
  const { PUBLIC_URL } = settingsOf(req.payload)
  return setCookie(PUBLIC_URL, { name: deviceCookieName(PUBLIC_URL), value: device, seconds: YEAR })
}

/**
 * Answers a sign-in as Payload does: the token, when it ends, the account; and the cookies of session and device. Where the
 * browser shows a session that it had before, that one ends: its cookie is overwritten, and nobody could end it from there.
 */
export async function signedInAnswer(
  { req }: Pick<Ask, 'req'>,
  signedIn: SignedIn,
  message: string,
): Promise<Response> {
  const { token, exp, account, device, enrolling } = signedIn
  const former = claimsShown(req.payload, req.headers)
  if (former) await unitOfWork(req.payload, (unit) => endSession(unit, former.id, former.sid))
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  headers.append('Set-Cookie', sessionCookie(req, signedIn))
  headers.append('Set-Cookie', deviceCookieOf(req, device))
  const seen = await req.payload.findByID({
    collection: 'users',
    id: account.id,
    depth: 0,
    overrideAccess: false,
    user: { ...account, collection: 'users' },
    disableErrors: true,
  })
  const user = seen ? { ...seen, collection: 'users', _strategy: 'staff-session' } : null
  return Response.json(
    enrolling ? { message, exp, token, user: null, code: 'second-factor-to-enrol' } : { message, exp, token, user },
    { headers },
  )
}
