import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit, type Options, type Store } from 'express-rate-limit'
import type { Payload } from 'payload'
import { sharedCounts } from '../../db/shared-counts.ts'
import type { Env } from '../../env.ts'
import { countedByKey } from '../../federations/key-text.ts'
import { foldEmail } from '../../lib/fold.ts'
import { DomainError } from '../../lib/errors.ts'
import { sha256 } from '../../lib/hash.ts'
import { emailIn } from './credentials.ts'
import { ipOf } from './request-id.ts'
import { sharedStore } from './shared-store.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE
/** How often a step of a form may be sent, for each time that the form may be sent for good: it has five, each more than once. */
const FORMS_A_SUBMISSION = 15
/** A federation applies for many: by its key it may as many times more often. */
const TIMES_OF_A_KEY = 10
/** Batches that one key may send in an hour, those included that are sent again. */
const BATCHES = 60
/** Links to set a password that one account may be sent in an hour. */
const PASSWORD_LINKS = 5

/** 429: the caller has asked too often. @param seconds until it may be tried again */
export const tooManyRequests = (seconds: number) =>
  new DomainError(
    'TooManyRequests',
    'too-many-requests',
    429,
    {
      fr: `Trop de demandes en peu de temps. Réessayez dans ${inWords(seconds, 'minute', 'seconde')}.`,
      en: `Too many requests in a short time. Try again in ${inWords(seconds, 'minute', 'second')}.`,
    },
    { extra: { retryAfter: seconds } },
  )

const inWords = (seconds: number, minute: string, second: string): string => {
  const [count, unit] = seconds > 90 ? [Math.ceil(seconds / 60), minute] : [seconds, second]
  return `${count} ${unit}${count > 1 ? 's' : ''}`
}

const keyOfIp = (req: Request): string => ipKeyGenerator(ipOf(req))
/** Addresses of people are not kept in memory either. */
const keyOfAccount = (req: Request): string => sha256(foldEmail(emailIn(req.body)))

type Limited = (name: string, windowMs: number, limit: number, more?: Partial<Options>) => RequestHandler

const limitedIn =
  (storeOf: (name: string) => Store | undefined): Limited =>
  (name, windowMs, limit, more = {}) => {
    const store = storeOf(name)
    return rateLimit({
      windowMs,
      limit,
      ...(store ? { store } : {}),
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      // Its checks guess at misuse of `X-Forwarded-For`, which anybody may send and nobody here believes unasked.
      validate: false,
      keyGenerator: keyOfIp,
      handler: (_req, res, next) => {
        next(tooManyRequests(Number(res.getHeader('Retry-After') ?? windowMs / 1000)))
      },
      ...more,
    })
  }

export type Limits = Readonly<
  Record<'submissions' | 'batches' | 'signatures' | 'links' | 'forms' | 'logins' | 'passwordLinks', RequestHandler>
>

/** How often what may be done: counted by all instances together on MongoDB, in this process on SQLite. */
export function limitsBy(
  env: Pick<Env, 'LIMIT_SUBMISSIONS' | 'LIMIT_SIGNATURES' | 'LIMIT_LOGINS'>,
  payload: Pick<Payload, 'db' | 'logger' | 'config'>,
): Limits {
  const shared = sharedCounts(payload)
  const failed = (error: unknown): void =>
    payload.logger.warn({ err: error, msg: 'Attempts were counted by this instance alone' })
  const limited = limitedIn((name) => (shared ? sharedStore(name, shared, failed) : undefined))
  const keyOf = (req: Request): string | null => countedByKey(payload, { get: (name) => req.get(name) })
  const byKey = (req: Request): string => keyOf(req) ?? keyOfIp(req)
  return {
    submissions: limited('submissions', HOUR, env.LIMIT_SUBMISSIONS, {
      keyGenerator: byKey,
      limit: (req) => (keyOf(req) === null ? 1 : TIMES_OF_A_KEY) * env.LIMIT_SUBMISSIONS,
    }),
    batches: limited('batches', HOUR, BATCHES, { keyGenerator: byKey }),
    signatures: limited('signatures', QUARTER, env.LIMIT_SIGNATURES),
    links: limited('links', QUARTER, env.LIMIT_SIGNATURES),
    forms: limited('forms', HOUR, FORMS_A_SUBMISSION * env.LIMIT_SUBMISSIONS),
    logins: limited('logins', QUARTER, env.LIMIT_LOGINS),
    passwordLinks: limited('passwordLinks', HOUR, PASSWORD_LINKS, {
      keyGenerator: keyOfAccount,
      skip: (req) => emailIn(req.body) === '',
    }),
  }
}
