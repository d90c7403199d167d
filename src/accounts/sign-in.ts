import type { Payload } from 'payload'
import { unitOfWork } from '../db/unit-of-work.ts'
import { accountByEmail } from '../governance/accounts.ts'
import { afterwards } from '../lib/afterwards.ts'
import { foldEmail } from '../lib/fold.ts'
import { sha256 } from '../lib/hash.ts'
import { settingsOf } from '../lib/settings.ts'
import type { User } from '../payload-types.ts'
import { tryInTurn, type Patience } from '../security/attempts.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { keyOf } from '../security/keys.ts'
import { knowsAddress } from '../security/known-device.ts'
import { isPassword } from '../security/password-hash.ts'
import type { Visitor } from './client.ts'
import { badCredentials, tooManyTries } from './errors.ts'
import { oweNotice } from '../governance/notices.ts'
import { now } from '../lib/clock.ts'

const MINUTE = 60_000

/** The wait of strangers after failures, counted by account and network: whoever fails elsewhere holds nobody up. */
const patienceOf = (free: number): Patience => ({ free, first: MINUTE, longest: 15 * MINUTE, memory: 60 * MINUTE })

/** A device that the account signed in with before has failures of its own, and more of them. */
const KNOWN_DEVICE_TIMES = 3

/**
 * The account that an address and a password belong to. An address that nobody has costs the same work and gets the
 * same words; failures are noted after the answer.
 * @throws DomainError 401 `bad-credentials`; 429 `too-many-requests` after many failures from one network, or from one
 * device that is known
 */
export async function checkPassword(
  payload: Payload,
  { email, password, visitor }: { email: string; password: string; visitor: Visitor },
): Promise<User> {
  const account = await accountByEmail(payload, email)
  const { LIMIT_FAILED_LOGINS: free } = settingsOf(payload)
  const { device } = visitor
  const isKnown = knowsAddress(keyOf(payload, 'known-device'), device, email)
  const key = `sign-in|${isKnown && device ? `device ${device.id}` : `network ${visitor.network}`}|${sha256(foldEmail(email))}`
  const patience = patienceOf(isKnown ? KNOWN_DEVICE_TIMES * free : free)
  const tried = await tryInTurn(payload, key, patience, async () =>
    (await isPassword(account, password)) ? account : null,
  )
  const facts = { account: account?.id ?? null, ip: visitor.ip, userAgent: visitor.userAgent }
  if (tried.wait > 0 || !('result' in tried)) {
    afterwards(payload, 'a delayed sign-in', () => noteSecurityEvent(payload, { type: 'sign-in-delayed', ...facts }))
    throw tooManyTries(tried.wait)
  }
  const { result, count } = tried
  if (result) return result
  afterwards(payload, 'a failed sign-in', async () => {
    await noteSecurityEvent(payload, { type: 'sign-in-failed', ...facts })
    if (!account || count < free) return
    const at = now().toISOString()
    await unitOfWork(payload, (unit) => oweNotice(unit, 'sign-in-failures', { account, at, ip: visitor.ip }))
  })
  throw badCredentials()
}
