import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readQueues } from '../../src/admin/queues/read-queues.ts'
import { readerFor } from '../../src/admin/reader.ts'
import { unitOfWork, type UnitOfWork } from '../../src/db/unit-of-work.ts'
import { claimMessage } from '../../src/jobs/claim-message.ts'
import { startSender, type Sender } from '../../src/jobs/sender.ts'
import { canonicalJson } from '../../src/lib/canonical.ts'
import { setClock } from '../../src/lib/clock.ts'
import { sha256 } from '../../src/lib/hash.ts'
import { createTransport, type MailTransport } from '../../src/mail/transport.ts'
import { startMailbox, type Mailbox } from '../../src/mailbox/mailbox.ts'
import { listMails, readMail } from '../../src/mailbox/store.ts'
import type { Message } from '../../src/payload-types.ts'
import { waitOf } from '../../src/record/mail-caps.ts'
import { extendCapability, grantCapability, readCapability, revokeCapabilities } from '../../src/record/capabilities.ts'
import { deliveryOfLink, oweMessage, whileSeeding, type OwedMessage } from '../../src/record/messages.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { staffUser } from '../support/factories.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let app: TestApp
let payload: Payload
let mailbox: Mailbox
let folder: string
let transport: MailTransport
let subject: string
const senders: Sender[] = []

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  payload = app.payload
})
beforeEach(async () => {
  subject = `test:${randomUUID()}`
  folder = mkdtempSync(path.join(tmpdir(), 'cpof-mailbox-'))
  mailbox = await startMailbox({ port: 0, folder })
  transport = createTransport(mailbox.url, 'CPOF <ne-pas-repondre@cpof.example>')
})
afterEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.stop()))
  await mailbox.close()
  setClock(null)
  await payload.db.deleteMany({ collection: 'messages', where: {} })
  await rm(folder, { recursive: true, force: true })
})
afterAll(() => app.stop())

const inUnit = <Result>(body: (unit: UnitOfWork) => Promise<Result>) => unitOfWork(payload, body)

/** Owes an e-mail that needs no link. */
const owe = (
  recipient: string,
  options: Partial<Pick<OwedMessage, 'cause' | 'network' | 'proven' | 'subject' | 'notBefore' | 'key'>> = {},
) =>
  inUnit((unit) =>
    oweMessage(unit, {
      subject,
      template: 'outcome-recorded',
      key: [randomUUID()],
      recipient,
      data: {
        reference: 'CPOF-2026-000007',
        organisation: 'Atelier des Rives',
        body: 'Bureau',
        outcome: 'validated',
        decidedOn: '2026-11-20',
        recipient: 'secretariat',
      },
      links: { panel: { path: '/admin/collections/adhesions/7' } },
      ...options,
    }),
  )

/** Owes an e-mail that carries the link of a capability. */
const oweLink = (capability: string) =>
  inUnit((unit) =>
    oweMessage(unit, {
      subject,
      template: 'follow-up-link',
      key: [capability],
      recipient: 'ines@exemple.fr',
      data: { reference: 'CPOF-2026-000007', occasion: 'asked' },
      links: { followUp: { page: 'follow-up', capability } },
    }),
  )

function send(
  over: MailTransport = transport,
  options: Pick<Parameters<typeof startSender>[0], 'renewal'> = {},
): Sender {
  const sender = startSender({ payload, transport: over, instance: randomUUID(), interval: 250, ...options })
  senders.push(sender)
  return sender
}

