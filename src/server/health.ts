import type { Router } from 'express'
import type { Payload } from 'payload'
import { databaseAnswers } from '../db/database-answers.ts'
import { settingsOf } from '../lib/settings.ts'
import { buildId, platformVersion } from '../lib/version.ts'
import { exactRouter } from '../site/exact-router.ts'
import { askBucket } from './bucket.ts'
import { keptFor, succeedsWithin } from './kept-for.ts'
import { outboxAge } from './outbox-age.ts'

/** Milliseconds that a look at the database may take, and that what a write said is kept. */
const LONGEST_LOOK = 2_000
const KEPT = 3_000
/** Milliseconds for which the answer of the bucket is kept: it is asked over the network, and costs. */
const BUCKET_KEPT = 30_000

/** Seconds after which e-mails that could have left are late. */
const LATE = 60 * 60

/** The parts of the service whose health is told, by name. */
type Part = 'database' | 'database-write' | 'bucket'

const ROW = 'health'

/** Writes one row, as every act of the site does: a disk that is full, or may only be read, answers every question. */
async function write(payload: Payload): Promise<void> {
  const data = { holder: ROW, until: new Date(0).toISOString() }
  const written: unknown = await payload.db.updateOne({
    collection: 'leases',
    where: { key: { equals: ROW } },
    data,
    options: { atomic: true },
  })
  if (written === null) await payload.db.create({ collection: 'leases', data: { key: ROW, ...data } })
}

/**
 * `/live`: the process runs. `/ready`: it does what it is for: its database answers and takes a write, its bucket is there.
 * E-mails that do not leave are told and fail nothing: pages are served all the same.
 */
export function healthRouter(payload: Payload): Router {
  const env = settingsOf(payload)
  const running = { version: platformVersion(), build: env.CPOF_DEV === '1' ? null : buildId() }
  const reads = () => succeedsWithin(LONGEST_LOOK, () => databaseAnswers(payload, LONGEST_LOOK))
  const writes = keptFor(KEPT, () => succeedsWithin(2 * LONGEST_LOOK, () => write(payload)))
  const bucket = keptFor(BUCKET_KEPT, () => askBucket(env))
  const owedFor = keptFor(KEPT, async () => {
    let age: number | null = null
    await succeedsWithin(LONGEST_LOOK, async () => {
      age = Math.round(await outboxAge(payload))
    })
    return age
  })

  const failing = async (): Promise<Part[]> => {
    if (!(await reads())) return ['database']
    const [written, state] = await Promise.all([writes(), bucket()])
    return [
      ...(written ? [] : ['database-write' as const]),
      ...(state === null || state === 'there' ? [] : ['bucket' as const]),
    ]
  }

  const router = exactRouter()
  router.get('/health/live', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'live', ...running })
  })
  router.get('/health/ready', async (req, res) => {
    res.set('Cache-Control', 'no-store')
    if (req.app.get('stopping') === true) {
      res.status(503).json({ status: 'stopping', ...running, failing: [] })
      return
    }
    const parts = await failing()
    const oldestOwedEmailSeconds = parts.includes('database') ? null : await owedFor()
    const warnings = oldestOwedEmailSeconds !== null && oldestOwedEmailSeconds > LATE ? ['e-mail'] : []
    const status = parts.length === 0 ? 'ready' : parts.includes('database') ? 'database-unreachable' : 'not-ready'
    res
      .status(parts.length === 0 ? 200 : 503)
      .json({ status, ...running, failing: parts, warnings, oldestOwedEmailSeconds })
  })
  return router
}
