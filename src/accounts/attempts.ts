import type { Payload } from 'payload'
import { findById } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { updateIf } from '../db/update-if.ts'
import { now } from '../lib/clock.ts'
import { hmacSha256, sameSecret } from '../lib/hash.ts'
import type { SignInAttempt } from '../payload-types.ts'
import { keyOf } from '../security/keys.ts'

const MINUTE = 60_000
const MOST_TRIES = 5

type Purpose = SignInAttempt['purpose']

/** Minutes within which an attempt may be ended. */
const MINUTES: Readonly<Record<Purpose, number>> = {
  'second-factor': 5,
  'mailed-code': 10,
  passkey: 5,
  'add-passkey': 10,
  'add-totp': 15,
}

type Begun = { account?: string; addressKey?: string; device?: string; deviceKnown?: boolean; challenge?: string }

const macOf = (payload: Pick<Payload, 'config'>, id: string): string =>
  hmacSha256(keyOf(payload, 'sign-in-attempt'), `attempt:${id}`).toString('base64url')

/** Begins what another request will end. @returns its id, and the token by which it is named: stored nowhere */
export async function beginAttempt(
  payload: Payload,
  purpose: Purpose,
  facts: Begun,
): Promise<{ id: string; token: string; until: string }> {
  const until = new Date(now().getTime() + MINUTES[purpose] * MINUTE).toISOString()
  const made: unknown = await payload.db.create({
    collection: 'sign-in-attempts',
    data: { purpose, tries: 0, until, ...facts },
  })
  if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error('The database made no row')
  const id = String(made.id)
  return { id, token: `${id}.${macOf(payload, id)}`, until }
}

/** The attempt that a token names, while it may still be ended; each look is one of its five tries. Null for any other token. */
export async function tryAttempt(payload: Payload, purpose: Purpose, token: unknown): Promise<SignInAttempt | null> {
  if (typeof token !== 'string') return null
  const [id = '', mac = '', ...rest] = token.split('.')
  if (rest.length > 0 || !sameSecret(mac, macOf(payload, id))) return null
  const isOpen = await updateIf(payload, {
    collection: 'sign-in-attempts',
    where: {
      and: [
        { id: { equals: id } },
        { purpose: { equals: purpose } },
        { tries: { less_than: MOST_TRIES } },
        { endedAt: { exists: false } },
        { until: { greater_than: now().toISOString() } },
      ],
    },
    data: { tries: { $inc: 1 } },
  })
  return isOpen ? findById({ payload }, 'sign-in-attempts', id) : null
}

/** Ends what was begun. @returns false when another request has ended it */
export const endAttempt = (payload: Payload, { id }: Pick<SignInAttempt, 'id'>): Promise<boolean> =>
  updateIf(payload, {
    collection: 'sign-in-attempts',
    where: { and: [{ id: { equals: id } }, { endedAt: { exists: false } }] },
    data: { endedAt: now().toISOString() },
  })

/** The purposes whose attempts end without a session: they sign somebody in. */
const SIGNS_IN: readonly Purpose[] = ['second-factor', 'mailed-code']

/**
 * Voids the sign-ins of an account that were begun and wait for a code: what they began with (a password, a mailbox) may be
 * what has just been changed. Voids nothing that somebody who is signed in began.
 */
export async function voidSignIns(
  { payload, req }: Pick<UnitOfWork, 'payload' | 'req'>,
  account: string,
): Promise<void> {
  await payload.db.updateMany({
    collection: 'sign-in-attempts',
    where: {
      and: [{ account: { equals: account } }, { purpose: { in: [...SIGNS_IN] } }, { endedAt: { exists: false } }],
    },
    data: { endedAt: now().toISOString() },
    req,
  })
}

/** Deletes what could be ended a day ago. */
export async function forgetOldAttempts(payload: Payload): Promise<number> {
  const where = { until: { less_than: new Date(now().getTime() - 24 * 60 * MINUTE).toISOString() } }
  const { totalDocs } = await payload.count({ collection: 'sign-in-attempts', where, overrideAccess: true })
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'sign-in-attempts', where })
  return totalDocs
}
