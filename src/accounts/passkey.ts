import type { Payload } from 'payload'
import { accountOfAssertion, assertionOptions } from '../security/second-factor/passkeys.ts'
import { beginAttempt, endAttempt, tryAttempt } from './attempts.ts'
import type { Visitor } from './client.ts'
import { attemptOver, badSecondFactor } from './errors.ts'
import { finishSignIn, type SignedIn } from './finish-sign-in.ts'
import { accountOf } from './second-step.ts'

/** Begins a sign-in with a passkey alone: what the browser is asked, and the token that names the question. */
export async function beginPasskey(
  payload: Payload,
): Promise<{ attempt: string; expiresAt: string; options: Awaited<ReturnType<typeof assertionOptions>> }> {
  const options = await assertionOptions(payload, null)
  const { token, until } = await beginAttempt(payload, 'passkey', { challenge: options.challenge })
  return { attempt: token, expiresAt: until, options }
}

/**
 * Signs in who shows a passkey and proved to the device to be its holder: two factors in one.
 * @throws DomainError 401 `attempt-over`, `bad-second-factor`
 */
export async function signInByPasskey(
  payload: Payload,
  { attempt, assertion, visitor }: { attempt?: unknown; assertion?: unknown; visitor: Visitor },
): Promise<SignedIn> {
  const row = await tryAttempt(payload, 'passkey', attempt)
  if (!row?.challenge) throw attemptOver()
  const id = await accountOfAssertion(payload, { response: assertion, challenge: row.challenge })
  const account = id === null ? null : await accountOf(payload, id)
  if (!account) throw badSecondFactor()
  if (!(await endAttempt(payload, row))) throw attemptOver()
  return finishSignIn(payload, { account, visitor, method: 'passkey' })
}
