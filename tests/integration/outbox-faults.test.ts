import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { databaseNow, setDatabaseClock } from '../../src/db/database-clock.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { claimMessage } from '../../src/jobs/claim-message.ts'
import { LEASE_MS } from '../../src/jobs/leased-rows.ts'
import { holdLease, releaseLease } from '../../src/jobs/lease.ts'
import { startTimers } from '../../src/jobs/timers.ts'
import { startSender, type Sender } from '../../src/jobs/sender.ts'
import { setClock } from '../../src/lib/clock.ts'
import { createTransport } from '../../src/mail/transport.ts'
import type { Message } from '../../src/payload-types.ts'
import { oweMessage } from '../../src/record/messages.ts'
import { callApi, codeOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const FROM = 'CPOF <ne-pas-repondre@cpof.example>'
const IDLE = { domains: [], networks: [] }

let app: TestApp
let payload: Payload
const senders: Sender[] = []
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  payload = app.payload
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(senders.splice(0).map((sender) => sender.stop()))
  for (const close of closing.splice(0)) await close()
  setClock(null)
  await payload.db.deleteMany({ collection: 'messages', where: {} })
})
afterAll(() => app.stop())

const owe = (recipient: string) =>
  unitOfWork(payload, (unit) =>
    oweMessage(unit, {
      subject: `test:${randomUUID()}`,
      template: 'outcome-recorded',
      key: [randomUUID()],
      recipient,
      links: { panel: { path: '/admin/collections/adhesions/7' } },
      data: {
        reference: 'CPOF-2026-000007',
        organisation: 'Atelier des Rives',
        body: 'Bureau',
        outcome: 'validated',
        decidedOn: '2026-11-20',
        recipient: 'secretariat',
      },
    }),
  )

