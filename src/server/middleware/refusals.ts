import type { ErrorRequestHandler, Request } from 'express'
import type { Payload } from 'payload'
import { claimsShown } from '../../accounts/session-strategy.ts'
import { isDomainError } from '../../lib/errors.ts'
import { noteSecurityEvent } from '../../security/journal.ts'
import { ipOf } from './request-id.ts'

/** Codes that the security journal leaves out: refusals that anybody may happen on, and answers that are none. */
const OF_NO_INTEREST: ReadonlySet<string> = new Set(['not-found', 'client-gone', 'busy', 'database-unavailable'])

/** Notes that a request was refused: from where, and in whose session where its token is one of ours. */
export async function noteRefusal(payload: Payload, req: Request, code: string): Promise<void> {
  if (OF_NO_INTEREST.has(code)) return
  const account = claimsShown(payload, { get: (name) => req.get(name) ?? null })?.id ?? null
  await noteSecurityEvent(payload, { type: 'refused-by-gate', account, by: account, ip: ipOf(req), data: { code } })
}

/** Notes what the front door refuses by throwing: addresses, limits, calls of the panel. What fails is no refusal. */
export const noteRefusals =
  (payload: Payload): ErrorRequestHandler =>
  async (thrown: unknown, req, _res, next) => {
    if (isDomainError(thrown) && thrown.status < 500) await noteRefusal(payload, req, thrown.code)
    next(thrown)
  }