async function rows(): Promise<Message[]> {
  const { docs } = await payload.find({
    collection: 'messages',
    where: { subject: { equals: subject } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

const theRow = async (): Promise<Message> => {
  const [row, ...others] = await rows()
  if (!row || others.length > 0) throw new Error('There is not exactly one row')
  return row
}

const countBy = async (status: Message['status']) => (await rows()).filter((row) => row.status === status).length

const until = (assertion: () => Promise<void>) => vi.waitFor(assertion, { timeout: 55 * SECOND, interval: 150 })

const untilSent = (count: number) => until(async () => expect(await countBy('sent')).toBe(count))

/** A clock that goes on from a moment of one's choice, as many times as fast as `pace` says. */
function clockAt(start: Date, pace = 1) {
  const began = performance.now()
  setClock(() => new Date(start.getTime() + pace * (performance.now() - began)))
}

/** A mail server whose answers the test decides. */
async function startServer(
  onRcptTo: SMTPServer['onRcptTo'],
  onData?: SMTPServer['onData'],
): Promise<{ transport: MailTransport; close: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo,
    ...(onData ? { onData } : {}),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    transport: createTransport(`smtp://127.0.0.1:${address.port}`, 'CPOF <ne-pas-repondre@cpof.example>'),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

describe('what the outbox owes', () => {
  it('leaves once, whatever the number of senders', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => owe(`personne${index}@exemple.fr`)))
    send()
    send()
    await untilSent(20)
    const recipients = (await listMails(folder)).map(({ to }) => to)
    expect(recipients.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `personne${index}@exemple.fr`).toSorted(),
    )
    for (const row of await rows()) {
      expect(row).toMatchObject({ attempts: 1, leaseBy: null, leaseUntil: null })
      expect(row.messageId).toMatch(/^<[0-9a-f]+@cpof\.example>$/)
      expect(row.response).toMatch(/^250 /)
    }
  })

  it('leaves at a poke, and not before its time', async () => {
    const later = new Date(Date.now() + 10 * MINUTE)
    await owe('plus-tard@exemple.fr', { notBefore: later })
    await owe('tout-de-suite@exemple.fr')
    const sender = send()
    await untilSent(1)
    expect((await listMails(folder)).map(({ to }) => to)).toEqual(['tout-de-suite@exemple.fr'])
    clockAt(later)
    sender.poke()
    await untilSent(2)
  })

  it('is finished before the sender stops', async () => {
    let release = () => {}
    const arrived = new Promise<void>((arrive) => {
      release = arrive
    })
    let take = () => {}
    const taken = new Promise<void>((resolve) => {
      take = resolve
    })
    const server = await startServer(undefined as never, (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => {
        release()
        void taken.then(() => done(null))
      })
    })
    await owe('lent@exemple.fr')
    const sender = send(server.transport)
    await arrived
    const stopping = sender.stop()
    expect(await theRow()).toMatchObject({ status: 'sending' })
    take()
    await stopping
    expect(await theRow()).toMatchObject({ status: 'sent' })
    await server.close()
  })
})

describe('a sender that died', () => {
  const holdByTheDead = async () => {
    const { id } = await theRow()
    await payload.db.updateOne({
      collection: 'messages',
      id,
      data: {
        status: 'sending',
        attempts: 1,
        leaseBy: 'dead',
        leaseUntil: new Date(Date.now() + MINUTE).toISOString(),
      },
    })
  }

  it('is replaced when its lease has ended, not before', async () => {
    const sender = send()
    const soon = new Date(Date.now() + 30 * MINUTE)
    await owe('perdue@exemple.fr', { notBefore: soon })
    await holdByTheDead()
    const mine = subject
    subject = `test:${randomUUID()}`
    await owe('temoin@exemple.fr')
    await untilSent(1)
    subject = mine
    expect(await theRow()).toMatchObject({ status: 'sending', leaseBy: 'dead' })
    clockAt(new Date(Date.now() + MINUTE + SECOND))
    sender.poke()
    await untilSent(1)
    expect(await theRow()).toMatchObject({ attempts: 2 })
  })

  it('leaves nothing to wait for where no other process can be alive', async () => {
    await owe('perdue@exemple.fr')
    await holdByTheDead()
    const sender = send()
    if (app.database === 'mongodb') {
      clockAt(new Date(Date.now() + MINUTE + SECOND))
      sender.poke()
    }
    await untilSent(1)
  })
})

