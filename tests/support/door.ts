import { Router } from 'express'
import { once } from 'node:events'
import { IncomingMessage, request, type IncomingHttpHeaders } from 'node:http'
import { createApp, type Door } from '../../src/server/app.ts'
import { httpServer } from '../../src/server/listening.ts'
import { readEnv } from '../../src/env.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { TestApp } from './app.ts'
import { listening, type Listening } from './listening.ts'

/** The front door of a test application, on a port of its own. */
export type TestDoor = Listening & {
  /** Lines of the log so far. */
  lines: Record<string, unknown>[]
}

/** Opens the front door of a running application; `settings` go over its environment, `door` over its parts. */
export async function openDoor(
  app: TestApp,
  settings: Record<string, string> = {},
  door: Partial<Door> = {},
): Promise<TestDoor> {
  const lines: Record<string, unknown>[] = []
  const logger = createLogger('debug', { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) })
  const env = readEnv({ ...process.env, ...settings })
  const server = httpServer(
    createApp({ payload: app.payload, config: app.config, env, logger, site: Router(), ...door }),
  )
  return { ...(await listening(server)), lines }
}

/** A request whose path goes out as it is written: `fetch` would tidy it up. */
export async function rawRequest(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body = '' } = {},
): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> {
  const sent = request({ host: '127.0.0.1', port, path, method, headers })
  sent.end(body)
  const [response]: unknown[] = await once(sent, 'response')
  if (!(response instanceof IncomingMessage)) throw new Error('No answer')
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk)
  return { status: response.statusCode ?? 0, body: text, headers: response.headers }
}
