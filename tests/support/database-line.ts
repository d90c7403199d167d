import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Payload } from 'payload'
import { inject } from 'vitest'

/** The line between an application and its database, which a test takes away. */
export type DatabaseLine = {
  /** What the application is to be started with. */
  settings: Record<string, string>
  /** What is asked is refused from now on. */
  cut: (payload: Payload) => Promise<void>
  /** On MongoDB: what is asked gets no answer from now on, as of a server that is frozen. */
  freeze: () => void
  /** On MongoDB: all is well again. */
  mend: () => Promise<void>
  close: () => Promise<void>
}

/**
 * On MongoDB a proxy in front of the run's server, with the short times that a test has time for; on SQLite there is no
 * line but the connection by which is read, which is closed for good.
 */
export async function databaseLine(): Promise<DatabaseLine> {
  if (process.env['TEST_DATABASE'] !== 'mongo') {
    const isOpen = (client: unknown): client is { close: () => void } =>
      typeof client === 'object' && client !== null && 'close' in client
    const cut = async ({ db }: Payload) => {
      const client: unknown = Reflect.get(db, 'client')
      if (!isOpen(client)) throw new Error('The adapter has no client')
      client.close()
    }
    return { settings: {}, cut, freeze: () => {}, mend: async () => {}, close: async () => {} }
  }
  const real = new URL(inject('mongoUrl'))
  const pairs = new Set<[Socket, Socket]>()
  let state: 'well' | 'frozen' | 'cut' = 'well'
  const hold = ([near, far]: [Socket, Socket]) => {
    for (const socket of [near, far]) socket.unpipe().pause()
  }
  const server = createServer((near) => {
    near.on('error', () => {})
    if (state === 'cut') {
      near.destroy()
      return
    }
    const far = connect(Number(real.port), real.hostname)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    far.on('error', () => near.destroy())
    for (const [one, other] of [pair, [far, near] as const]) {
      one.once('close', () => {
        other.destroy()
        pairs.delete(pair)
      })
    }
    if (state === 'frozen') hold(pair)
    else near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = new URL(`mongodb://127.0.0.1:${port}/t-${randomBytes(6).toString('hex')}`)
  for (const [name, value] of [
    ['replicaSet', real.searchParams.get('replicaSet') ?? ''],
    ['directConnection', 'true'],
    ['serverSelectionTimeoutMS', '800'],
    ['heartbeatFrequencyMS', '500'],
    ['connectTimeoutMS', '3000'],
  ] as const)
    url.searchParams.set(name, value)
  const end = () => {
    for (const [near, far] of pairs) {
      near.destroy()
      far.destroy()
    }
  }
  return {
    settings: { DATABASE_URL: url.href },
    cut: async () => {
      state = 'cut'
      end()
    },
    freeze: () => {
      state = 'frozen'
      for (const pair of pairs) hold(pair)
    },
    mend: async () => {
      state = 'well'
      end()
    },
    close: async () => {
      end()
      server.close()
      await once(server, 'close')
    },
  }
}
