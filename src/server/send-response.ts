import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { Response as Outgoing } from 'express'
import { RETRY_HEADER } from '../api/errors.ts'

const isStream = (body: unknown): body is NodeStream<Uint8Array> => body instanceof ReadableStream

/**
 * Sends a web response: JSON whole, so that its length is known, everything else as a stream that waits for the
 * reader. Each cookie keeps a header of its own.
 */
export async function sendResponse(
  response: Response,
  res: Outgoing,
  { withBody }: { withBody: boolean },
): Promise<void> {
  res.status(response.status)
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && name !== RETRY_HEADER) res.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  if (isJson && !response.headers.has('cache-control')) res.setHeader('Cache-Control', 'no-store')
  if (!withBody || !isStream(response.body)) {
    await response.body?.cancel()
    res.end()
  } else if (isJson) {
    const bytes = Buffer.from(await response.arrayBuffer())
    res.setHeader('Content-Length', bytes.length)
    res.end(bytes)
  } else {
    await pipeline(Readable.fromWeb(response.body), res)
  }
}
