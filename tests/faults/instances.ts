import { freePort } from '../support/free-port.mjs'
import type { Front } from '../kill/mortal-server.ts'
import { type BuiltServer, type Command, startBuiltServer } from '../support/built-server.ts'

/** One process of the built server, which may be killed and started again. */
export type Instance = {
  start: (command?: Command) => Promise<void>
  kill: () => Promise<void>
  freeze: () => void
  goOn: () => void
  /** Where it answers; null while it is dead. */
  url: () => string | null
}

/** Several on one database; who asks is led to one after the other, as by a proxy, and never to one that is dead. */
export type Instances = Front & {
  each: readonly Instance[]
  stop: () => Promise<void>
  /** What they wrote, each life by itself. */
  logs: () => string[]
}

/** @param settings of each; it runs once it is told to start */
export async function instances(settings: readonly Record<string, string>[]): Promise<Instances> {
  const waiting: ((address: string) => void)[] = []
  const lives: BuiltServer[] = []
  let turn = 0
  const instance = (
    own: Record<string, string>,
  ): Instance & { end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void> } => {
    let life: BuiltServer | null = null
    const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
      const last = life
      life = null
      await last?.end(signal)
    }
    return {
      // A port of its own each time: the last one may have been given away meanwhile.
      start: async (command) => {
        life = await startBuiltServer(await freePort(), own, command)
        lives.push(life)
        for (const go of waiting.splice(0)) go(life.url)
      },
      end,
      kill: () => end('SIGKILL'),
      freeze: () => life?.freeze(),
      goOn: () => life?.goOn(),
      url: () => life?.url ?? null,
    }
  }
  const each = settings.map(instance)
  const alive = (): string[] => each.flatMap(({ url }) => url() ?? [])
  return {
    each,
    address: async () => {
      turn += 1
      const addresses = alive()
      return addresses[turn % addresses.length] ?? new Promise((resolve) => waiting.push(resolve))
    },
    answersAt: (address) => alive().includes(address),
    happened: () => {},
    stop: async () => {
      await Promise.all(each.map(({ goOn, end }) => (goOn(), end('SIGTERM'))))
    },
    logs: () => lives.map(({ output }) => output()),
  }
}
