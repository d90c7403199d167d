import type { Request, RequestHandler, Response } from 'express'
import { executeAuthStrategies, type Payload, type SanitizedConfig } from 'payload'
import { foreignOrigin } from '../../api/gate-refusals.ts'
import { gateRules } from '../../api/gate.ts'
import { signInFirst, unsupportedMediaType } from '../../api/respond.ts'
import { refusedCalls } from '../../lib/panel-functions.ts'
import { requestIdOf } from '../middleware/request-id.ts'
import type { PanelHandler } from './handler.ts'
import { slots } from '../../lib/slots.ts'
import { headersOf, wholeBody } from '../web-request.ts'
import { issueOfCall, unknownFunction } from './call.ts'
import { replayed } from './replayed.ts'

/** Bytes that a call of the panel may have: Next's own limit. */
const MOST_BYTES = 1024 * 1024
/** Calls that run at once: each may cost some hundred milliseconds of the one processor. */
const AT_ONCE = { most: 6, mostEach: 3, mostWaiting: 60, waitMs: 20_000 } as const
const ACTION_ID = /^[0-9a-f]{42}$/

type Actions = { payload: Payload; config: SanitizedConfig; origin: string; panel: PanelHandler }

/**
 * Calls of the panel's functions: of staff alone, from our own pages, by a name that stands in a list, some at a time.
 * The pages to sign in call none. Everything else is refused before the panel hears of it.
 */
export function panelActions({ payload, config, origin, panel }: Actions): RequestHandler {
  const rules = gateRules(config)
  const languages = new Set(Object.keys(config.i18n.supportedLanguages))
  const takePlace = slots(AT_ONCE)

  return async (req, res) => {
    const { user } = await executeAuthStrategies({ headers: headersOf(req, { bodyWasRead: false }), payload })
    if (user?.collection !== 'users') throw signInFirst()
    if (req.get('origin') !== origin) throw foreignOrigin()
    const action = req.get('next-action') ?? ''
    if (!ACTION_ID.test(action)) throw unknownFunction(action)
    if (
      !/^text\/plain\s*(;|$)/i.test(req.get('content-type') ?? '') ||
      (req.get('content-encoding') ?? 'identity') !== 'identity'
    )
      throw unsupportedMediaType('text/plain')
    const body = await wholeBody(req, MOST_BYTES)
    const wrong = issueOfCall(body.toString('utf8'), rules, languages)
    if (wrong) throw wrong
    const gone = new AbortController()
    res.once('close', () => gone.abort())
    const leave = await takePlace(String(user.id), gone.signal)
    res.once('close', leave)
    saysWhenRefused(req, res)
    await panel(replayed(req, body), res)
  }
}

/** Gives an answer of the panel the status of a refusal where the call was refused inside. */
function saysWhenRefused(req: Request, res: Response): void {
  const id = requestIdOf(req)
  const refused = refusedCalls()
  res.once('close', () => refused.delete(id))
  const end = res.writeHead.bind(res)
  const writeHead = (status: number, ...rest: unknown[]): Response =>
    Reflect.apply(end, res, [refused.has(id) && status < 400 ? 400 : status, ...rest]) as Response
  res.writeHead = writeHead
}
