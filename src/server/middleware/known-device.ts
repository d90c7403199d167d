import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { settingsOf } from '../../lib/settings.ts'
import { deviceCookieName, readCookie } from '../../security/cookies.ts'
import { keyOf } from '../../security/keys.ts'
import { knowsAddress, readDevice } from '../../security/known-device.ts'
import { emailIn } from './credentials.ts'

/**
 * A limit for those who never signed in to the account here: who did, with this browser, is not held up by what others
 * of the same network do. Its own failures are counted where passwords are compared. Comes after the credentials.
 */
export function unlessKnownDevice(payload: Payload, limit: RequestHandler): RequestHandler {
  const key = keyOf(payload, 'known-device')
  const name = deviceCookieName(settingsOf(payload).PUBLIC_URL)
  return (req, res, next) => {
    const device = readDevice(key, readCookie({ get: (header) => req.get(header) ?? null }, name))
    const email = emailIn(req.body)
    // A second step names no address: it goes with a first one, and has few tries.
    if (email === '' ? device !== null && device.accounts.length > 0 : knowsAddress(key, device, email)) next()
    else limit(req, res, next)
  }
}
