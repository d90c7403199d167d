import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Env } from '../env.ts'
import { StartRefused } from '../lib/start-refused.ts'
import { answerUnread } from './unread-request.ts'

type Place = Pick<Env, 'PORT' | 'HOST'>

/** Milliseconds for which an idle line is kept: longer than the 60 seconds of nginx, since the sender must be the one to let go of it. */
const KEPT_ALIVE_MS = 75_000

/** Bytes of an address and its headers: twice what Node takes by itself, so that what is too long to look for is told so by its own page. */
const LONGEST_HEAD = 32 * 1024

/**
 * An HTTP server that does not close an idle line under who is about to write to it: with Node's five seconds a proxy, or a
 * client of the API, that takes up a line at that moment sees it closed, and cannot know whether its POST was done.
 * RFC 9112 9.3.1 and 9.5: a request that is not idempotent is not sent again by itself.
 */
export function httpServer(listener: RequestListener): Server {
  const server = createServer({ keepAliveTimeout: KEPT_ALIVE_MS, maxHeaderSize: LONGEST_HEAD }, listener)
  answerUnread(server)
  return server
}

/** The system's errors for an address that cannot be had, in words for whoever starts the server. */
function refusal(error: unknown, { PORT, HOST }: Place): unknown {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new StartRefused(`Port already in use: ${PORT} on ${HOST}. Choose another with PORT=….`, { cause: error })
  if (code === 'EACCES')
    return new StartRefused(`Port ${PORT} is for the system's own services: choose another with PORT=…, above 1023.`, {
      cause: error,
    })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EINVAL')
    return new StartRefused(`HOST=${HOST} is no address of this machine.`, { cause: error })
  return error
}

/**
 * Has a server listen where the settings say.
 * @throws StartRefused when it may not
 */
export async function listen(server: Server, place: Place): Promise<void> {
  try {
    server.listen(place.PORT, place.HOST)
    await once(server, 'listening')
  } catch (error) {
    throw refusal(error, place)
  }
}

/**
 * Tells at once that somebody else listens there, before anything is made or migrated for a server that could not be reached.
 * @throws StartRefused then
 */
export async function requirePort(place: Place): Promise<void> {
  const probe = createServer()
  await listen(probe, place)
  probe.close()
  await once(probe, 'close')
}
