import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.mjs'
import { nodeFlags } from '../../scripts/lib/project.mjs'
import { lastingDatabase, type LastingDatabase } from '../kill/database.ts'
import { type Command, startBuiltServer } from '../support/built-server.ts'
import { atWork, type AtWork } from './at-work.ts'
import type { Instance } from './instances.ts'
import { title } from './report.ts'

let database: LastingDatabase
let work: AtWork
let server: Instance

const KILLS = 5
/** How it is started in an installation. */
const COMMANDS: readonly { name: string; command: Command }[] = [
  { name: '`npm start`', command: ['npm', 'start'] },
  {
    name: 'the line without npm',
    command: [
      process.execPath,
      '-r',
      './scripts/lib/check-node.cjs',
      ...nodeFlags,
      '--enable-source-maps',
      'scripts/run.mjs',
      'start',
    ],
  },
]

beforeAll(async () => {
  title(`SQLite, one process, Node ${process.versions.node}`)
  database = await lastingDatabase()
  work = await atWork(database)
  const [only] = work.servers.each
  if (!only) throw new Error('There is none')
  server = only
}, 300_000)

afterAll(async () => {
  await work.close()
  await database.remove()
}, 120_000)

describe('under load', () => {
  it(
    'the process stands still',
    () =>
      work.meanwhile('the process stands still for 20 s (SIGSTOP)', async () => {
        server.freeze()
        await wait(20_000)
        server.goOn()
      }),
    300_000,
  )

  it(
    'a second process is started on the same folder',
    () =>
      work.meanwhile(
        'a second process is started on the same folder',
        async () => {
          await expect(startBuiltServer(await freePort(), database.settings)).rejects.toThrow(
            /ended before it was ready[^]*Another process is using/,
          )
          return 'it is refused in a sentence'
        },
        { readers: 5_000, writers: 5_000 },
      ),
    300_000,
  )

  for (const { name, command } of COMMANDS) {
    it(
      `the process is killed, again and again (${name})`,
      () =>
        work.meanwhile(`the process is killed (kill -9) ${KILLS} times; started by ${name}`, async () => {
          const times: number[] = []
          for (let kill = 0; kill < KILLS; kill += 1) {
            await server.kill()
            await work.killed()
            const begun = performance.now()
            await server.start(command)
            times.push(performance.now() - begun)
            await wait(3_000)
          }
          const said = times.map((time) => (time / 1000).toFixed(1)).join(', ')
          return `ready after ${said} s`
        }),
      400_000,
    )
  }

  it('nothing is lost, half done, or doubled', () => work.count(), 300_000)
})
