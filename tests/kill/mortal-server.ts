import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../support/free-port.mjs'
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts'

/** What a kill may be aimed at: a request that began, or one that was acknowledged. A third vote mostly decides. */
export type Occasion =
  | 'submission'
  | 'signature'
  | 'claim'
  | 'put-to-bureau'
  | 'vote'
  | 'third-vote'
  | 'acknowledgement'
  | 'look'

/** What clients know of a server that dies and comes again, or of several. */
export type Front = {
  /** Where it answers; who asks while it is dead waits for its next life. */
  address: () => Promise<string>
  /** Whether the life that answered there is still going on. */
  answersAt: (address: string) => boolean
  happened: (what: Occasion) => void
}

/** The built server, which is killed and started again, and what its clients see of that. */
export type MortalServer = Front & {
  start: () => Promise<void>
  /** Kills it in the middle of something: so many milliseconds after that has happened so many times. */
  killAfter: (what: Occasion, times: number, delay: number) => Promise<void>
  stop: () => Promise<void>
  /** What the next kill waits for, for who must say why nothing goes on. */
  aimedAt: () => string
  /** What each life wrote. */
  logs: () => string[]
}

export function mortalServer(settings: Record<string, string>): MortalServer {
  const lives: BuiltServer[] = []
  let present: BuiltServer | null = null
  let waiting: ((address: string) => void)[] = []
  let aim: { what: Occasion; left: number; reached: () => void } | null = null

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    present = null
    await lives.at(-1)?.end(signal)
  }

  return {
    address: async () => present?.url ?? new Promise((resolve) => waiting.push(resolve)),
    answersAt: (address) => present?.url === address,
    happened: (what) => {
      if (!present || aim?.what !== what) return
      aim.left -= 1
      if (aim.left === 0) aim.reached()
    },
    start: async () => {
      // A port of its own each time: the last one may have been given away meanwhile.
      present = await startBuiltServer(await freePort(), settings)
      lives.push(present)
      for (const go of waiting) go(present.url)
      waiting = []
    },
    killAfter: async (what, left, delay) => {
      await new Promise<void>((reached) => (aim = { what, left, reached }))
      aim = null
      await wait(delay)
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    aimedAt: () => (aim ? `${aim.left} × ${aim.what}` : 'nothing'),
    logs: () => lives.map(({ output }) => output()),
  }
}