describe('an address that a stranger typed', () => {
  const held = async () =>
    (await rows()).filter(
      ({ status, notBefore }) => status === 'owed' && new Date(notBefore) > new Date(Date.now() + 20 * 60 * MINUTE),
    )

  it('gets three e-mails a day by several senders; the others wait and then go', async () => {
    for (let count = 0; count < 5; count += 1) await owe('Cible@exemple.fr', { cause: 'stranger' })
    await owe('cible@exemple.fr', { cause: 'staff' })
    await owe('cible@exemple.fr', { cause: 'applicant', proven: true })
    // The last places are given out one by one, which takes seconds; leases, five times shorter too, are renewed in time.
    clockAt(new Date(), 5)
    const sender = send(transport, { renewal: SECOND })
    send(transport, { renewal: SECOND })
    await until(async () => expect(await held()).toHaveLength(2))
    expect(await countBy('sent')).toBe(5)
    expect(await held()).toMatchObject([{ attempts: 0 }, { attempts: 0 }])
    clockAt(new Date(Date.now() + DAY + HOUR))
    sender.poke()
    await untilSent(7)
    expect(await listMails(folder)).toHaveLength(7)
  })

  it('gets the first e-mail of each file before the others, and what nothing bounds before all', async () => {
    const recipient = 'cible@exemple.fr'
    for (let count = 0; count < 3; count += 1) await owe(recipient, { cause: 'stranger' })
    const other = `test:${randomUUID()}`
    await owe(recipient, { cause: 'applicant', subject: other })
    await owe(recipient, { cause: 'staff' })
    const order: [string, boolean][] = []
    for (;;) {
      const row = await claimMessage(payload, 'one', { domains: [], networks: [] })
      if (!row) break
      order.push([row.cause ?? '', row.subject === other])
    }
    expect(order).toEqual([
      ['staff', false],
      ['stranger', false],
      ['applicant', true],
      ['stranger', false],
      ['stranger', false],
    ])
  })

  it('gets no fourth by two that are claimed together, whichever claim is the earlier', async () => {
    for (let count = 0; count < 4; count += 1) await owe('ensemble@exemple.fr', { cause: 'stranger' })
    const [early, late, ...others] = await rows()
    if (!early || !late) throw new Error('Nothing is owed')
    const become = (id: string, data: Partial<Message>) =>
      payload.db.updateOne({ collection: 'messages', where: { id: { equals: id } }, data, options: { atomic: true } })
    for (const { id } of others) await become(id, { status: 'sent', sentAt: new Date().toISOString() })
    await become(late.id, { status: 'sending', leaseUntil: new Date(Date.now() + 2 * MINUTE).toISOString() })
    expect(await waitOf(payload, late)).toBeNull()
    await become(early.id, { status: 'sending', leaseUntil: new Date(Date.now() + MINUTE).toISOString() })
    expect(await waitOf(payload, early)).toMatchObject({ until: expect.any(Date) })
  })

  it('shares nothing with its domain, nor with what came from another network', async () => {
    await whileSeeding(payload, async () => {
      for (let count = 0; count < 120; count += 1)
        await owe(`personne${count}@grand-domaine.example`, { cause: 'stranger', network: 'one' })
    })
    await owe('encore@grand-domaine.example', { cause: 'stranger', network: 'two' })
    await owe('equipe@grand-domaine.example')
    await owe('de-trop@ailleurs.example', { cause: 'stranger', network: 'one' })
    send()
    await untilSent(122)
    await until(async () => {
      const [waiting] = (await rows()).filter(({ status }) => status === 'owed')
      expect(new Date(waiting?.notBefore ?? 0).getTime()).toBeGreaterThan(Date.now() + 50 * MINUTE)
    })
    expect((await listMails(folder)).map(({ to }) => to).toSorted()).toEqual([
      'encore@grand-domaine.example',
      'equipe@grand-domaine.example',
    ])
  })
})

