import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sendWhatTheDeadHeld } from './a-minute-later.ts'
import { isComplete } from './acknowledged.ts'
import { chance, seed } from './chance.ts'
import { requestsUnderWay } from './client.ts'
import { lastingDatabase, type LastingDatabase } from './database.ts'
import { brokenOn } from './invariants.ts'
import { missing } from './kept.ts'
import { load } from './load.ts'
import { complaintsIn } from './log.ts'
import { type Held, wronglyOwedOn, wronglySent } from './mails.ts'
import { mortalServer, type MortalServer } from './mortal-server.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'
import type { Desk } from './requests.ts'
import { everything, type Stored } from './stored.ts'
import { assemble, signIn, type Team } from './team.ts'

const KILLS = 20
/** What each kill is aimed at, in turn, and how many times at most that happens before. */
const AIMS = [
  ['submission', 6],
  ['third-vote', 3],
  ['signature', 3],
  ['acknowledgement', 40],
  ['third-vote', 6],
  ['claim', 3],
  ['vote', 8],
  ['put-to-bureau', 3],
] as const
/** Milliseconds: about as long as a request takes, so that a kill meets it anywhere. */
const LONGEST_DELAY = 60

const DOMAIN = 'cpof.example'
const FROM = `CPOF <ne-pas-repondre@${DOMAIN}>`
const UNLIMITED = { LIMIT_SUBMISSIONS: '1000000', LIMIT_SIGNATURES: '1000000', LIMIT_LOGINS: '1000000' }
/** Applicants write from networks of their own: of one network no more than 120 e-mails an hour would leave. */
const BEHIND = { TRUST_PROXY: 'loopback' }

let database: LastingDatabase
let server: MortalServer
let post: PostOffice
let team: Team
let desk: Desk
let stored: Stored
const held: Held[] = []

async function killAgainAndAgain(): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await server.start()
    const [what, most] = AIMS[kill % AIMS.length] ?? AIMS[0]
    await server.killAfter(what, 1 + chance(`times ${kill}`, most), chance(`delay ${kill}`, LONGEST_DELAY))
    held.push(...(await database.unsentBehind()).flatMap(({ key, by }) => (by === null ? [] : [{ key, by }])))
  }
  await server.start()
  await vi.waitUntil(() => isComplete(desk.acknowledged), { timeout: 120_000, interval: 100 })
}

/** Milliseconds without a word to any client, after which something stands still for good: no lease is as long. */
const STANDSTILL = 150_000

/** Rejects when nothing goes on any more, with what is waited for. */
async function untilStandstill(over: () => boolean): Promise<void> {
  let heard = -1
  let since = performance.now()
  while (!over()) {
    if (desk.acknowledged.length > heard) {
      heard = desk.acknowledged.length
      since = performance.now()
    } else if (performance.now() - since > STANDSTILL) {
      const unsent = await database.unsentBehind()
      throw new Error(
        [
          `Nothing was acknowledged for ${STANDSTILL / 1000} s (KILL_SEED=${seed}), after ${heard}.`,
          `The kill waits for ${server.aimedAt()}; e-mails not sent: ${unsent.length}.`,
          ...requestsUnderWay(),
          ...unsent.map(({ key, by }) => `${key}, taken by ${by ?? 'nobody'}`),
          server.logs().at(-1)?.slice(-4000) ?? '',
        ].join('\n'),
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The last server has sent all but what killed ones held. */
async function everythingSent(): Promise<boolean> {
  const dead = new Set(held.map(({ by }) => by))
  return (await database.unsent()).every(({ by }) => by !== null && dead.has(by))
}

beforeAll(async () => {
  database = await lastingDatabase()
  team = await database.visit(assemble)
  post = await openPostOffice((mail) => clients.read(mail))
  server = mortalServer({ ...database.settings, ...UNLIMITED, ...BEHIND, SMTP_URL: post.url, MAIL_FROM: FROM })
  desk = { server, acknowledged: [], lost: 0 }
  const clients = load(desk)
  const working = signIn(server, team).then(clients.begin)
  let over = false
  await Promise.race([working, killAgainAndAgain(), untilStandstill(() => over)]).finally(() => {
    over = true
    clients.end()
  })
  await working
  await vi.waitUntil(everythingSent, { timeout: 120_000, interval: 100 })
  await server.stop()
  stored = await database.visit(async (payload) => {
    await sendWhatTheDeadHeld(payload, post.url, FROM)
    return everything(payload)
  })
}, 900_000)

afterAll(async () => {
  await server.stop()
  await post.close()
  await database.remove()
})

describe(`${KILLS} kills under load (KILL_SEED=${seed} draws them again)`, () => {
  it('take back nothing that was acknowledged', () => {
    expect(missing(stored, desk.acknowledged)).toEqual([])
  })

  it('leave no half transition', () => {
    expect(stored.astray).toEqual([])
    expect(stored.files.flatMap(brokenOn)).toEqual([])
  })

  it('leave the e-mails owed of what happened, and no other', () => {
    expect(stored.files.flatMap((file) => wronglyOwedOn(file, team))).toEqual([])
  })

  it('let every e-mail arrive, and none twice but what a killed sender held', () => {
    expect(wronglySent(stored, post.copies, held, DOMAIN)).toEqual([])
  })

  it('make nobody write an error into the log', () => {
    expect(server.logs().flatMap(complaintsIn)).toEqual([])
  })

  it('met everything that happens to a file', () => {
    const states = new Set(stored.files.map(({ adhesion }) => adhesion.status))
    expect([...states]).toEqual(expect.arrayContaining(['closed', 'referred', 'rejected', 'validated']))
    expect(desk.lost).toBeGreaterThan(0)
    expect(held.length).toBeGreaterThan(0)
  })
})
