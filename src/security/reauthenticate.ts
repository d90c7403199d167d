import type { Payload, PayloadRequest } from 'payload'
import { findById } from '../db/find.ts'
import { DomainError, type Messages } from '../lib/errors.ts'
import { tryInTurn, type Patience } from './attempts.ts'
import { isPassword } from './password-hash.ts'
import { acceptTotp } from './second-factor/factors.ts'

const MINUTE = 60_000
const PATIENCE: Patience = { free: 5, first: MINUTE, longest: 15 * MINUTE, memory: 60 * MINUTE }

const refusal = (code: string, messages: Messages) =>
  new DomainError('Forbidden', code, 403, messages, { at: 'currentPassword' })

/** What is asked changes how somebody signs in: a session alone is not enough. */
const presentPasswordNeeded = () =>
  refusal('present-password-needed', {
    fr: 'Pour ce changement, saisissez aussi votre mot de passe actuel ou un code de votre second facteur.',
    en: 'For this change, give your present password or a code of your second factor as well.',
  })

/** The present password or code that goes with a change is not the right one. */
const wrongPresentPassword = () =>
  refusal('wrong-present-password', {
    fr: 'Le mot de passe actuel ou le code n’est pas le bon.',
    en: 'The present password or the code is not the right one.',
  })

const tooManyTries = (milliseconds: number) =>
  new DomainError(
    'TooManyRequests',
    'too-many-requests',
    429,
    { fr: 'Trop d’essais ont échoué\u00a0: attendez un peu.', en: 'Too many tries have failed: wait a little.' },
    {
      extra: { retryAfter: Math.ceil(milliseconds / 1000) },
    },
  )

/** What goes with a change of how somebody signs in: the present password, or a code of a second factor. */
export type Proof = { currentPassword?: unknown; code?: unknown }

/**
 * Asks who is signed in to prove it again: an unlocked screen is not enough to change a password, an address, a second
 * factor. Failures are counted by account.
 * @param req of a transaction that is open, if one is
 * @throws DomainError 403 `present-password-needed`, `wrong-present-password`; 429 `too-many-requests`
 */
export async function reauthenticate(
  payload: Payload,
  account: string,
  { currentPassword, code }: Proof,
  req?: PayloadRequest,
): Promise<void> {
  const password = typeof currentPassword === 'string' && currentPassword !== '' ? currentPassword : null
  const digits = typeof code === 'string' && code !== '' ? code : null
  if (password === null && digits === null) throw presentPasswordNeeded()
  const key = `reauthenticate|${account}`
  const tried = await tryInTurn(payload, key, PATIENCE, async () => {
    if (password === null) return digits !== null && (await acceptTotp(payload, account, digits, req)) ? true : null
    const stored = await findById({ payload }, 'users', account, { showHiddenFields: true })
    return (await isPassword(stored, password)) ? true : null
  })
  if (tried.wait > 0 || !('result' in tried)) throw tooManyTries(tried.wait)
  if (!tried.result) throw wrongPresentPassword()
}
