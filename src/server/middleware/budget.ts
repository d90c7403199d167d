import type { Request, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import { claimsShown } from '../../accounts/session-strategy.ts'
import { countedByKey } from '../../federations/key-text.ts'
import { networkOf } from '../../lib/network.ts'
import { countUp } from '../../lib/counts.ts'
import { sharedCounts } from '../../db/shared-counts.ts'
import type { Env } from '../../env.ts'
import { COSTS, costOf, isDear } from '../budget/costs.ts'
import { ledger } from '../budget/ledger.ts'
import { eventLoopLag, hasNoPlace } from '../budget/load.ts'
import { busy } from '../../lib/slots.ts'
import { tooManyRequests } from './limits.ts'
import { ipOf } from './request-id.ts'

/** An account, or a key, may spend as many times what a network may: somebody at work in the panel, in several windows. */
const OF_AN_ACCOUNT = 2

type Settings = Pick<Env, 'LIMIT_POINTS' | 'LIMIT_CONCURRENT' | 'LIMIT_LAG_MS'>

/** The largest number that a header can hold (RFC 9651, 3.3.1): a limit without end. */
const WITHOUT_END = 999_999_999_999_999
const countOf = (points: number): number => Math.floor(Math.min(points, WITHOUT_END))

/** Programs are told what they may spend and what is left (draft-ietf-httpapi-ratelimit-headers). */
function tellLeft(res: Response, limit: number, { points, seconds }: { points: number; seconds: number }): void {
  res.set('RateLimit-Policy', `"points"; q=${countOf(limit)}; w=60`)
  res.set('RateLimit', `"points"; r=${countOf(points)}; t=${seconds}`)
}

const isReading = ({ method }: Request): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)

/**
 * Lets nobody take more of the house than their part: each network, account that is signed in, or key of a federation has points for a
 * minute, and a request costs them by its kind of route (429). When the house is full, what is dear and anonymous waits
 * first (503). What is free of charge (the look, scripts) is never refused, nor is health, which stands before.
 */
export function budget({ payload, env }: { payload: Payload; env: Settings }): RequestHandler {
  const failed = (error: unknown): void =>
    payload.logger.warn({ err: error, msg: 'Instances did not share what was spent' })
  const { spend, left } = ledger({ shared: sharedCounts(payload), failed })
  // By the token's signature alone: enough to count by. Whether the session still stands is asked where it does something.
  const accountOf = (req: Request): string | null =>
    claimsShown(payload, { get: (name) => req.get(name) ?? null })?.id ?? null
  const keyOf = (req: Request): string | null => countedByKey(payload, { get: (name) => req.get(name) })
  const lag = eventLoopLag()
  const running = new Map<string, number>()
  let runningInAll = 0

  const enter = (network: string): (() => void) => {
    runningInAll += 1
    running.set(network, (running.get(network) ?? 0) + 1)
    return () => {
      runningInAll -= 1
      const left = (running.get(network) ?? 1) - 1
      if (left > 0) running.set(network, left)
      else running.delete(network)
    }
  }

  return (req, res, next) => {
    const [, search = ''] = /^[^?]*(\?.*)?$/s.exec(req.url) ?? []
    const cost = costOf(req.method, req.path, search)
    if (cost === COSTS.free) {
      next()
      return
    }
    const network = networkOf(ipOf(req))
    const account = accountOf(req)
    const key = account === null ? keyOf(req) : null
    const caller = { isStaff: account !== null, isReading: isReading(req), isDear: isDear(cost) }
    const [who, limit] =
      account === null && key === null
        ? [`network ${network}`, env.LIMIT_POINTS]
        : [key === null ? `account ${account}` : `key ${key}`, OF_AN_ACCOUNT * env.LIMIT_POINTS]
    const isCall = /^\/api(?:\/|$)/.test(req.path)
    if (isCall) tellLeft(res, limit, left(who, limit))
    const load = { lag: lag(), running: runningInAll, runningOfNetwork: running.get(network) ?? 0 }
    if (hasNoPlace(caller, load, { lag: env.LIMIT_LAG_MS, running: env.LIMIT_CONCURRENT })) {
      countUp('limit-hit', 'overload')
      next(busy())
      return
    }
    const seconds = spend(who, cost, limit)
    if (isCall) tellLeft(res, limit, left(who, limit))
    if (seconds > 0) {
      next(tooManyRequests(seconds))
      return
    }
    const leave = enter(network)
    res.once('close', () => {
      leave()
      if (res.statusCode === 404) spend(who, COSTS.miss, limit)
    })
    next()
  }
}
