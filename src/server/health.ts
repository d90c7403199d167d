import type { Router } from 'express'
import type { Payload } from 'payload'
import { exactRouter } from '../site/exact-router.ts'

/** Milliseconds. */
const LONGEST_PING = 2_000

/** Whether the database answers, within two seconds. */
async function answers(payload: Payload): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_PING)
  })
  const ping = payload.db.findOne({ collection: 'counters', where: {} }).then(
    () => true,
    () => false,
  )
  return Promise.race([ping, late]).finally(() => clearTimeout(timer))
}

/** `/live`: the process runs. `/ready`: it takes requests, and its database answers. */
export function healthRouter(payload: Payload): Router {
  const router = exactRouter()
  router.get('/health/live', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'live' })
  })
  router.get('/health/ready', async (req, res) => {
    const stopping = req.app.get('stopping') === true
    const ready = !stopping && (await answers(payload))
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : stopping ? 'stopping' : 'database-unreachable' })
  })
  return router
}
