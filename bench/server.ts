import express, { Router } from 'express'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import path from 'node:path'
import next from 'next'
import { getPayload, type Payload, type Where } from 'payload'
import { parseDeclaration } from '../src/adhesion/declaration/parse-declaration.ts'
import { submit } from '../src/adhesion/actions/submit.ts'
import { HOME_SLUG } from '../src/content/pages/home.ts'
import { seedDemo } from '../src/demo/seed.ts'
import { readEnv } from '../src/env.ts'
import { createLogger } from '../src/lib/logger.ts'
import { createApp } from '../src/server/app.ts'
import { openSite } from '../src/site/routes.ts'

/** Where each answers: the front door; what stands beside it; the same middleware before constant bytes; a dynamic page of Next's. */
export type Served = { door: string; bare: string; constant: string; next: string }

/** Public pages that are kept, whose bytes the constant routes send too. */
export const KEPT_PAGES = ['/', '/charte', '/membres']

/** What the parent asks of the server: a publication of a text or of the front page, or what it holds in memory. */
export type Order = 'publish-text' | 'publish-page' | 'heap'

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

/** The same work with nothing before it: no gate, log, limit, header, language or error shape. */
function bareRoutes(payload: Payload, page: string): express.Express {
  const app = express()
  app.get('/pages', async (_req, res) => {
    res.json(await payload.find({ collection: 'pages', limit: 20, locale: 'fr', overrideAccess: false }))
  })
  app.get('/charte', (_req, res) => {
    res.type('html').send(page)
  })
  app.post('/adhesions', express.json(), async (req, res) => {
    const read = parseDeclaration(req.body)
    if (!read.ok) {
      res.status(400).json({ errors: read.issues.length })
      return
    }
    const client = { ip: req.ip ?? null, userAgent: null, requestId: null }
    res
      .status(201)
      .json((await submit(payload, { declaration: read.declaration, warnings: read.warnings, client })).doc)
  })
  return app
}

/** Routes that send what was read once: what the middleware alone allows. */
async function constantRoutes(door: string): Promise<Router> {
  const router = Router()
  for (const page of KEPT_PAGES) {
    const bytes = Buffer.from(await (await fetch(door + page)).arrayBuffer())
    router.get(page, (_req, res) => {
      res.set('Cache-Control', 'no-cache').type('html').send(bytes)
    })
  }
  return router
}

/** Carries out what the parent asks, with the rights of the house. */
async function carryOut(payload: Payload, order: Order): Promise<number> {
  if (order === 'heap') {
    // Twice: what the first leaves to be finalised goes with the second.
    for (let time = 0; time < 2; time += 1) globalThis.gc?.()
    return process.memoryUsage().heapUsed + process.memoryUsage().external
  }
  const [collection, where]: ['pages' | 'publications', Where] =
    // What needs nobody's approval.
    order === 'publish-page'
      ? ['pages', { slug: { equals: HOME_SLUG } }]
      : ['publications', { kind: { equals: 'watch' }, _status: { equals: 'published' } }]
  const { docs } = await payload.find({
    collection,
    where,
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const id = docs[0]?.id
  if (id === undefined) throw new Error(`The sample data has nothing in ${collection}`)
  await payload.update({ collection, id, data: { _status: 'published' }, depth: 0, overrideAccess: true })
  return 0
}

/** Opens all of them in this process, on one database that holds the sample data, tells its parent where, and does what it asks. */
export async function serve(): Promise<void> {
  const env = readEnv()
  const { default: configPromise } = await import('../payload.config.ts')
  const config = await configPromise
  const payload = await getPayload({ config })
  await seedDemo(payload)
  const doorOf = (site: Router) =>
    createApp({ payload, config, env, logger: createLogger('info', { write: () => {} }), site })
  const { site } = await openSite({ payload, env })
  const door = await listen(doorOf(site))
  const page = await (await fetch(`${door}/charte`)).text()
  const nextPages = next({
    dev: false,
    customServer: true,
    dir: path.resolve('bench/next'),
    hostname: 'localhost',
    port: env.PORT,
  })
  await nextPages.prepare()
  const handle = nextPages.getRequestHandler()
  const served: Served = {
    door,
    bare: await listen(bareRoutes(payload, page)),
    constant: await listen(doorOf(await constantRoutes(door))),
    next: await listen((req, res) => void handle(req, res)),
  }
  process.on('message', (order: Order) => {
    void carryOut(payload, order).then((done) => process.send?.({ done }))
  })
  process.send?.(served)
}