describe('places of a sender', () => {
  it('are not all taken by one domain, nor by what one network caused', async () => {
    let finish = () => {}
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    const recipients: string[] = []
    const server = await startServer(({ address }, _session, done) => {
      recipients.push(address)
      if (!address.endsWith('@lent.example')) done(null)
      else void slow.then(() => done(null))
    })
    for (let count = 0; count < 8; count += 1) await owe(`personne${count}@lent.example`)
    for (let count = 0; count < 8; count += 1)
      await owe(`personne${count}@lent.example`, { cause: 'stranger', network: 'one' })
    await owe('quelquun@exemple.fr')
    send(server.transport)
    await untilSent(1)
    expect(recipients.filter((each) => each.endsWith('@lent.example')).length).toBeLessThanOrEqual(2)
    finish()
    await server.close()
  })
})

describe('a mail server that refuses', () => {
  it('for now is asked again later, with the same Message-ID', async () => {
    let refusals = 2
    const server = await startServer((_address, _session, done) =>
      done(refusals-- > 0 ? refusal(451, 'Try again later') : null),
    )
    await owe('occupee@exemple.fr')
    const began = Date.now()
    const sender = send(server.transport)
    const waits = async (attempts: number, wait: number, from: number) => {
      await until(async () => expect(await theRow()).toMatchObject({ status: 'owed', attempts }))
      const row = await theRow()
      expect(row.lastError).toContain('451')
      expect(new Date(row.notBefore).getTime()).toBeGreaterThanOrEqual(from + wait)
      expect(new Date(row.notBefore).getTime()).toBeLessThan(from + wait + 30 * SECOND)
    }
    await waits(1, MINUTE, began)
    clockAt(new Date(began + 2 * MINUTE))
    sender.poke()
    await waits(2, 5 * MINUTE, began + 2 * MINUTE)
    clockAt(new Date(began + 10 * MINUTE))
    sender.poke()
    await untilSent(1)
    expect(await theRow()).toMatchObject({ attempts: 3, lastError: null })
    await server.close()
  })

  it('for good is not asked again', async () => {
    const server = await startServer((_address, _session, done) => done(refusal(550, 'No such user here')))
    await owe('inconnue@exemple.fr')
    send(server.transport)
    await until(async () => expect(await theRow()).toMatchObject({ status: 'failed', attempts: 1 }))
    await server.close()
  })

  it('for good is said to the secretariat, a link that was overtaken is not', async () => {
    const user = { ...(await staffUser(payload)), collection: 'users' as const }
    const failed = async () => {
      const reader = await readerFor(payload, user)
      return reader ? (await readQueues(reader))?.failedMails : null
    }
    const { uid } = await inUnit((unit) => grantCapability(unit, { purpose: 'follow-up', subject, expiresAt: null }))
    await oweLink(uid)
    await inUnit((unit) => revokeCapabilities(unit, { subject }))
    const server = await startServer((_address, _session, done) => done(refusal(550, 'No such user here')))
    send(server.transport)
    await until(async () => expect(await countBy('failed')).toBe(1))
    expect(await failed()).toBe(0)
    await owe('inconnue@exemple.fr')
    await until(async () => expect(await countBy('failed')).toBe(2))
    expect(await failed()).toBe(1)
    await server.close()
  })

  it('for four days is given up', async () => {
    const server = await startServer((_address, _session, done) => done(refusal(451, 'Try again later')))
    await owe('occupee@exemple.fr')
    const first = new Date()
    const sender = send(server.transport)
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await until(async () => expect(await theRow()).toMatchObject({ attempts: attempt, status: 'owed' }))
      clockAt(new Date(new Date((await theRow()).notBefore).getTime() + SECOND))
      sender.poke()
    }
    // The third has to be made by the clock that it was due by, before the clock goes on.
    await until(async () => expect(await theRow()).toMatchObject({ attempts: 3, status: 'owed' }))
    clockAt(new Date(first.getTime() + 4 * DAY - HOUR))
    sender.poke()
    await until(async () => expect(await theRow()).toMatchObject({ status: 'owed', attempts: 4 }))
    clockAt(new Date(first.getTime() + 4 * DAY + HOUR))
    sender.poke()
    await until(async () => expect(await theRow()).toMatchObject({ status: 'failed', attempts: 5 }))
    await server.close()
  })
})

