import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

/** What a receiver of webhooks was sent. */
type Received = { path: string; headers: IncomingHttpHeaders; body: string }

/** How a receiver answers: a status, and headers of its own. */
type Reply = { status: number; headers?: Record<string, string>; body?: string }

/** A receiver of webhooks on this machine. */
export type Receiver = {
  url: string
  port: number
  received: Received[]
  /** The answers to what comes next, one after the other; then 204 to everything. */
  replies: Reply[]
  close: () => Promise<void>
}

/** Starts a real HTTP server that keeps what it is sent. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const replies: Reply[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.setEncoding('utf8')
    req.on('data', (chunk: string) => (body += chunk))
    req.on('end', () => {
      received.push({ path: req.url ?? '', headers: req.headers, body })
      const { status, headers = {}, body: text = '' } = replies.shift() ?? { status: 204 }
      res.writeHead(status, headers).end(text)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    replies,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
