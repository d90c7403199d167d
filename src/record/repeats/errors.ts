import { DomainError } from '../../lib/errors.ts'

/** Codes of refusals that pass by themselves: the same request may be carried out a moment later. */
export const PASSING: readonly string[] = ['busy', 'too-many-races', 'try-again']

/** Seconds after which whoever was told to wait may ask again. */
const SOON = 1

/** A key names one request: what is sent with it now is another. */
export const keyReused = () =>
  new DomainError('UnprocessableEntity', 'idempotency-key-reused', 422, {
    fr: 'Cette clé (Idempotency-Key) a déjà servi pour une autre requête\u00a0: prenez-en une nouvelle.',
    en: 'This key (Idempotency-Key) has served for another request: take a new one.',
  })

/** The same request is being carried out elsewhere at this moment. */
export const stillUnderWay = () =>
  new DomainError(
    'Conflict',
    'busy',
    409,
    {
      fr: 'La même requête est en cours de traitement. Renvoyez-la telle quelle dans un instant.',
      en: 'The same request is being carried out. Send it again unchanged in a moment.',
    },
    { extra: { retryAfter: SOON } },
  )

/** The same request had an effect, and its answer was lost before it was kept. */
export const answerLost = () =>
  new DomainError('Conflict', 'answer-lost', 409, {
    fr: 'Cette requête a déjà eu son effet, mais sa réponse s’est perdue. Relisez l’état présent avant toute autre requête.',
    en: 'This request has had its effect already, but its answer was lost. Read the present state before you send another request.',
  })

/** One caller has used as many keys as are kept. @param seconds until the oldest is forgotten, at most */
export const tooManyKeys = (seconds: number) =>
  new DomainError(
    'TooManyRequests',
    'too-many-idempotency-keys',
    429,
    {
      fr: 'Trop de clés (Idempotency-Key) ont servi en une journée.',
      en: 'Too many keys (Idempotency-Key) were used within a day.',
    },
    { extra: { retryAfter: seconds } },
  )
