import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import next from 'next'
import { getPayload } from 'payload'
import type { Logger } from 'pino'
import { isEmpty, seedDemo, type Seeded } from '../demo/seed.ts'
import { SAMPLE_ACCOUNTS } from '../demo/team.ts'
import type { Env } from '../env.ts'
import { startSender } from '../jobs/sender.ts'
import { startTimers } from '../jobs/timers.ts'
import { startWebhookSender } from '../jobs/webhooks/webhook-sender.ts'
import { settleAfterwards } from '../lib/afterwards.ts'
import { createLogger } from '../lib/logger.ts'
import { buildId, platformVersion } from '../lib/version.ts'
import { settleSecurityEvents } from '../security/journal.ts'
import { openSite } from '../site/routes.ts'
import { holdIfRestored } from '../safekeeping/held.ts'
import { inWorker } from '../workers/pool.ts'
import { announcement } from './announce.ts'
import { createApp } from './app.ts'
import { consoleIntoLog } from './console-lines.ts'
import { requireBucket } from './bucket.ts'
import { httpServer, listen } from './listening.ts'
import { listenForMetrics, metricsOf } from './metrics.ts'
import { outgoingMail } from './outgoing.ts'
import { onePanelBuild } from './panel-build.ts'
import { emptyDatabase } from './reset.ts'

/** How long requests under way may take once the server was asked to stop. */
const DRAIN_MS = 10_000
const SWEEP_MS = 100

/** A server that listens, and how to end it: no request, e-mail or timer is cut off half-way. */
export type RunningServer = { stop: (why: string) => Promise<void> }

type Options = {
  /** Whether what the database holds is removed first. */
  reset?: boolean
  /** Findings and deeds of the time before there was a log, to be logged. */
  notices?: readonly string[]
}

/**
 * Starts everything in one process: database, sample data, outbox, timers, panel, front door.
 * @throws StartRefused when the surroundings do not let it; nothing was changed then
 */
export async function startServer(env: Env, { reset = false, notices = [] }: Options = {}): Promise<RunningServer> {
  const logger = createLogger(env.LOG_LEVEL)
  const build = env.CPOF_DEV === '1' ? null : buildId()
  const running = { version: platformVersion(), build, mode: env.APP_MODE, database: env.database }
  endOnBug(logger)
  // While developing, what a compiler prints is for eyes.
  if (env.CPOF_DEV !== '1') consoleIntoLog(logger)
  logger.info({ ...running, msg: 'Starting' })
  for (const notice of notices) logger.warn({ msg: notice })
  await requireBucket(env)
  const { default: configPromise } = await import('../../payload.config.ts')
  const config = await configPromise
  const payload = await getPayload({ config })
  if (reset && env.database === 'mongodb') await emptyDatabase(payload)
  const seeded = env.APP_MODE === 'demo' && (await isEmpty(payload)) ? await seed(payload, logger) : null
  const mail = await outgoingMail(env)
  await holdIfRestored(payload)
  const sender = startSender({ payload, transport: mail.transport, instance: randomUUID() })
  const webhooks = startWebhookSender({ payload, instance: randomUUID() })
  const timers = startTimers({ payload })
  const panel = next({
    dev: env.CPOF_DEV === '1',
    customServer: true,
    dir: process.cwd(),
    hostname: 'localhost',
    port: env.PORT,
  })
  await panel.prepare()
  // The first text that somebody uploads then waits for no dictionary.
  let isStopping = false
  inWorker(payload, 'wake').catch((error: unknown) => {
    // Whoever stops so soon ends the thread while it starts.
    if (!isStopping) logger.warn({ err: error, msg: 'The thread that reads texts did not start' })
  })
  const { site, errorPage } = await openSite({ payload, env })
  const panelBuild = env.database === 'mongodb' && build !== null ? await onePanelBuild({ payload, build }) : null
  const metrics = metricsOf({ payload, version: running.version })
  const app = createApp({
    payload,
    config,
    env,
    logger,
    next: panel.getRequestHandler(),
    ...(panelBuild ? { panelBuild } : {}),
    site,
    errorPage,
    metrics,
  })
  const server = httpServer(app)
  await listen(server, env)
  const closeMetrics = await listenForMetrics(metrics, env)
  if (env.APP_MODE === 'demo')
    process.stdout.write(announcement(env, SAMPLE_ACCOUNTS, seeded?.passwordWasMade ? seeded.password : null))
  else logger.info({ ...running, port: env.PORT, msg: 'Listening' })
  return {
    stop: async (why) => {
      logger.info({ ...running, why, msg: 'Stopping' })
      app.set('stopping', true)
      isStopping = true
      await drain(server)
      await panelBuild?.stop()
      await timers.stop()
      await Promise.all([sender.stop(), webhooks.stop()])
      await mail.close()
      await closeMetrics()
      await panel.close()
      await settleAfterwards(payload)
      await settleSecurityEvents(payload)
      await payload.destroy()
      logger.info({ ...running, msg: 'Stopped' })
    },
  }
}

async function seed(payload: Parameters<typeof seedDemo>[0], logger: Logger): Promise<Seeded> {
  process.stdout.write('Préparation des données d’exemple…\n')
  const begun = Date.now()
  const seeded = await seedDemo(payload)
  logger.info({ seconds: Math.round((Date.now() - begun) / 1000), msg: 'Sample data made' })
  return seeded
}

/** Takes no new connection and waits for the requests under way, 10 seconds at most. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    // A connection that is kept alive would otherwise stay after its last answer.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    server.close(() => {
      clearTimeout(limit)
      clearInterval(sweep)
      resolve()
    })
  })
}

/**
 * What nobody caught is logged, without whom it speaks of, and ends the process: its state is not known any more. But
 * a query that Payload refuses in a promise of its own that it forgets (validateSearchParams, a filter over two
 * relationships, as the panel's lists take one from their address) is a refusal, and nothing is half done.
 */
function endOnBug(logger: Logger): void {
  process.on('unhandledRejection', (reason) => {
    if (!(reason instanceof Error) || reason.name !== 'QueryError') throw reason
    logger.warn({ err: reason, msg: 'Payload refused a query without telling who asked' })
  })
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error, msg: 'The process ends: nobody caught this' })
    process.exit(1)
  })
}
