import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { vi } from 'vitest'
import { freePort } from './free-port.mjs'
import { provideMoto } from '../../scripts/lib/moto.mjs'

/** A real S3 server with one empty bucket. */
export type TestBucket = {
  /** What the application is to be started with. */
  settings: Record<string, string>
  /** Where it listens on this machine. */
  port: number
  /** The keys of all objects. */
  keys: () => Promise<string[]>
  /** Its process stands still, and answers nothing: as a line does that swallows everything. */
  freeze: () => void
  goOn: () => void
  close: () => Promise<void>
}

const BUCKET = 'cpof-test'
/** Nobody checks it; the region is read from it. */
const SIGNED = {
  Authorization:
    'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=none',
}

/** Starts one on a port of its own. */
export async function openBucket(): Promise<TestBucket> {
  const program = await provideMoto()
  if (!program) throw new Error('No S3 server is to be had on this machine.')
  const port = await freePort()
  const server = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  const endpoint = `http://127.0.0.1:${port}`
  await vi.waitFor(
    async () => {
      const made = await fetch(`${endpoint}/${BUCKET}`, { method: 'PUT', headers: SIGNED })
      if (!made.ok) throw new Error(`The bucket was not made: ${made.status}`)
    },
    { timeout: 60_000, interval: 100 },
  )
  return {
    port,
    settings: {
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: endpoint,
      S3_REGION: 'us-east-1',
      S3_ACCESS_KEY_ID: 'test',
      S3_SECRET_ACCESS_KEY: 'test',
    },
    keys: async () => {
      const listed = await (await fetch(`${endpoint}/${BUCKET}?list-type=2`, { headers: SIGNED })).text()
      return [...listed.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key)
    },
    freeze: () => server.kill('SIGSTOP'),
    goOn: () => server.kill('SIGCONT'),
    close: async () => {
      if (server.exitCode !== null) return
      const ended = once(server, 'exit')
      server.kill('SIGKILL')
      await ended
    },
  }
}
