import type { Payload } from 'payload'
import type { User } from '../payload-types.ts'
import { factorsOf, isFactor } from '../security/second-factor/factors.ts'
import { assertionOptions } from '../security/second-factor/passkeys.ts'
import { needsSecondFactor } from '../security/second-factor/required.ts'
import { beginAttempt } from './attempts.ts'
import type { Visitor } from './client.ts'
import { secondFactorNeeded } from './errors.ts'
import { finishSignIn, type SignedIn } from './finish-sign-in.ts'

/**
 * Goes on after a password, a mailed code or a link proved one thing: to a session, to one that may only enrol a second
 * factor, or to the question for the second factor.
 * @throws DomainError 401 `second-factor-needed`, with the token of the question
 */
export async function afterFirstStep(
  payload: Payload,
  { account, visitor, method, quiet = false }: { account: User; visitor: Visitor; method: string; quiet?: boolean },
): Promise<SignedIn> {
  const factors = await factorsOf(payload, account.id)
  if (!factors.some(isFactor))
    return finishSignIn(payload, { account, visitor, method, quiet, enrolling: needsSecondFactor(payload, account) })
  const kinds = [
    ...new Set(factors.filter(({ kind, usedAt }) => kind !== 'recovery-code' || !usedAt).map(({ kind }) => kind)),
  ]
  const options = kinds.includes('passkey') ? await assertionOptions(payload, account.id) : null
  const { token, until } = await beginAttempt(payload, 'second-factor', {
    account: account.id,
    ...(options ? { challenge: options.challenge } : {}),
  })
  throw secondFactorNeeded({ challenge: token, expiresAt: until, kinds, ...(options ? { passkey: options } : {}) })
}
