import type { Payload } from 'payload'
import { inTurn } from '../db/in-turn.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import { accountByEmail } from '../governance/accounts.ts'
import { isElector } from '../governance/electors.ts'
import { oweNotice } from '../governance/notices.ts'
import { afterwards } from '../lib/afterwards.ts'
import { now } from '../lib/clock.ts'
import { foldEmail } from '../lib/fold.ts'
import { sameSecret, sha256 } from '../lib/hash.ts'
import { settingsOf } from '../lib/settings.ts'
import type { User } from '../payload-types.ts'
import { wakeSender } from '../record/wake.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { keyOf } from '../security/keys.ts'
import { deviceCookie, knowsAddress, newDevice } from '../security/known-device.ts'
import { mailedCode } from '../security/mailed-code.ts'
import { afterFirstStep } from './after-first-step.ts'
import { beginAttempt, endAttempt, tryAttempt } from './attempts.ts'
import type { Visitor } from './client.ts'
import { attemptOver, badCode } from './errors.ts'
import type { SignedIn } from './finish-sign-in.ts'
import { accountOf } from './second-step.ts'

const HOUR = 60 * 60_000
/** Codes an hour to one address: for all devices that never signed in with it together, and for each that did. */
const MOST_CODES = 5

/** The answer to anybody who asks for a code, whether one leaves or not. */
export type CodeAsked = { attempt: string; expiresAt: string; device: string }

/**
 * Sends an elector a code to sign in with in place of a password. Whoever asks gets the same answer after the same
 * work; whether a code leaves is decided after it. A second code asked on the same device voids the first.
 */
export async function askForCode(
  payload: Payload,
  { email, visitor }: { email: string; visitor: Visitor },
): Promise<CodeAsked> {
  const key = keyOf(payload, 'known-device')
  const device = visitor.device ?? newDevice()
  const addressKey = sha256(foldEmail(email))
  const deviceKnown = knowsAddress(key, visitor.device, email)
  const { id, token, until } = await beginAttempt(payload, 'mailed-code', {
    addressKey,
    device: device.id,
    deviceKnown,
  })
  // One after another for one address: what has left is counted before another leaves.
  afterwards(payload, 'a code to sign in with', () =>
    inTurn(payload, `code|${addressKey}`, async () => {
      await unitOfWork(payload, ({ req }) =>
        payload.db.updateMany({
          collection: 'sign-in-attempts',
          where: {
            and: [
              { purpose: { equals: 'mailed-code' } },
              { device: { equals: device.id } },
              { addressKey: { equals: addressKey } },
              { id: { not_equals: id } },
              { endedAt: { exists: false } },
            ],
          },
          data: { endedAt: now().toISOString() },
          req,
        }),
      )
      const account = await accountByEmail(payload, email)
      if (!account || !(await mayUseCodes(payload, account))) return
      // Booked before it is counted: of two instances that send at once, each counts what the other has booked.
      const book = (of: string | null) =>
        payload.db.updateOne({ collection: 'sign-in-attempts', id, data: { account: of }, returning: false })
      await book(account.id)
      if ((await codesSent(payload, { id, addressKey, device: device.id, deviceKnown })) >= MOST_CODES) {
        await book(null)
        return
      }
      await unitOfWork(payload, (unit) => oweNotice(unit, 'sign-in-code', { account, attempt: id, expiresAt: until }))
      wakeSender(payload)
    }),
  )
  return { attempt: token, expiresAt: until, device: deviceCookie(key, device) }
}

/**
 * Ends a sign-in by the code that was mailed, on the device that asked for it.
 * @throws DomainError 401 `attempt-over`, `bad-code`, `second-factor-needed`
 */
export async function signInByCode(
  payload: Payload,
  { attempt, code, visitor }: { attempt?: unknown; code?: unknown; visitor: Visitor },
): Promise<SignedIn> {
  const row = await tryAttempt(payload, 'mailed-code', attempt)
  if (!row || row.device !== visitor.device?.id) throw attemptOver()
  const account = row.account ? await accountOf(payload, row.account) : null
  const given = typeof code === 'string' ? code.replace(/\s/g, '') : ''
  const isRight = sameSecret(given, mailedCode(settingsOf(payload).TOKEN_SECRET, row.id))
  if (!isRight || !account) {
    afterwards(payload, 'a wrong code', () =>
      noteSecurityEvent(payload, {
        type: 'sign-in-failed',
        account: account?.id ?? null,
        ip: visitor.ip,
        userAgent: visitor.userAgent,
        data: { code: 'mailed-code' },
      }),
    )
    throw badCode()
  }
  if (!(await endAttempt(payload, row)) || !(await mayUseCodes(payload, account))) throw attemptOver()
  return afterFirstStep(payload, { account, visitor, method: 'mailed-code' })
}

/** Electors alone, and nobody whose role needs more than the mailbox. */
async function mayUseCodes(payload: Payload, account: User): Promise<boolean> {
  const { roles } = account
  return !roles?.includes('admin') && !roles?.includes('secretariat') && (await isElector(payload, account.id))
}

/** How many codes have left within the hour that share a bound with this one. */
async function codesSent(
  payload: Payload,
  { addressKey, device, deviceKnown, id }: { addressKey: string; device: string; deviceKnown: boolean; id: string },
): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'sign-in-attempts',
    where: {
      and: [
        { purpose: { equals: 'mailed-code' } },
        { addressKey: { equals: addressKey } },
        { account: { exists: true } },
        { id: { not_equals: id } },
        { createdAt: { greater_than: new Date(now().getTime() - HOUR).toISOString() } },
        deviceKnown ? { device: { equals: device } } : { deviceKnown: { not_equals: true } },
      ],
    },
    overrideAccess: true,
  })
  return totalDocs
}
