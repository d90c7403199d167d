import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { httpServer } from './listening.ts'

it('an instance keeps an idle line for longer than the documented proxy does', async () => {
  const server = httpServer((_, res) => void res.end('here'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const { headers } = await fetch(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`)
  server.closeAllConnections()
  server.close()
  const [, kept] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? []
  const [, proxy] = /keepalive_timeout (\d+)s;/.exec(readFileSync('docs/deployment/nginx.conf', 'utf8')) ?? []
  expect(Number(kept)).toBeGreaterThan(Number(proxy))
})
