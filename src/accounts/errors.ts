import { DomainError, type Messages } from '../lib/errors.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, type PasswordFlaw } from '../security/password-policy.ts'

const refusal = (name: string, code: string, status: number, path: string | null, messages: Messages, extra: Readonly<Record<string, unknown>> = {}) =>
  new DomainError(name, code, status, messages, { extra, ...(path === null ? {} : { faults: [{ path, code, messages }] }) })

/** The one answer to a sign-in that fails, whatever failed. */
export const badCredentials = () =>
  refusal('AuthenticationError', 'bad-credentials', 401, null, {
    fr: 'L’adresse électronique ou le mot de passe est incorrect.',
    en: 'The e-mail address or the password is incorrect.',
  })

const inWords = (seconds: number, minute: string, second: string): string => {
  const [count, unit] = seconds > 90 ? [Math.ceil(seconds / 60), minute] : [seconds, second]
  return `${count} ${unit}${count > 1 ? 's' : ''}`
}

/** Too many tries failed. @param milliseconds until the next may be made */
export const tooManyTries = (milliseconds: number) => {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  return refusal(
    'TooManyRequests',
    'too-many-requests',
    429,
    null,
    {
      fr: `Trop d’essais ont échoué. Réessayez dans ${inWords(seconds, 'minute', 'seconde')}, ou demandez un nouveau mot de passe.`,
      en: `Too many tries have failed. Try again in ${inWords(seconds, 'minute', 'second')}, or ask for another password.`,
    },
    { retryAfter: seconds },
  )
}

/** A text that is needed was not sent as one. */
export const textNeeded = (path: string) => {
  const messages = { fr: 'Un texte est attendu.', en: 'A text is expected.' }
  return new DomainError('BadRequest', 'invalid', 400, { fr: 'Des informations sont à corriger.', en: 'Some things need correcting.' }, { faults: [{ path, code: 'required', messages }] })
}

/** The link to choose a password was used, replaced, or its time is over. */
export const badToken = () =>
  refusal('APIError', 'bad-token', 403, null, { fr: 'Ce lien n’est plus valable\u00a0: demandez-en un nouveau.', en: 'This link is no longer valid: ask for a new one.' })

const FLAWS: Readonly<Record<PasswordFlaw, Messages>> = {
  'too-short': {
    fr: `Choisissez un mot de passe d’au moins ${SHORTEST_PASSWORD} caractères.`,
    en: `Choose a password of at least ${SHORTEST_PASSWORD} characters.`,
  },
  'too-long': {
    fr: `Choisissez un mot de passe de ${LONGEST_PASSWORD} caractères au plus.`,
    en: `Choose a password of at most ${LONGEST_PASSWORD} characters.`,
  },
  unusable: {
    fr: 'Ce mot de passe contient un signe qu’un clavier n’écrit pas.',
    en: 'This password has a sign that no keyboard writes.',
  },
  known: {
    fr: 'Ce mot de passe fait partie de ceux que l’on devine vite\u00a0: mot connu, nom, suite ou répétition. Assemblez plutôt quatre ou cinq mots sans lien entre eux.',
    en: 'This password is one of those that are guessed fast: a known word, a name, a sequence or a repetition. Put four or five unrelated words together instead.',
  },
}

/** A password that may not be chosen, and why. */
export const weakPassword = (flaw: PasswordFlaw) => refusal('ValidationError', `password-${flaw}`, 400, 'password', FLAWS[flaw])

/** There is no such session of one's own. */
export const unknownSession = () => refusal('NotFound', 'not-found', 404, null, { fr: 'Cette session n’existe pas ou est déjà fermée.', en: 'There is no such session, or it has ended.' })

/** Said after the right password alone: whoever guesses learns nothing. */
export const accountSuspended = () =>
  refusal('Forbidden', 'account-suspended', 403, null, {
    fr: 'Ce compte est suspendu. Adressez-vous au secrétariat ou à la présidence.',
    en: 'This account is suspended. Ask the secretariat or the chair.',
  })
