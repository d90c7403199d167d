import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit, type Options } from 'express-rate-limit'
import type { Env } from '../../env.ts'
import { foldEmail } from '../../lib/fold.ts'
import { DomainError } from '../../lib/errors.ts'
import { sha256 } from '../../lib/hash.ts'
import { emailIn } from './credentials.ts'
import { ipOf } from './request-id.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE
/** How often a form may be sent to be checked, for each time that it may be sent for good. */
const FORMS_A_SUBMISSION = 5
/** Links to set a password that one account may be sent in an hour. */
const PASSWORD_LINKS = 5

/** Somebody asked too often. @param seconds until it may be tried again */
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
const keyOfAccount = (req: Request): string => sha256(`${req.path}\n${foldEmail(emailIn(req.body))}`)

function limited(windowMs: number, limit: number, more: Partial<Options> = {}): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
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

export type Limits = Readonly<Record<'submissions' | 'signatures' | 'links' | 'forms' | 'logins' | 'passwordLinks', RequestHandler>>

/** How often what may be done, counted in this process. */
export function limitsBy(env: Pick<Env, 'LIMIT_SUBMISSIONS' | 'LIMIT_SIGNATURES' | 'LIMIT_LOGINS'>): Limits {
  return {
    submissions: limited(HOUR, env.LIMIT_SUBMISSIONS),
    signatures: limited(QUARTER, env.LIMIT_SIGNATURES),
    links: limited(QUARTER, env.LIMIT_SIGNATURES),
    forms: limited(HOUR, FORMS_A_SUBMISSION * env.LIMIT_SUBMISSIONS),
    logins: limited(QUARTER, env.LIMIT_LOGINS),
    passwordLinks: limited(HOUR, PASSWORD_LINKS, { keyGenerator: keyOfAccount, skip: (req) => emailIn(req.body) === '' }),
  }
}
