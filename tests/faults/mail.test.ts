import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { freePort } from '../support/free-port.mjs'
import { lastingDatabase, type LastingDatabase } from '../kill/database.ts'
import { submit } from '../kill/requests.ts'
import { assemble } from '../kill/team.ts'
import { application, validSiret } from '../support/factories.ts'
import { type Instances, instances } from './instances.ts'
import { type Oddity, type OddMailServer, oddMailServer } from './odd-mail-server.ts'
import { sentence, table } from './report.ts'

/** What the mail server does with the first attempt, and how many copies arrive in the end. */
const STAGES: Readonly<Record<string, { what: string; oddity: Oddity | null; copies: number }>> = {
  well: { what: 'takes it', oddity: null, copies: 1 },
  recipient: { what: '451 at RCPT', oddity: { at: 'RCPT', says: '451 4.3.0 Later' }, copies: 1 },
  data: { what: '451 at DATA', oddity: { at: 'DATA', says: '451 4.3.0 Later' }, copies: 1 },
  dot: { what: '451 at the final dot', oddity: { at: 'dot', says: '451 4.3.0 Later' }, copies: 1 },
  hangs: {
    what: 'silence of 30 s at DATA, then the line breaks',
    oddity: { at: 'DATA', after: 30_000, says: null },
    copies: 1,
  },
  drops: {
    what: 'has it, and the line breaks before 250',
    oddity: { at: 'dot', says: null, delivers: true },
    copies: 2,
  },
  slow: {
    what: 'answers the final dot after 50 s',
    oddity: { at: 'dot', after: 50_000, says: '250 Taken', delivers: true },
    copies: 1,
  },
  unknown: { what: '550 5.1.1 at RCPT', oddity: { at: 'RCPT', says: '550 5.1.1 No such mailbox' }, copies: 0 },
  full: { what: '552 5.2.2 at RCPT', oddity: { at: 'RCPT', says: '552 5.2.2 The mailbox is full' }, copies: 1 },
  policy: { what: '554 5.7.1 at DATA', oddity: { at: 'DATA', says: '554 5.7.1 Not now' }, copies: 1 },
}
/** Milliseconds for which nobody listens at first. */
const AWAY = 20_000

let database: LastingDatabase
let servers: Instances
let mails: OddMailServer

const representativeOf = (stage: string): string => `jeanne@${stage}.example`

beforeAll(async () => {
  database = await lastingDatabase()
  await database.visit(assemble)
  mails = oddMailServer(
    await freePort(),
    (recipient) => Object.entries(STAGES).find(([stage]) => recipient === representativeOf(stage))?.[1].oddity ?? null,
  )
  servers = await instances([
    {
      ...database.settings,
      LIMIT_SUBMISSIONS: '1000',
      SMTP_URL: mails.url,
      MAIL_FROM: 'CPOF <ne-pas-repondre@cpof.example>',
    },
  ])
  await servers.each[0]?.start()
}, 120_000)

afterAll(async () => {
  await servers.stop()
  await mails.close()
  await database.remove()
})

it('whatever the mail server does, an e-mail arrives, and once', async () => {
  const desk = { server: servers, acknowledged: [], lost: 0 }
  for (const stage of Object.keys(STAGES)) {
    await submit(
      desk,
      application({
        organisation: { siret: validSiret() },
        representative: { email: representativeOf(stage) },
        contact: { email: `contact@${stage}-contact.example` },
      }),
    )
  }
  await wait(AWAY)
  await mails.open()
  const opened = performance.now()
  const waiting = async () => (await database.unsent()).length
  await vi.waitUntil(async () => (await waiting()) === 0, { timeout: 400_000, interval: 500 })

  const line = table('The mail server at the first attempt, SQLite', [
    'it does',
    'copies',
    'arrived so long after it was there',
  ])
  line(`is away for ${AWAY / 1000} s (all of these, and ${Object.keys(STAGES).length} receipts)`, '', '')
  const copies = Object.keys(STAGES).map((stage) =>
    (mails.delivered.get(representativeOf(stage)) ?? []).map((at) => `${((at - opened) / 1000).toFixed(0)} s`),
  )
  Object.values(STAGES).forEach(({ what }, place) =>
    line(what, String(copies[place]?.length), (copies[place] ?? []).join(', ')),
  )
  const receipts = Object.keys(STAGES).map((stage) => mails.delivered.get(`contact@${stage}-contact.example`) ?? [])
  sentence(
    `Receipts, to a mail server that is well again: ${receipts.map((times) => times.map((at) => `${((at - opened) / 1000).toFixed(1)} s`).join(' and ')).join(', ')}.`,
  )

  expect(copies.map(({ length }) => length)).toEqual(Object.values(STAGES).map(({ copies: due }) => due))
  expect(receipts.map(({ length }) => length)).toEqual(receipts.map(() => 1))
}, 600_000)
