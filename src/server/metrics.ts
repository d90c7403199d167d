import { timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { RequestHandler } from 'express'
import type { Payload, Where } from 'payload'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { findFirst } from '../db/find.ts'
import type { Env } from '../env.ts'
import { countsOf, countUp, lastRuns, type Counted } from '../lib/counts.ts'
import { sha256 } from '../lib/hash.ts'
import { nameRoute, routeNamed } from './middleware/log.ts'
import { outboxAge } from './outbox-age.ts'

/** The figures that one process tells of itself to Prometheus. */
export type Metrics = {
  /** Measures every request that passes. */
  measure: RequestHandler
  /** Everything in Prometheus' text format. */
  text: () => Promise<{ type: string; body: string }>
}

/** Milliseconds after which a figure of the database is left out of an answer. */
const LONGEST_LOOK = 2_000
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

const COUNTERS: Readonly<Record<Counted, { name: string; help: string; label: string }>> = {
  'unit-retried': {
    name: 'cpof_unit_retries_total',
    help: 'Units of work that were started again, by why',
    label: 'why',
  },
  'limit-hit': { name: 'cpof_limit_hits_total', help: 'Requests refused by a limit, by route pattern', label: 'route' },
  'email-sent': {
    name: 'cpof_emails_sent_total',
    help: 'E-mails that a mail server took charge of, by template',
    label: 'template',
  },
  'email-failed': {
    name: 'cpof_email_attempts_failed_total',
    help: 'Attempts to send an e-mail that failed, by template',
    label: 'template',
  },
  'webhook-sent': {
    name: 'cpof_webhooks_sent_total',
    help: 'Webhooks that a receiver took, by type of event',
    label: 'type',
  },
  'webhook-failed': {
    name: 'cpof_webhook_attempts_failed_total',
    help: 'Attempts to send a webhook that failed, by type of event',
    label: 'type',
  },
  'timer-run': {
    name: 'cpof_timer_runs_total',
    help: 'Runs of the tasks of the timers that ended well, by task',
    label: 'task',
  },
  'timer-failed': {
    name: 'cpof_timer_failures_total',
    help: 'Runs of the tasks of the timers that failed, by task',
    label: 'task',
  },
}

/**
 * The metrics of a process: requests by route pattern and status, the event loop and memory (prom-client's own), the outbox,
 * the timers, retries and limits. No label holds an address, a name or an id.
 */
export function metricsOf({ payload, version }: { payload: Payload; version: string }): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  new Gauge({
    name: 'cpof_build_info',
    help: 'The version that runs',
    labelNames: ['version', 'database'],
    registers: [register],
  }).set({ version, database: payload.db.name }, 1)
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [register],
  })
  for (const [what, { name, help, label }] of Object.entries(COUNTERS)) {
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [register],
      collect() {
        this.reset()
        for (const [of, count] of countsOf(what as Counted)) this.inc({ [label]: of }, count)
      },
    })
  }
  new Gauge({
    name: 'cpof_timer_last_run_timestamp_seconds',
    help: 'When a task of the timers last ended well in this process',
    labelNames: ['task'],
    registers: [register],
    collect() {
      this.reset()
      for (const [task, at] of lastRuns()) this.set({ task }, at)
    },
  })
  outboxGauges(payload, register)
  return {
    measure: (req, res, next) => {
      const end = requests.startTimer()
      res.once('close', () => {
        const route = routeNamed(req, res)
        end({ method: req.method, route, status: String(res.statusCode) })
        if (res.statusCode === 429) countUp('limit-hit', route)
      })
      next()
    },
    text: async () => ({ type: register.contentType, body: await register.metrics() }),
  }
}

/** The outbox and the lease, as every instance sees them: an alert takes the greatest. */
function outboxGauges(payload: Payload, register: Registry): void {
  const gauge = (name: string, help: string, look: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [register],
      async collect() {
        const value = await withinTime(look)
        if (value === null) this.remove()
        else this.set(value)
      },
    })
  const common = { collection: 'messages', overrideAccess: true } as const
  const count = async (where: Where): Promise<number> => (await payload.count({ ...common, where })).totalDocs
  gauge('cpof_outbox_owed', 'E-mails that wait to be sent', () => count({ status: { equals: 'owed' } }))
  gauge('cpof_outbox_failed', 'E-mails given up, which the secretariat can send again', () =>
    count({ status: { equals: 'failed' } }),
  )
  gauge('cpof_outbox_oldest_seconds', 'For how long the oldest e-mail that could have left has been waiting', () =>
    outboxAge(payload),
  )
  gauge(
    'cpof_timers_lease_seconds',
    'For how long the lease of the timers still holds; 0 when nobody has it',
    async () => {
      const first = await findFirst({ payload }, 'leases', { where: { key: { equals: 'timers' } } })
      return Math.max(0, (new Date(first?.until ?? 0).getTime() - Date.now()) / 1000)
    },
  )
}

/** The result of a look at the database, or null when it failed or took too long: the scrape then lacks this figure alone. */
async function withinTime(look: () => Promise<number>): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LONGEST_LOOK)
  })
  return Promise.race([look().catch(() => null), late]).finally(() => clearTimeout(timer))
}

const sameToken = (given: string, token: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token)))

/** `/metrics` for who shows `METRICS_TOKEN` (RFC 6750, `Authorization: Bearer`); without the setting there is no such address. */
export function metricsRoute(metrics: Metrics, { METRICS_TOKEN }: Pick<Env, 'METRICS_TOKEN'>): RequestHandler {
  return async (req, res, next) => {
    const [, given] = /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '') ?? []
    if (
      req.path !== '/metrics' ||
      METRICS_TOKEN === undefined ||
      given === undefined ||
      !sameToken(given, METRICS_TOKEN)
    )
      return next()
    nameRoute(res, '/metrics')
    const { type, body } = await metrics.text()
    res.set({ 'Content-Type': type, 'Cache-Control': 'no-store' }).send(body)
  }
}

/**
 * Serves the metrics on a port of their own, `METRICS_PORT`, without a token: the port is for the machine and its network alone.
 * @returns how to close it; nothing listens when the setting is not given
 */
export async function listenForMetrics(
  metrics: Metrics,
  { METRICS_PORT, HOST }: Pick<Env, 'METRICS_PORT' | 'HOST'>,
): Promise<() => Promise<void>> {
  if (METRICS_PORT === undefined) return async () => {}
  const server = createServer((req, res) => {
    if (req.url !== '/metrics') return void res.writeHead(404).end()
    metrics.text().then(
      ({ type, body }) => res.writeHead(200, { 'Content-Type': type }).end(body),
      () => res.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(METRICS_PORT, HOST, resolve)
  })
  return () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
}
