import { DomainError, type Messages } from '../lib/errors.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, type PasswordFlaw } from '../security/password-policy.ts'

const refusal = (
  name: string,
  code: string,
  status: number,
  path: string | null,
  messages: Messages,
  extra: Readonly<Record<string, unknown>> = {},
) =>
  new DomainError(name, code, status, messages, {
    extra,
    ...(path === null ? {} : { at: path }),
  })

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

/** The link to choose a password was used, replaced, or its time is over. */
export const badToken = () =>
  refusal('APIError', 'bad-token', 403, null, {
    fr: 'Ce lien n’est plus valable\u00a0: demandez-en un nouveau.',
    en: 'This link is no longer valid: ask for a new one.',
  })

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
export const weakPassword = (flaw: PasswordFlaw) =>
  refusal('ValidationError', `password-${flaw}`, 400, 'password', FLAWS[flaw])

/** 404: the caller has no such session. */
export const unknownSession = () =>
  refusal('NotFound', 'not-found', 404, null, {
    fr: 'Cette session n’existe pas ou est déjà fermée.',
    en: 'There is no such session, or it has ended.',
  })

/** 403: the account is suspended. Told after the right password alone, so that guessing learns nothing. */
export const accountSuspended = () =>
  refusal('Forbidden', 'account-suspended', 403, null, {
    fr: 'Ce compte est suspendu. Adressez-vous au secrétariat ou à la présidence.',
    en: 'This account is suspended. Ask the secretariat or the chair.',
  })

/** The first step is proved; the second is asked. @param question what names it, and how it can be answered */
export const secondFactorNeeded = (question: Readonly<Record<string, unknown>>) =>
  refusal(
    'SecondFactorNeeded',
    'second-factor-needed',
    401,
    null,
    { fr: 'Confirmez la connexion avec votre second facteur.', en: 'Confirm the sign-in with your second factor.' },
    question,
  )

/** A second factor that is wrong, or was used already. */
export const badSecondFactor = () =>
  refusal('AuthenticationError', 'bad-second-factor', 401, null, {
    fr: 'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant et réessayez.',
    en: 'This code is not the right one, or was used already. Wait for the next one and try again.',
  })

/** 401: the attempt took too long, was ended, or has no tries left. */
export const attemptOver = () =>
  refusal('AuthenticationError', 'attempt-over', 401, null, {
    fr: 'Cette connexion a expiré\u00a0: recommencez.',
    en: 'This sign-in has expired: begin again.',
  })

/** A mailed code that is wrong. */
export const badCode = () =>
  refusal('AuthenticationError', 'bad-code', 401, null, {
    fr: 'Ce code n’est pas le bon.',
    en: 'This code is not the right one.',
  })

/** The account may do nothing before it has a second factor. */
export const secondFactorToEnrol = () =>
  refusal('Forbidden', 'second-factor-to-enrol', 403, null, {
    fr: 'Votre rôle demande un second facteur\u00a0: enregistrez-le pour continuer.',
    en: 'Your role needs a second factor: enrol one to go on.',
  })

/** The last second factor of an account that needs one. */
export const lastSecondFactor = () =>
  refusal('Conflict', 'last-second-factor', 409, null, {
    fr: 'Votre rôle demande un second facteur\u00a0: ajoutez-en un autre avant de retirer celui-ci.',
    en: 'Your role needs a second factor: add another before removing this one.',
  })

/** 400: the answer of a browser or an application does not fit what was asked. */
export const badEnrolment = () =>
  refusal('BadRequest', 'bad-second-factor', 400, null, {
    fr: 'Ce code ou cette clé ne convient pas\u00a0: recommencez.',
    en: 'This code or key does not fit: begin again.',
  })

export const unknownFactor = () =>
  refusal('NotFound', 'not-found', 404, null, {
    fr: 'Ce second facteur n’existe pas.',
    en: 'There is no such second factor.',
  })