async function rows(): Promise<Message[]> {
  const { docs } = await payload.find({
    collection: 'messages',
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

async function theRow(): Promise<Message> {
  const [row, ...others] = await rows()
  if (!row || others.length > 0) throw new Error('There is not exactly one row')
  return row
}

const become = (id: string, data: Partial<Message>) =>
  payload.db.updateOne({ collection: 'messages', where: { id: { equals: id } }, data, options: { atomic: true } })

/** A mail server that notes who was written to; `answer` says when and how it answers the final dot. */
async function mailServer(
  answer: (recipient: string) => Promise<Error | null> = async () => null,
  port = 0,
): Promise<{ url: string; port: number; arrived: string[] }> {
  const arrived: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onData: (stream, session, done) => {
      stream.resume()
      stream.on('end', () => {
        const recipient = session.envelope.rcptTo[0]?.address ?? ''
        arrived.push(recipient)
        void answer(recipient).then(done)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const address = server.server.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  return { url: `smtp://127.0.0.1:${taken}`, port: taken, arrived }
}

function send(url: string, options: Partial<Parameters<typeof startSender>[0]> = {}): Sender {
  const sender = startSender({
    payload,
    transport: createTransport(url, FROM),
    instance: randomUUID(),
    interval: 100,
    ...options,
  })
  senders.push(sender)
  return sender
}

const until = (assertion: () => unknown) => vi.waitFor(assertion, { timeout: 50_000, interval: 100 })

const later = (milliseconds: number) => {
  const began = performance.now()
  const start = Date.now() + milliseconds
  setClock(() => new Date(start + (performance.now() - began)))
}

describe('a database that is away when an e-mail has left', () => {
  it('is told as often as it takes: the e-mail is not sent again', async () => {
    const server = await mailServer()
    await owe('une-fois@exemple.fr')
    const write = payload.db.updateOne.bind(payload.db)
    let refusals = 6
    vi.spyOn(payload.db, 'updateOne').mockImplementation((args) => {
      const settles = 'data' in args && args.data['status'] === 'sent'
      if (settles && (refusals -= 1) >= 0)
        return Promise.reject(Object.assign(new Error('connection closed'), { name: 'MongoNetworkError' }))
      return write(args)
    })
    send(server.url)
    await until(async () => expect(await theRow()).toMatchObject({ status: 'sent', attempts: 1 }))
    expect(refusals).toBeLessThan(0)
    expect(server.arrived).toEqual(['une-fois@exemple.fr'])
  })

  it('and fails for good leaves a row that this process records, and never sends again', async () => {
    const server = await mailServer()
    await owe('une-fois@exemple.fr')
    const write = payload.db.updateOne.bind(payload.db)
    let broken = true
    vi.spyOn(payload.db, 'updateOne').mockImplementation((args) => {
      if (broken && 'data' in args && args.data['status'] === 'sent') return Promise.reject(new Error('no more'))
      return write(args)
    })
    const sender = send(server.url)
    await until(() => expect(server.arrived).toHaveLength(1))
    await until(async () => expect(await theRow()).toMatchObject({ status: 'sending' }))
    broken = false
    later(2 * LEASE_MS - 1000)
    sender.poke()
    await until(async () => expect(await theRow()).toMatchObject({ status: 'sent' }))
    expect(server.arrived).toHaveLength(1)
  })
})

describe('a mail server that takes its time after the final dot', () => {
  it('is waited for while the row stays leased, and no other sender takes it', async () => {
    let answer = () => {}
    const dot = new Promise<null>((resolve) => {
      answer = () => resolve(null)
    })
    const server = await mailServer((recipient) => (recipient === 'lente@exemple.fr' ? dot : Promise.resolve(null)))
    await owe('lente@exemple.fr')
    send(server.url, { renewal: 20 })
    await until(() => expect(server.arrived).toEqual(['lente@exemple.fr']))
    const [slow] = await rows()
    for (const passed of [LEASE_MS - 10_000, 2 * (LEASE_MS - 10_000)]) {
      later(passed)
      await until(async () =>
        expect(
          new Date(
            (await payload.findByID({ collection: 'messages', id: slow?.id ?? '', overrideAccess: true })).leaseUntil ??
              0,
          ).getTime(),
        ).toBeGreaterThan(Date.now() + passed + LEASE_MS - 10_000),
      )
    }
    send(server.url)
    await owe('temoin@exemple.fr')
    await until(() => expect(server.arrived).toContain('temoin@exemple.fr'))
    answer()
    await until(async () => expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'sent']))
    expect(server.arrived).toHaveLength(2)
  })

  it('gives its place to others while it is slow, and holds up no stop of the process for ever', async () => {
    const server = await mailServer((recipient) =>
      recipient.startsWith('lente') ? new Promise(() => {}) : Promise.resolve(null),
    )
    await owe('lente@un.example')
    await owe('lente@deux.example')
    const sender = send(server.url, { parallel: 2, slow: 50, grace: 100 })
    await until(() => expect(server.arrived).toHaveLength(2))
    await owe('temoin@exemple.fr')
    await until(() => expect(server.arrived).toContain('temoin@exemple.fr'))
    await sender.stop()
    const kept = (await rows()).filter(({ recipient }) => recipient.startsWith('lente'))
    expect(kept).toMatchObject([
      { status: 'owed', leaseBy: null },
      { status: 'owed', leaseBy: null },
    ])
  })
})

describe('moments that lie too far ahead', () => {
  const ahead = () => new Date(Date.now() + 3 * DAY).toISOString()

  it('hold up no e-mail: neither a lease nor the next attempt', async () => {
    await owe('loin@exemple.fr')
    const [first] = await rows()
    await become(first?.id ?? '', { status: 'sending', attempts: 1, leaseBy: 'dead', leaseUntil: ahead() })
    expect(await claimMessage(payload, 'one', IDLE)).toMatchObject({ id: first?.id, attempts: 2 })
    await become(first?.id ?? '', { status: 'owed', notBefore: ahead() })
    const server = await mailServer()
    send(server.url)
    await until(async () => expect(await theRow()).toMatchObject({ status: 'sent' }))
  })

  it('keep no lease of a task from who is there', async () => {
    const key = randomUUID()
    expect(await holdLease(payload, key, 'dead')).toBe(true)
    expect(await holdLease(payload, key, 'alive')).toBe(false)
    await payload.db.updateOne({
      collection: 'leases',
      where: { key: { equals: key } },
      data: { until: ahead() },
      options: { atomic: true },
    })
    expect(await holdLease(payload, key, 'alive')).toBe(true)
    expect(await holdLease(payload, key, 'dead')).toBe(false)
  })
})

describe('the timers of a process that was killed', () => {
  it('are waited for where another process may be alive, and nowhere else', async () => {
    expect(await holdLease(payload, 'timers', 'killed')).toBe(true)
    let ran = false
    const timers = startTimers({
      payload,
      tasks: [{ name: 'one', run: async () => ((ran = true), 0) }],
      instance: 'next',
      renewal: 20,
      pace: 20,
    })
    if (app.database === 'mongodb') {
      expect(await holdLease(payload, 'timers', 'killed')).toBe(true)
      await releaseLease(payload, 'timers', 'killed')
    }
    await vi.waitFor(() => expect(ran).toBe(true), { timeout: 20_000 })
    await timers.stop()
  })
})

describe('a machine whose clock is wrong', () => {
  it('leases by the clock of the database, where several machines share one', async () => {
    const Machine = Date
    const wrong = 120_000
    await owe('horloge@exemple.fr')
    const taken = await claimMessage(payload, 'right', IDLE)
    expect(taken).not.toBeNull()
    class Ahead extends Machine {
      constructor(...given: [] | [string | number | Date]) {
        if (given.length === 0) super(Machine.now() + wrong)
        else super(given[0])
      }
      static override now = () => Machine.now() + wrong
    }
    vi.stubGlobal('Date', Ahead)
    const offset = await setDatabaseClock(payload)
    const skewed = databaseNow(payload).getTime()
    const stolen = await claimMessage(payload, 'ahead', IDLE)
    vi.unstubAllGlobals()
    await setDatabaseClock(payload)
    if (app.database === 'mongodb') {
      expect(Math.abs(offset + wrong)).toBeLessThan(30_000)
      expect(Math.abs(skewed - Date.now())).toBeLessThan(30_000)
      expect(stolen).toBeNull()
    } else {
      expect(offset).toBe(0)
    }
  })
})

describe('a mail server that was away', () => {
  it('is sent all that waits for it as soon as one e-mail gets through', async () => {
    const reserved = createServer((socket: Socket) => socket.destroy()).listen(0, '127.0.0.1')
    await once(reserved, 'listening')
    const address = reserved.address()
    const port = typeof address === 'object' && address ? address.port : 0
    reserved.close()
    await once(reserved, 'close')
    for (let count = 0; count < 5; count += 1) await owe(`attend${count}@domaine${count}.example`)
    const sender = send(`smtp://127.0.0.1:${port}`)
    await until(async () =>
      expect((await rows()).every(({ status, serverAway }) => status === 'owed' && serverAway === true)).toBe(true),
    )
    for (const { id } of await rows())
      await become(id, { notBefore: new Date(Date.now() + 4 * HOUR).toISOString(), attempts: 6 })
    const server = await mailServer(undefined, port)
    const [one] = await rows()
    await become(one?.id ?? '', { notBefore: new Date().toISOString() })
    sender.poke()
    await until(() => expect(server.arrived).toHaveLength(5))
    await until(async () =>
      expect((await rows()).every(({ status, serverAway }) => status === 'sent' && serverAway === false)).toBe(true),
    )
  })
})

describe('an e-mail that was given up', () => {
  it('is listed for the secretariat alone, with to whom, why and when, and sent again at their word', async () => {
    const tokenOf = async (roles: ('editor' | 'secretariat' | 'admin')[]) => {
      const { email } = await staffUser(payload, { roles })
      return (await payload.login({ collection: 'users', data: { email, password: PASSWORD } })).token ?? ''
    }
    const [secretary, editor] = [await tokenOf(['secretariat']), await tokenOf(['editor'])]
    let refuse = true
    const server = await mailServer(async () =>
      refuse ? Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }) : null,
    )
    await owe('inconnue@exemple.fr')
    send(server.url)
    await until(async () => expect(await theRow()).toMatchObject({ status: 'failed' }))
    const { id } = await theRow()
    const list = '/messages?where[status][equals]=failed'
    const listed = await callApi<{ docs: Record<string, unknown>[] }>(app, list, { method: 'GET', token: secretary })
    expect(listed.body.docs).toMatchObject([
      {
        id,
        recipient: 'inconnue@exemple.fr',
        lastError: expect.stringContaining('no such user'),
        attempts: 1,
        firstTriedAt: expect.any(String),
      },
    ])
    for (const hidden of ['data', 'links', 'key', 'network', 'leaseBy'])
      expect(listed.body.docs[0]).not.toHaveProperty(hidden)
    expect((await callApi(app, list, { method: 'GET', token: editor })).status).toBe(403)
    expect((await callApi(app, list, { method: 'GET' })).status).toBe(401)

    const again = `/messages/${id}/send-again`
    expect((await callApi(app, again, { body: {} })).status).toBe(401)
    expect((await callApi(app, again, { body: {}, token: editor })).status).toBe(403)
    expect(
      (
        await callApi(app, `/messages/${app.database === 'mongodb' ? '0'.repeat(24) : randomUUID()}/send-again`, {
          body: {},
          token: secretary,
        })
      ).status,
    ).toBe(404)
    refuse = false
    expect(await callApi(app, again, { body: {}, token: secretary })).toMatchObject({
      status: 200,
      body: { doc: { id, status: 'owed' } },
    })
    await until(async () => expect(await theRow()).toMatchObject({ status: 'sent', attempts: 1, lastError: null }))
    expect(codeOf(await callApi(app, again, { body: {}, token: secretary }))).toBe('not-failed')
    await become(id, { status: 'failed', lastError: 'superseded' })
    expect(codeOf(await callApi(app, again, { body: {}, token: secretary }))).toBe('link-superseded')
  })
})
