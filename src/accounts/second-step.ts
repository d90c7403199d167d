import type { Payload } from 'payload'
import { findById } from '../db/find.ts'
import { afterwards } from '../lib/afterwards.ts'
import type { SignInAttempt, User } from '../payload-types.ts'
import { tryInTurn, type Patience } from '../security/attempts.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { keyOf } from '../security/keys.ts'
import { knowsAddress } from '../security/known-device.ts'
import { acceptRecoveryCode, acceptTotp } from '../security/second-factor/factors.ts'
import { accountOfAssertion } from '../security/second-factor/passkeys.ts'
import { endAttempt, tryAttempt } from './attempts.ts'
import type { Visitor } from './client.ts'
import { attemptOver, badSecondFactor, tooManyTries } from './errors.ts'
import { finishSignIn, type SignedIn } from './finish-sign-in.ts'

const MINUTE = 60_000
/** The wait after wrong second factors. Whoever fails here knows the password, so strangers make nobody wait. */
const PATIENCE: Patience = { free: 10, first: MINUTE, longest: 15 * MINUTE, memory: 60 * MINUTE }

/** The answer to the question for a second factor: one of the three. */
export type Answer = { code?: unknown; recoveryCode?: unknown; assertion?: unknown }

/**
 * Ends a sign-in by its second factor.
 * @throws DomainError 401 `attempt-over`, `bad-second-factor`; 429 `too-many-requests`
 */
export async function takeSecondStep(
  payload: Payload,
  { challenge, answer, visitor }: { challenge: unknown; answer: Answer; visitor: Visitor },
): Promise<SignedIn> {
  const row = await tryAttempt(payload, 'second-factor', challenge)
  const account = row?.account ? await accountOf(payload, row.account) : null
  if (!row || !account) throw attemptOver()
  const who = knowsAddress(keyOf(payload, 'known-device'), visitor.device, account.email)
    ? `device ${visitor.device?.id}`
    : 'others'
  const tried = await tryInTurn(payload, `second-factor|${who}|${account.id}`, PATIENCE, () =>
    methodOf(payload, row, account.id, answer),
  )
  if (tried.wait > 0 || !('result' in tried)) throw tooManyTries(tried.wait)
  const facts = { account: account.id, ip: visitor.ip, userAgent: visitor.userAgent }
  if (!tried.result) {
    afterwards(payload, 'a refused second factor', () =>
      noteSecurityEvent(payload, { type: 'second-factor-failed', ...facts }),
    )
    throw badSecondFactor()
  }
  if (!(await endAttempt(payload, row))) throw attemptOver()
  if (tried.result === 'recovery-code')
    await noteSecurityEvent(payload, { type: 'recovery-code-used', by: account.id, ...facts })
  return finishSignIn(payload, { account, visitor, method: tried.result })
}

/** The factor that answered the question, or null for a wrong answer. */
async function methodOf(
  payload: Payload,
  { challenge }: SignInAttempt,
  account: string,
  { code, recoveryCode, assertion }: Answer,
): Promise<string | null> {
  if (typeof code === 'string') return (await acceptTotp(payload, account, code)) ? 'totp' : null
  if (typeof recoveryCode === 'string')
    return (await acceptRecoveryCode(payload, account, recoveryCode)) ? 'recovery-code' : null
  if (!challenge) return null
  return (await accountOfAssertion(payload, { response: assertion, challenge })) === account ? 'passkey' : null
}

/** An account by its id, or null. */
export const accountOf = (payload: Payload, id: string): Promise<User | null> => findById({ payload }, 'users', id)
