import { appendFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { brokenOn } from '../kill/invariants.ts'
import { lastingDatabase, type LastingDatabase } from '../kill/database.ts'
import { missing } from '../kill/kept.ts'
import { load } from '../kill/load.ts'
import { mortalServer, type MortalServer } from '../kill/mortal-server.ts'
import { openPostOffice, type PostOffice } from '../kill/post-office.ts'
import type { Desk } from '../kill/requests.ts'
import { everything } from '../kill/stored.ts'
import { assemble, signIn, type Team } from '../kill/team.ts'
import { openBucket, type TestBucket } from '../support/bucket.ts'
import { threeNodes, type ReplicaSet } from './replica-set.ts'
import { reader, watch, type Watched } from './watch.ts'

const FROM = 'CPOF <ne-pas-repondre@cpof.example>'
const UNLIMITED = { LIMIT_SUBMISSIONS: '1000000', LIMIT_SIGNATURES: '1000000', LIMIT_LOGINS: '1000000' }
/** Seconds of work before and after what is broken. */
const AROUND = 8

let set: ReplicaSet
let bucket: TestBucket
let database: LastingDatabase
let server: MortalServer
let post: PostOffice
let team: Team
let desk: Desk
let present: string | null = null

/** What is broken, and how it is mended; in the meantime it works on. */
const FAULTS: readonly { name: string; faults: () => Promise<void>; writers?: number; readers?: number }[] = [
  { name: 'the primary is killed (kill -9)', faults: () => withoutPrimary((node) => set.kill(node), (node) => set.revive(node)), readers: 1_000, writers: 15_000 },
  {
    name: 'the primary stands still for 20 s (SIGSTOP)',
    faults: () => withoutPrimary(async ({ process }) => { process.kill('SIGSTOP'); await wait(20_000) }, async ({ process }) => { process.kill('SIGCONT') }),
    readers: 1_000,
    writers: 15_000,
  },
  { name: 'the primary steps down', faults: () => set.stepDown(), readers: 1_000, writers: 15_000 },
  {
    name: 'the whole set stands still for 20 s (SIGSTOP)',
    faults: async () => {
      for (const { process } of set.all()) process.kill('SIGSTOP')
      await wait(20_000)
      for (const { process } of set.all()) process.kill('SIGCONT')
    },
    readers: 1_000,
  },
  {
    name: 'the bucket answers nothing for 20 s (SIGSTOP)',
    faults: async () => {
      bucket.freeze()
      await wait(20_000)
      bucket.goOn()
    },
    readers: 1_000,
    writers: 5_000,
  },
  {
    name: 'the instance is killed (kill -9) and started again',
    faults: async () => {
      await server.killAfter('acknowledgement', 3, 20)
      present = null
      await server.start()
      present = await server.address()
    },
  },
]

async function withoutPrimary(breaks: (node: Awaited<ReturnType<ReplicaSet['primary']>>) => Promise<void>, mend: (node: Awaited<ReturnType<ReplicaSet['primary']>>) => Promise<void>): Promise<void> {
  const node = await set.primary()
  await breaks(node)
  await set.primary()
  await mend(node)
}

const clientsWatched = watch()
let written: ReturnType<typeof watch> = clientsWatched

beforeAll(async () => {
  set = await threeNodes()
  bucket = await openBucket()
  database = await lastingDatabase({ DATABASE_URL: set.url(`f-${randomBytes(4).toString('hex')}`) })
  team = await database.visit(assemble)
  post = await openPostOffice((mail) => clients.read(mail))
  server = mortalServer({ ...database.settings, ...bucket.settings, ...UNLIMITED, SMTP_URL: post.url, MAIL_FROM: FROM })
  desk = { server, acknowledged: [], lost: 0, answered: (status) => written.note(status) }
  const clients = load(desk)
  await server.start()
  present = await server.address()
  const working = signIn(server, team).then(clients.begin)
  working.catch((error: unknown) => (failed = error))
  end = async () => {
    clients.end()
    await working
  }
}, 300_000)

let failed: unknown
let end: () => Promise<void> = async () => {}

afterAll(async () => {
  await server.stop()
  await post.close()
  await database.remove()
  await bucket.close()
  await set.close()
}, 120_000)

const line = (text: string): void => {
  const report = process.env['FAULTS_REPORT']
  if (report) appendFileSync(report, `${text}\n`)
}

const told = ({ gap, statuses }: Watched): string => `${(gap / 1000).toFixed(1)} s; ${Object.entries(statuses).map(([status, times]) => `${times} × ${status === '0' ? 'no answer' : status}`).join(', ')}`

describe('under load', () => {
  for (const { name, faults, readers, writers } of FAULTS) {
    it(name, async () => {
      const before = desk.acknowledged.length
      const kept = reader(() => present, '/charte', 100)
      written = watch()
      await wait(AROUND * 1_000)
      await faults()
      await wait(AROUND * 1_000)
      await vi.waitUntil(() => desk.acknowledged.length > before + 3, { timeout: 120_000, interval: 100 })
      const [read, acted] = [await kept.stop(), written.seen()]
      line(`| ${name} | ${desk.acknowledged.length - before} | ${told(read)} | ${told(acted)} |`)
      expect(failed, 'nobody is told what is not so').toBeUndefined()
      expect([read.statuses['401'], acted.statuses['401'], acted.statuses['403']]).toEqual([undefined, undefined, undefined])
      if (readers !== undefined) expect(read.gap, 'readers').toBeLessThan(readers)
      if (writers !== undefined) expect(acted.gap, 'writers').toBeLessThan(writers)
    }, 300_000)
  }

  it('nothing that was acknowledged is lost, and nothing is half done', async () => {
    await end()
    await vi.waitUntil(async () => (await database.unsent()).length === 0, { timeout: 180_000, interval: 200 })
    await server.stop()
    const stored = await database.visit(everything)
    const lost = missing(stored, desk.acknowledged)
    const broken = stored.files.flatMap(brokenOn)
    const doubled = [...post.copies.values()].filter((copies) => copies > 1).length
    line(`\nAcknowledged ${desk.acknowledged.length}, lost ${lost.length}; files ${stored.files.length}, half done ${broken.length}; e-mails ${stored.messages.length}, arrived twice ${doubled}.`)
    expect(lost).toEqual([])
    expect([...stored.astray, ...broken]).toEqual([])
  }, 300_000)
})
