import type { Payload } from 'payload'
import type { User } from '../payload-types.ts'
import { flawOfPassword } from '../security/password-policy.ts'
import { inWorker } from '../workers/pool.ts'
import { weakPassword } from './errors.ts'

/**
 * Refuses a password that may not be chosen. How it would be guessed is worked out beside the requests.
 * @throws DomainError 400 `password-…`; 503 `busy`
 */
export async function checkPasswordChosen(
  payload: Payload,
  password: string,
  account: Pick<User, 'name' | 'email'>,
): Promise<void> {
  const flaw = await flawOfPassword(password, account, (asked) => inWorker(payload, 'guesses', asked))
  if (flaw) throw weakPassword(flaw)
}
