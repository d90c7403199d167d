import http from 'node:http'
import https from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import type { Destination } from '../../federations/webhooks/destination.ts'

/** Bytes of an answer that are read, and thrown away: what it says is its status. */
const LONGEST_ANSWER = 64 * 1024

/** What is sent to a webhook. */
export type Posting = {
  destination: Destination
  headers: Readonly<Record<string, string>>
  body: string
  /** Cuts the sending. */
  signal: AbortSignal
}

/** Connects to the addresses that were looked at, and asks nobody again whom the name leads to. */
const pinnedTo =
  (addresses: readonly string[]): LookupFunction =>
  (_name, { all }, done) => {
    const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
    const [first] = found
    if (all) done(null, found)
    else if (first) done(null, first.address, first.family)
    else done(new Error('There is no address'), '', 0)
  }

/**
 * Posts a text to where a webhook leads, on a connection of its own. Redirects are followed nowhere, and of the answer only the
 * status is kept.
 * @returns the status
 * @throws Error of the connection, or the reason of the signal
 */
export function post({ destination: { url, addresses }, headers, body, signal }: Posting): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void =>
      reject(signal.aborted ? (signal.reason as Error) : error instanceof Error ? error : new Error(String(error)))
    const sent = request(url, {
      method: 'POST',
      agent: false,
      lookup: pinnedTo(addresses),
      signal,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'CPOF-Webhooks',
      },
    })
    sent.on('error', fail)
    sent.on('response', (answer) => {
      let length = 0
      const end = (): void => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      }
      answer.on('error', fail)
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > LONGEST_ANSWER) end()
      })
      answer.on('end', end)
    })
    sent.end(body)
  })
}
