import { once } from 'node:events'
import { getPayload } from 'payload'
import { readEnv } from '../../src/env.ts'
import { createLogger } from '../../src/lib/logger.ts'
import { createApp } from '../../src/server/app.ts'
import { httpServer } from '../../src/server/listening.ts'
import { openSite } from '../../src/site/routes.ts'

/** A whole instance without a panel, in a process of its own, on the database that its environment names; tells its parent where. */
const { default: configPromise } = await import('../../payload.config.ts')
const config = await configPromise
const payload = await getPayload({ config })
const env = readEnv()
const server = httpServer(
  createApp({ payload, config, env, logger: createLogger(env.LOG_LEVEL), ...(await openSite({ payload, env })) }),
)
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` })
process.once('disconnect', () => process.exit(0))
