import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mongo } from 'mongoose'
import { vi } from 'vitest'
import { freePort } from '../support/free-port.mjs'
import { provideMongod } from '../../scripts/lib/mongod.mjs'
import { documentedSet } from './documented-set.ts'

type Node = { port: number; folder: string; process: ChildProcess }

/** A replica set of three members, configured as docs/operations.md says. */
export type ReplicaSet = {
  url: (database: string) => string
  /** The member that takes writes, once there is one; it is not this one. */
  primary: (except?: Node) => Promise<Node>
  kill: (node: Node) => Promise<void>
  /** Starts one again that was killed, and waits until it follows. */
  revive: (node: Node) => Promise<void>
  all: () => readonly Node[]
  stepDown: () => Promise<void>
  close: () => Promise<void>
}

const NAME = 'faults'

export async function threeNodes(): Promise<ReplicaSet> {
  const program = await provideMongod()
  if (!program) throw new Error('No MongoDB server is to be had on this machine.')
  const { parameters, settings } = documentedSet()
  const root = await mkdtemp(path.join(tmpdir(), 'cpof-faults-'))
  const run = (port: number, folder: string): ChildProcess =>
    spawn(
      program,
      [
        '--replSet',
        NAME,
        '--bind_ip',
        '127.0.0.1',
        '--port',
        String(port),
        '--dbpath',
        folder,
        '--wiredTigerCacheSizeGB',
        '0.25',
        ...parameters.flatMap((parameter) => ['--setParameter', parameter]),
      ],
      { stdio: 'ignore' },
    )
  const nodes: Node[] = []
  for (let rank = 0; rank < 3; rank += 1) {
    const [port, folder] = [await freePort(), path.join(root, String(rank))]
    await mkdir(folder)
    nodes.push({ port, folder, process: run(port, folder) })
  }
  const direct = async <Result>({ port }: Pick<Node, 'port'>, command: Record<string, unknown>): Promise<Result> => {
    const client = new mongo.MongoClient(
      `mongodb://127.0.0.1:${port}/?directConnection=true&serverSelectionTimeoutMS=2000&socketTimeoutMS=3000`,
    )
    try {
      return (await client.db('admin').command(command)) as Result
    } finally {
      await client.close()
    }
  }
  const isPrimary = async (node: Node): Promise<boolean> =>
    (await direct<{ isWritablePrimary: boolean }>(node, { hello: 1 }).catch(() => null))?.isWritablePrimary ?? false
  const primary = (except?: Node) =>
    vi.waitFor(
      async () => {
        for (const node of nodes) if (node !== except && (await isPrimary(node))) return node
        throw new Error('There is no primary')
      },
      { timeout: 60_000, interval: 100 },
    )
  const [first] = nodes
  if (!first) throw new Error('No node')
  const members = nodes.map(({ port }, _id) => ({ _id, host: `127.0.0.1:${port}` }))
  await vi.waitFor(() => direct(first, { replSetInitiate: { _id: NAME, members, settings } }), {
    timeout: 60_000,
    interval: 200,
  })
  await primary()
  return {
    url: (database) =>
      `mongodb://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}/${database}?replicaSet=${NAME}`,
    primary,
    all: () => nodes,
    kill: async ({ process }) => {
      const ended = once(process, 'exit')
      process.kill('SIGKILL')
      await ended
    },
    revive: async (node) => {
      node.process = run(node.port, node.folder)
      await vi.waitFor(
        async () => {
          const { isWritablePrimary, secondary } = await direct<{ isWritablePrimary: boolean; secondary: boolean }>(
            node,
            { hello: 1 },
          )
          if (!isWritablePrimary && !secondary) throw new Error('It does not follow yet')
        },
        { timeout: 60_000, interval: 200 },
      )
    },
    stepDown: async () => {
      await direct(await primary(), { replSetStepDown: 10, force: true }).catch(() => {})
    },
    close: async () => {
      for (const { process } of nodes) {
        process.kill('SIGCONT')
        process.kill('SIGKILL')
      }
      await rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}
