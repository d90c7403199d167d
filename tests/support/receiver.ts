import { createServer, type IncomingHttpHeaders } from 'node:http'
import { listening, type Listening } from './listening.ts'

/** What a receiver of webhooks was sent. */
type Received = { path: string; headers: IncomingHttpHeaders; body: string }

/** How a receiver answers: a status, and headers of its own. */
type Reply = { status: number; headers?: Record<string, string>; body?: string }

/** A receiver of webhooks on this machine. */
export type Receiver = Listening & {
  received: Received[]
  /** The answers to what comes next, one after the other; then 204 to everything. */
  replies: Reply[]
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
  return { ...(await listening(server)), received, replies }
}
