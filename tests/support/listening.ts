import { once } from 'node:events'
import type { Server } from 'node:http'

/** A server that listens on a free port of this machine alone, and how to end it with all its connections. */
export type Listening = { url: string; port: number; close: () => Promise<void> }

/** Lets a server listen. */
export async function listening(server: Server): Promise<Listening> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
