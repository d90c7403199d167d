import express from 'express'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { getPayload, type Payload } from 'payload'
import { parseDeclaration } from '../src/adhesion/declaration.ts'
import { submit } from '../src/adhesion/submit.ts'
import { seedDemo } from '../src/demo/seed.ts'
import { readEnv } from '../src/env.ts'
import { createLogger } from '../src/lib/logger.ts'
import { createApp } from '../src/server/app.ts'
import { openSite } from '../src/site/routes.ts'

/** Addresses of the front door and of the bare routes beside it. */
export type Served = { door: string; bare: string }

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
      res.status(400).json({ errors: read.faults.length })
      return
    }
    const client = { ip: req.ip ?? null, userAgent: null, requestId: null }
    res.status(201).json(await submit(payload, { declaration: read.declaration, warnings: read.warnings, client }))
  })
  return app
}

/** Opens both in this process, on one database that holds the sample data, and tells its parent where. */
export async function serve(): Promise<void> {
  const env = readEnv()
  const { default: configPromise } = await import('../payload.config.ts')
  const config = await configPromise
  const payload = await getPayload({ config })
  await seedDemo(payload)
  const door = await listen(createApp({ payload, config, env, logger: createLogger('info', { write: () => {} }), ...(await openSite({ payload, env })) }))
  const page = await (await fetch(`${door}/charte`)).text()
  const served: Served = { door, bare: await listen(bareRoutes(payload, page)) }
  process.send?.(served)
}
