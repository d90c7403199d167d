import { setTimeout as wait } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import type { LastingDatabase } from '../kill/database.ts'
import { brokenOn } from '../kill/invariants.ts'
import { missing } from '../kill/kept.ts'
import { load } from '../kill/load.ts'
import { type Held, wronglyOwedOn, wronglySent } from '../kill/mails.ts'
import { openPostOffice } from '../kill/post-office.ts'
import type { Desk } from '../kill/requests.ts'
import { everything } from '../kill/stored.ts'
import { assemble, signIn } from '../kill/team.ts'
import { type Instances, instances } from './instances.ts'
import { row, sentence } from './report.ts'
import { reader, watch } from './watch.ts'

/** Milliseconds, at most; where nothing is said, whatever it was is reported. */
type Limits = { readers?: number; writers?: number }

/** A platform that people work on. */
export type AtWork = {
  servers: Instances
  /**
   * Breaks something in the middle of the work, and reports what people saw of it.
   * @param faults may come to an end with a text, for the report
   */
  meanwhile: (name: string, faults: () => Promise<unknown>, limits?: Limits) => Promise<void>
  /** To be told after each kill of a process that sends: what it held may leave once more. */
  killed: () => Promise<void>
  /** Lets everybody come to their ends, and counts: nothing lost, nothing half done, nothing doubled. */
  count: () => Promise<void>
  close: () => Promise<void>
}

const DOMAIN = 'cpof.example'
const UNLIMITED = { LIMIT_SUBMISSIONS: '1000000', LIMIT_SIGNATURES: '1000000', LIMIT_LOGINS: '1000000' }
/** Milliseconds of work before and after what is broken. */
const AROUND = 8_000
/** Milliseconds in which who is alive has recorded what it was sending. */
const SENT_BY_THE_LIVING = 5_000
const KEPT_PAGE = '/charte'

type Options = {
  /** What each instance is started with, beside what all have. */
  own?: readonly Record<string, string>[]
  /** How long the mail server takes for an e-mail. */
  mailTakes?: () => Promise<void>
}

export async function atWork(database: LastingDatabase, { own = [{}], mailTakes }: Options = {}): Promise<AtWork> {
  const team = await database.visit(assemble)
  const post = await openPostOffice((mail) => clients.read(mail), mailTakes)
  const common = {
    ...database.settings,
    ...UNLIMITED,
    TRUST_PROXY: 'loopback',
    SMTP_URL: post.url,
    MAIL_FROM: `CPOF <ne-pas-repondre@${DOMAIN}>`,
  }
  const servers = await instances(own.map((settings) => ({ ...common, ...settings })))
  let acting = watch()
  const desk: Desk = { server: servers, acknowledged: [], lost: 0, answered: (status) => acting.note(status) }
  const clients = load(desk)
  const held: Held[] = []
  let failed: unknown
  for (const { start } of servers.each) await start()
  const working = signIn(servers, team).then(clients.begin)
  working.catch((error: unknown) => (failed = error))

  return {
    servers,
    meanwhile: async (name, faults, { readers, writers } = {}) => {
      const before = desk.acknowledged.length
      const kept = reader(
        () => (servers.each.some(({ url }) => url() !== null) ? servers.address() : null),
        KEPT_PAGE,
        100,
      )
      acting = watch()
      await wait(AROUND)
      const told = await faults()
      await wait(AROUND)
      await vi.waitUntil(() => failed !== undefined || desk.acknowledged.length > before + 3, {
        timeout: 120_000,
        interval: 100,
      })
      const [read, acted] = [await kept.stop(), acting.seen()]
      row(typeof told === 'string' ? `${name}: ${told}` : name, desk.acknowledged.length - before, read, acted)
      expect(failed, 'nobody is told what is not so').toBeUndefined()
      expect([read.statuses['401'], acted.statuses['401'], acted.statuses['403']]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
      if (readers !== undefined) expect(read.gap, 'readers').toBeLessThan(readers)
      if (writers !== undefined) expect(acted.gap, 'writers').toBeLessThan(writers)
    },
    killed: async () => {
      const isAnybodyAlive = servers.each.some(({ url }) => url() !== null)
      const then = await database.unsentBehind()
      if (isAnybodyAlive) await wait(SENT_BY_THE_LIVING)
      const still = new Set(
        (isAnybodyAlive ? await database.unsentBehind() : then).map(({ key, by }) => `${by} ${key}`),
      )
      held.push(...then.flatMap(({ key, by }) => (by !== null && still.has(`${by} ${key}`) ? [{ key, by }] : [])))
    },
    count: async () => {
      clients.end()
      await working
      await vi.waitUntil(async () => (await database.unsent()).length === 0, { timeout: 180_000, interval: 500 })
      await servers.stop()
      const stored = await database.visit(everything)
      const lost = missing(stored, desk.acknowledged)
      const broken = [...stored.astray, ...stored.files.flatMap(brokenOn)]
      const doubled = [...post.copies.values()].filter((copies) => copies > 1).length
      const mails = [
        ...stored.files.flatMap((file) => wronglyOwedOn(file, team)),
        ...wronglySent(stored, post.copies, held, DOMAIN),
      ]
      sentence(
        `Acknowledged ${desk.acknowledged.length}, lost ${lost.length}; files ${stored.files.length}, half done ${broken.length}; ` +
          `e-mails ${stored.messages.length}, arrived twice ${doubled} (${held.length} were being sent by a process when it was killed), twice or missing without that reason ${mails.length}.`,
      )
      expect(lost).toEqual([])
      expect(broken).toEqual([])
      expect(mails).toEqual([])
    },
    close: async () => {
      clients.end()
      await servers.stop()
      await post.close()
    },
  }
}
