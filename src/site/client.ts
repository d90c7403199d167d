import type { Request } from 'express'
import type { Client } from '../adhesion/lifecycle/actor.ts'

const LONGEST_USER_AGENT = 500

/** The caller of a request: the front door has written address and number of the request under names of its own. */
export function clientOf(req: Request): Client {
  return {
    ip: req.get('x-cpof-ip') ?? null,
    userAgent: req.get('user-agent')?.slice(0, LONGEST_USER_AGENT) ?? null,
    requestId: req.get('x-cpof-request-id') ?? null,
  }
}