describe('an e-mail with a link', () => {
  it('carries a token that opens the capability and stands in no row', async () => {
    const { uid } = await inUnit((unit) => grantCapability(unit, { purpose: 'follow-up', subject, expiresAt: null }))
    await oweLink(uid)
    send()
    await untilSent(1)
    const [{ id } = { id: '' }] = await listMails(folder)
    const mail = await readMail(folder, id)
    const token = /\/adhesion\/suivi\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(await readCapability(payload, token)).toMatchObject({ state: 'live', capability: { uid } })
    const row = await theRow()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(mail?.messageId).toBe(row.messageId)
    expect(await deliveryOfLink(payload, { subject, capability: uid })).toEqual({
      messageId: row.messageId,
      response: row.response,
      sentAt: row.sentAt,
      sentTo: 'ines@exemple.fr',
    })
    expect(await deliveryOfLink(payload, { subject, capability: randomUUID() })).toBeNull()
  })

  it.each([
    ['revoked', (unit: UnitOfWork) => revokeCapabilities(unit, { subject })],
    ['expired', (unit: UnitOfWork, uid: string) => extendCapability(unit, uid, new Date(Date.now() - SECOND))],
  ])('does not leave once the link is %s', async (_, end) => {
    const { uid } = await inUnit((unit) => grantCapability(unit, { purpose: 'follow-up', subject, expiresAt: null }))
    await oweLink(uid)
    await inUnit(async (unit) => {
      await end(unit, uid)
    })
    send()
    await until(async () => expect(await theRow()).toMatchObject({ status: 'failed', lastError: 'superseded' }))
    expect(await listMails(folder)).toEqual([])
  })
})

describe('the copy of a signature', () => {
  it('joins the exact bytes of the charter and the evidence as it was hashed', async () => {
    const charter = '# Charte\r\n\r\nÉgalité — « article 1 ».\n'
    const evidence = { z: 1, a: { signatory: 'Inès Roy' } }
    const version: { id: string } = await payload.db.create({
      collection: 'charter-versions',
      data: {
        number: 9,
        title: 'Charte',
        binds: 'both',
        status: 'adopted',
        canonicalText: charter,
        sha256: sha256(charter),
        effectiveOn: '2026-01-01',
        content: {},
      },
    })
    const signature: { id: string } = await payload.db.create({
      collection: 'charter-signatures',
      data: {
        method: 'electronic',
        charterVersion: version.id,
        identifierKey: '443061841',
        organisationName: 'Atelier des Rives',
        signedAt: new Date().toISOString(),
        evidence,
        salt: 's',
        evidenceHash: sha256(`s${canonicalJson(evidence)}`),
      },
    })
    const { uid } = await inUnit((unit) => grantCapability(unit, { purpose: 'follow-up', subject, expiresAt: null }))
    await inUnit((unit) =>
      oweMessage(unit, {
        subject,
        template: 'signed-copy',
        key: [1],
        recipient: 'ines@exemple.fr',
        data: {
          reference: 'CPOF-2026-000007',
          organisation: 'Atelier des Rives',
          signatory: 'Inès Roy',
          signedAt: '2026-11-24T09:12:40.000Z',
          charterNumber: 9,
          sha256: sha256(charter),
        },
        links: { followUp: { page: 'follow-up', capability: uid } },
        attachments: [
          { kind: 'charter', version: version.id },
          { kind: 'evidence', signature: signature.id },
        ],
      }),
    )
    send()
    await untilSent(1)
    const [{ id } = { id: '' }] = await listMails(folder)
    const attachments = (await readMail(folder, id))?.attachments ?? []
    expect(attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
      ['charte-cpof-version-9.md', charter],
      ['preuve-de-signature-CPOF-2026-000007.json', canonicalJson(evidence)],
    ])
  })
})
