import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Payload } from 'payload'
import { Webhook as Verifier } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readerFor } from '../../src/admin/reader.ts'
import { readWebhooks } from '../../src/admin/webhooks/read-webhooks.ts'
import { SYSTEM } from '../../src/adhesion/lifecycle/actor.ts'
import { takeInHand } from '../../src/adhesion/lifecycle/on-file.ts'
import { TRANSITIONS } from '../../src/adhesion/lifecycle/transitions.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import type { Resolve } from '../../src/federations/webhooks/destination.ts'
import type { Sender } from '../../src/jobs/pump.ts'
import { startWebhookSender } from '../../src/jobs/webhooks/webhook-sender.ts'
import { setClock } from '../../src/lib/clock.ts'
import { parisDay } from '../../src/lib/dates.ts'
import { idOf } from '../../src/lib/ids.ts'
import { createMemberFromAdhesion } from '../../src/membership/create.ts'
import { revokeKey } from '../../src/federations/revoke-key.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { adoptCharter, application } from '../support/factories.ts'
import { makeFederation, makeKey, type Federation } from '../support/federations.ts'
import { makeColleague, makeMember, type Colleague } from '../support/governance.ts'
import { lastToken, owed } from '../support/outbox.ts'
import { startReceiver, type Receiver } from '../support/receiver.ts'
import { signWith } from '../support/applications.ts'

type Line = { index: number; status: number; doc?: { id: string }; errors?: { code: string }[] }
type Doc = Record<string, unknown> & { id: string; status: string }
type Said = {
  doc?: Doc
  docs?: Doc[]
  totalDocs?: number
  hasNextPage?: boolean
  secret?: string
  results?: Line[]
  status?: string
  errors?: { code: string; data?: { errors: { path: string; code: string }[] } }[]
}
type Answer = { status: number; body: Said; headers: Headers }

let app: TestApp
let payload: Payload
let door: TestDoor
let secretary: Colleague
let federation: Federation

beforeAll(async () => {
  app = await startApp({ WEBHOOK_LOOPBACK: '1', LOG_LEVEL: 'silent' })
  payload = app.payload
  door = await openDoor(app)
  await adoptCharter(payload)
  secretary = await makeColleague(payload, ['secretariat'])
})
beforeEach(async () => {
  federation = await makeFederation(payload)
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await door.close()
  await app.stop()
})

type Sent = { body?: unknown; key?: string | null; type?: string; headers?: Record<string, string> }

async function ask(method: string, path: string, { body, key = federation.key, type, headers = {} }: Sent = {}) {
  const response = await fetch(`${door.url}/api${path}`, {
    method,
    headers: {
      ...(key === null ? {} : { Authorization: `Key ${key}` }),
      ...(body === undefined ? {} : { 'Content-Type': type ?? 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const said: Said = JSON.parse(text)
  return { status: response.status, body: said, headers: response.headers } satisfies Answer
}

const batch = (lines: unknown, sent: Sent = {}) => ask('POST', '/adhesions/batch', { body: lines, ...sent })
const codeOf = ({ body }: Answer) => body.errors?.[0]?.code
const statuses = ({ body }: Answer) => (body.results ?? []).map(({ status }) => status)
const several = (count: number) => Array.from({ length: count }, () => application())

const filesOf = async (member: string) =>
  (
    await payload.find({
      collection: 'adhesions',
      where: { federation: { equals: member } },
      pagination: false,
      overrideAccess: true,
      showHiddenFields: true,
    })
  ).docs

const messagesOf = async (adhesion: string) =>
  (
    await payload.find({
      collection: 'messages',
      where: { adhesion: { equals: adhesion } },
      pagination: false,
      overrideAccess: true,
    })
  ).docs

const revoke = () =>
  revokeKey(payload, {
    id: federation.record.id,
    governor: { ...secretary.user, office: 'secretary' },
    reason: 'Clé perdue',
  })

describe('an application by the key of a federation', () => {
  it('is one like any other, whose each representative signs, and whose contact is that of the federation where it names none', async () => {
    const { contact: _contact, ...alone } = application()
    const { status, body } = await ask('POST', '/adhesions', { body: alone })
    expect([status, body.doc?.status]).toEqual([201, 'awaiting-signature'])
    const id = body.doc?.id ?? ''
    const [file] = await filesOf(federation.member.id)
    expect(file).toMatchObject({ id, contact: { email: federation.contact }, federationContact: federation.contact })
    const token = await lastToken(payload, { adhesion: id, template: 'signature-link' })
    expect((await signWith(app, token)).body.status).toBe('submitted')
    const { docs } = await payload.find({
      collection: 'journal',
      where: { adhesion: { equals: id }, type: { equals: 'submitted' } },
      overrideAccess: true,
    })
    expect(docs[0]?.evidence).toMatchObject({
      actor: { kind: 'federation', name: federation.member.legalName, key: federation.record.id },
    })
  })

  it('meets none of the bounds that are put on e-mails of strangers', async () => {
    const lines = several(5).map((line) => ({ ...line, contact: undefined }))
    expect(statuses(await batch(lines))).toEqual([201, 201, 201, 201, 201])
    for (const { id } of await filesOf(federation.member.id))
      for (const message of await messagesOf(id))
        expect(message).toMatchObject({ cause: 'federation', capped: false, network: '' })
    const { body } = await ask('POST', '/adhesions', { body: application(), key: null })
    expect((await messagesOf(body.doc?.id ?? '')).map(({ capped }) => capped)).toEqual([true, true])
  })

  it('takes a key that is good for it, and none that is not', async () => {
    const reader = await makeKey(payload, federation.member.id, { scopes: ['read'] })
    for (const [key, status, code] of [
      [`${federation.key}x`, 401, 'bad-key'],
      ['', 401, 'bad-key'],
      [reader.key, 403, 'scope-missing'],
    ] as const) {
      const single = await ask('POST', '/adhesions', { body: {}, key })
      expect([single.status, codeOf(single)]).toEqual([status, code])
      const many = await batch([], { key })
      expect([many.status, codeOf(many)]).toEqual([status, code])
      if (status === 401)
        for (const { headers } of [single, many]) expect(headers.get('www-authenticate')).toContain('Key realm="CPOF"')
    }
    await payload.db.updateOne({ collection: 'members', id: federation.member.id, data: { status: 'suspended' } })
    expect(codeOf(await ask('POST', '/adhesions', { body: application() }))).toBe('bad-key')
    expect(await filesOf(federation.member.id)).toEqual([])
  })
})

describe('a batch', () => {
  it('is refused to nobody and to the staff, who have no key', async () => {
    const nobody = await batch(several(1), { key: null })
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Key realm="CPOF"'])
    const staff = await batch(several(1), { key: null, headers: { Authorization: `JWT ${secretary.token}` } })
    expect(staff.status).toBe(401)
  })

  it('answers each line by itself, as it would be answered alone, as a list or as lines', async () => {
    const [first, second] = several(2)
    const member = await makeMember(payload)
    await payload.db.updateOne({
      collection: 'members',
      id: member.id,
      data: { slot: 'siren:732829320', identifierKey: 'siren:732829320' },
    })
    const lines = [first, { kind: 'member', slot: 'x' }, 7, first, second]
    const { body } = await batch(lines)
    expect(body.results?.map(({ index, status }) => [index, status])).toEqual([
      [0, 201],
      [1, 400],
      [2, 400],
      [3, 409],
      [4, 201],
    ])
    const codes = body.results?.map(({ errors }) => errors?.[0]?.code)
    expect(codes).toEqual([undefined, 'invalid', 'invalid', 'adhesion-in-progress', undefined])
    const asLines = await batch(
      `${several(2)
        .map((line) => JSON.stringify(line))
        .join('\n')}\n\n`,
      {
        type: 'application/x-ndjson',
      },
    )
    expect(statuses(asLines)).toEqual([201, 201])
    expect(await filesOf(federation.member.id)).toHaveLength(4)
  })

  it('is 413 with more than 200 lines, 400 where it is no list, and then nothing is made', async () => {
    const full = await batch(Array.from({ length: 201 }, () => application()))
    expect([full.status, codeOf(full)]).toEqual([413, 'too-many-lines'])
    for (const [body, type] of [
      [{ kind: 'member' }, undefined],
      ['[', undefined],
      ['"x"', undefined],
      [`${JSON.stringify(application())}\n{`, 'application/x-ndjson'],
    ] as const)
      expect((await batch(body, type ? { type } : {})).status).toBe(400)
    expect((await batch('a,b', { type: 'text/csv' })).status).toBe(415)
    expect(await filesOf(federation.member.id)).toEqual([])
  })

  it('is carried out once under its key, and taken up where it was cut off', async () => {
    const lines = several(6)
    const sent = { headers: { 'Idempotency-Key': 'lot-1' } }
    const create = payload.create.bind(payload)
    let opened = 0
    const cut = vi.spyOn(payload, 'create').mockImplementation((options) => {
      if (options.collection === 'adhesions' && (opened += 1) > 3) throw new Error('The process is gone')
      return create(options)
    })
    expect((await batch(lines, sent)).status).toBe(500)
    expect(await filesOf(federation.member.id)).toHaveLength(3)
    cut.mockRestore()
    const resumed = await batch(lines, sent)
    expect([resumed.status, statuses(resumed)]).toEqual([200, Array(6).fill(201)])
    const files = await filesOf(federation.member.id)
    expect(files.map(({ id }) => id).sort()).toEqual(resumed.body.results?.map(({ doc }) => doc?.id).sort())
    for (const { id } of files) expect(await messagesOf(id)).toHaveLength(2)
    const again = await batch(lines, sent)
    expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', resumed.body])
    expect(codeOf(await batch(several(1), sent))).toBe('idempotency-key-reused')
  })

  it('opens each file once when it is sent twice at once', async () => {
    const lines = several(4)
    const sent = { headers: { 'Idempotency-Key': 'lot-2' } }
    const answers = await Promise.all([batch(lines, sent), batch(lines, sent)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    expect(await filesOf(federation.member.id)).toHaveLength(4)
  })

  it('stops where its key is revoked meanwhile', async () => {
    const create = payload.create.bind(payload)
    let opened = 0
    const begun = new Promise<void>((resolve) => {
      vi.spyOn(payload, 'create').mockImplementation((options) => {
        if (options.collection === 'adhesions' && (opened += 1) === 2) resolve()
        return create(options)
      })
    })
    const underWay = batch(several(30))
    await begun
    await revoke()
    const { status, body } = await underWay
    expect(status).toBe(200)
    expect(body.results?.at(-1)).toMatchObject({ index: 29, status: 401, errors: [{ code: 'bad-key' }] })
    const made = body.results?.filter((line) => line.status === 201).length ?? 0
    expect(made).toBeGreaterThan(0)
    expect(await filesOf(federation.member.id)).toHaveLength(made)
  })
})

describe('what a federation reads', () => {
  it('are its own files, page by page, in public words and states', async () => {
    await batch(several(3))
    const other = await makeFederation(payload)
    await batch(several(1), { key: other.key })
    const first = await ask('GET', '/adhesions?limit=2&sort=createdAt')
    expect([first.body.docs?.length, first.body.totalDocs, first.body.hasNextPage]).toEqual([2, 3, true])
    const rest = await ask('GET', '/adhesions?limit=2&page=2&sort=createdAt')
    const ids = [...(first.body.docs ?? []), ...(rest.body.docs ?? [])].map(({ id }) => id)
    expect(ids.sort()).toEqual((await filesOf(federation.member.id)).map(({ id }) => id).sort())
    expect(Object.keys(first.body.docs?.[0] ?? {}).sort()).toEqual([
      'createdAt',
      'id',
      'kind',
      'organisation',
      'reference',
      'signedAt',
      'status',
    ])
    const [theirs] = await filesOf(other.member.id)
    expect((await ask('GET', `/adhesions/${theirs?.id}`)).status).toBe(404)
    expect((await ask('GET', `/adhesions/${ids[0]}`)).body).toMatchObject({ id: ids[0], status: 'awaiting-signature' })
    expect(first.headers.get('cache-control')).toBe('no-store')
  })

  it('says nothing of a refusal that the applicant has not been told, nor by a filter', async () => {
    const { body } = await ask('POST', '/adhesions', { body: application() })
    const id = body.doc?.id ?? ''
    await payload.db.updateOne({ collection: 'adhesions', id, data: { status: 'rejected' } })
    expect((await ask('GET', `/adhesions/${id}`)).body.status).toBe('before-bureau')
    for (const query of [
      'where[status][equals]=rejected',
      'where[or][0][status][equals]=rejected',
      'sort=status',
      'select[claimedBy]=true',
    ])
      expect((await ask('GET', `/adhesions?${query}`)).status).toBe(400)
  })

  it('stays the staff’s, and nobody’s, as it was', async () => {
    expect((await ask('GET', '/adhesions', { key: null })).status).toBe(401)
    const staff = await ask('GET', '/adhesions?limit=1', {
      key: null,
      headers: { Authorization: `JWT ${secretary.token}` },
    })
    expect([staff.status, staff.body.docs?.length]).toEqual([200, 1])
    const submitter = await makeKey(payload, federation.member.id, { scopes: ['submit'] })
    expect(codeOf(await ask('GET', '/adhesions', { key: submitter.key }))).toBe('scope-missing')
    expect((await ask('GET', '/members', { key: 'x' })).status).toBe(200)
    expect((await ask('GET', '/journal')).status).toBe(401)
  })
})

describe('the network of a member', () => {
  const stored = (id: string) => payload.findByID({ collection: 'members', id, depth: 0, overrideAccess: true })
  const act = (id: string, name: string, token: string, body: unknown = {}) =>
    ask('POST', `/members/${id}/${name}`, { key: null, body, headers: { Authorization: `JWT ${token}` } })

  /** A member for which the federation applied. */
  async function validated(): Promise<string> {
    const { body } = await ask('POST', '/adhesions', { body: application() })
    const adhesion = await payload.findByID({
      collection: 'adhesions',
      id: body.doc?.id ?? '',
      depth: 0,
      overrideAccess: true,
    })
    const token = await lastToken(payload, { adhesion: adhesion.id, template: 'signature-link' })
    await signWith(app, token)
    const signed = await payload.findByID({ collection: 'adhesions', id: adhesion.id, depth: 0, overrideAccess: true })
    const { member } = await unitOfWork(payload, (unit) =>
      createMemberFromAdhesion(unit, {
        adhesion: signed,
        decidedOn: parisDay(new Date()),
        signature: idOf(signed.signature) ?? '',
      }),
    )
    return member.id
  }

  it('is proposed from the key, and counts once the secretariat confirms it', async () => {
    const id = await validated()
    expect(await stored(id)).toMatchObject({ networkProposed: federation.member.id })
    expect((await stored(id)).network ?? null).toBeNull()
    const editor = await makeColleague(payload, ['editor'])
    expect((await act(id, 'confirm-network', editor.token)).status).toBe(403)
    const sent = await Promise.all([
      act(id, 'confirm-network', secretary.token),
      act(id, 'confirm-network', secretary.token),
    ])
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await stored(id)).toMatchObject({ network: federation.member.id })
    expect((await stored(id)).networkProposed ?? null).toBeNull()
  })

  it('is dropped by the secretariat, and not written past it', async () => {
    const id = await validated()
    const patched = await ask('PATCH', `/members/${id}`, {
      key: null,
      body: { networkProposed: id },
      headers: { Authorization: `JWT ${secretary.token}` },
    })
    expect(patched.body.errors?.[0]?.data?.errors).toMatchObject([{ path: 'networkProposed', code: 'protected-field' }])
    expect((await act(id, 'discard-network', secretary.token, { reason: 'Convention échue' })).status).toBe(200)
    expect((await stored(id)).networkProposed ?? null).toBeNull()
    expect(codeOf(await act(id, 'confirm-network', secretary.token))).toBe('nothing-pending')
  })

  it('is no federation that has left meanwhile', async () => {
    const id = await validated()
    await payload.db.updateOne({ collection: 'members', id: federation.member.id, data: { status: 'resigned' } })
    expect(codeOf(await act(id, 'confirm-network', secretary.token))).toBe('membership-ended')
  })
})

/** The reader of webhooks that the documentation shows, as it stands there. */
async function readerInTheDocs() {
  const [, code = ''] = /```js\n([^]*?)```/.exec(await readFile('docs/api.md', 'utf8')) ?? []
  const module: unknown = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)
  const { readWebhook } = module as { readWebhook: (secret: string, headers: object, body: string) => unknown }
  return readWebhook
}

type Delivery = {
  id: string
  event: string
  type: string
  status: string
  lastError: string | null
  nextAttemptAt: string | null
  attempts: { status: number | null; error: string | null }[]
}

describe('a webhook', () => {
  let receiver: Receiver
  const senders: Sender[] = []

  beforeEach(async () => {
    receiver = await startReceiver()
  })
  afterEach(async () => {
    await Promise.all(senders.splice(0).map((sender) => sender.stop()))
    setClock(null)
    await receiver.close()
    for (const collection of ['webhook-deliveries', 'webhooks'] as const)
      await payload.db.deleteMany({ collection, where: {} })
  })

  const register = async (sent: Sent & { path?: string; events?: string[] } = {}) => {
    const { path = '/cpof', events, ...rest } = sent
    const { status, body } = await ask('POST', '/webhooks', {
      body: { url: `${receiver.url}${path}`, events },
      ...rest,
    })
    expect(status).toBe(201)
    return { id: body.doc?.id ?? '', secret: body.secret ?? '', shown: body.doc }
  }
  const start = (resolve?: Resolve) => {
    const sender = startWebhookSender({
      payload,
      instance: randomUUID(),
      interval: 50,
      ...(resolve ? { resolve } : {}),
    })
    senders.push(sender)
    return sender
  }
  const apply = async (key: string | null = federation.key) =>
    (await ask('POST', '/adhesions', { body: application(), key })).body.doc?.id ?? ''
  const sign = async (adhesion: string) =>
    signWith(app, await lastToken(payload, { adhesion, template: 'signature-link' }))
  const until = (look: () => Promise<void> | void) => vi.waitFor(look, { timeout: 15_000, interval: 30 })
  const untilReceived = (count: number) => until(() => expect(receiver.received).toHaveLength(count))
  const deliveriesOf = async (id: string): Promise<Delivery[]> => {
    const { body } = await ask('GET', `/webhooks/${id}/deliveries`)
    expect(body.errors).toBeUndefined()
    const { docs = [] }: { docs?: Delivery[] } = JSON.parse(JSON.stringify(body))
    return docs
  }
  const untilLatest = (id: string, expected: Partial<Delivery>) =>
    until(async () => expect((await deliveriesOf(id))[0]).toMatchObject(expected))
  const after = (milliseconds: number) => setClock(() => new Date(Date.now() + milliseconds))
  const types = () => receiver.received.map(({ body }) => String(Object(JSON.parse(body))['type']))

  it('is told, signed, how a file of its federation stands, and nothing of any other', async () => {
    const { id, secret, shown } = await register()
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
    expect(shown).toEqual({
      id,
      url: `${receiver.url}/cpof`,
      events: [],
      state: 'enabled',
      disabledReason: null,
      disabledAt: null,
      failingSince: null,
      createdAt: expect.any(String) as unknown,
    })
    start()
    const other = await makeFederation(payload)
    const file = await apply()
    await untilReceived(1)
    await sign(await apply(other.key))
    await apply(null)
    await sign(file)
    await untilReceived(2)
    expect(types()).toEqual(['adhesion.awaiting-signature', 'adhesion.submitted'])
    const [first, second] = receiver.received
    const { reference } = await payload.findByID({ collection: 'adhesions', id: file, overrideAccess: true })
    const said = new Verifier(secret).verify(second?.body ?? '', { ...second?.headers } as Record<string, string>)
    expect(said).toEqual({
      type: 'adhesion.submitted',
      timestamp: expect.any(String) as unknown,
      data: { id: file, reference, kind: 'member', state: 'submitted' },
    })
    expect(first?.headers['webhook-id']).not.toBe(second?.headers['webhook-id'])
    await untilLatest(id, {
      status: 'sent',
      type: 'adhesion.submitted',
      attempts: [expect.objectContaining({ status: 204 })] as never,
    })
    for (const [path, by] of [
      ['/webhooks', {}],
      [`/webhooks/${id}`, {}],
      [`/webhooks/${id}/deliveries`, {}],
      ['/webhooks', { key: null, headers: { Authorization: `JWT ${secretary.token}` } }],
      ['/webhook-deliveries', { key: null, headers: { Authorization: `JWT ${secretary.token}` } }],
    ] as const) {
      const text = JSON.stringify((await ask('GET', path, by)).body)
      expect(text).toContain(path.includes('deliver') ? 'msg_' : id)
      expect(text).not.toMatch(/whsec_|secret":"/)
    }
    const { docs } = await payload.find({ collection: 'webhooks', overrideAccess: true, showHiddenFields: true })
    expect(JSON.stringify(docs)).not.toContain(secret.slice(6))
  })

  it('is told nothing of what was rolled back, nor of what it did not ask for, nor of a refusal before the applicant is', async () => {
    const { id } = await register({ events: ['adhesion.rejected', 'adhesion.before-bureau', 'adhesion.withdrawn'] })
    const file = await apply()
    const row = TRANSITIONS.find(({ name }) => name === 'withdraw')
    if (!row) throw new Error('There is no such row')
    const withdraw = (fails: boolean) =>
      unitOfWork(payload, async (unit) => {
        await (await takeInHand(unit, file, SYSTEM, row)).move('withdrawn')
        if (fails) throw new Error('Rolled back')
      })
    await expect(withdraw(true)).rejects.toThrow('Rolled back')
    expect(await deliveriesOf(id)).toEqual([])
    await withdraw(false)
    expect((await deliveriesOf(id)).map(({ type }) => type)).toEqual(['adhesion.withdrawn'])
    const decided = { ...row, from: ['before-bureau'], to: ['rejected'], stays: true } as const
    await payload.db.updateOne({ collection: 'adhesions', id: file, data: { status: 'before-bureau' } })
    const refuse = (notifiedAt: string | null) =>
      unitOfWork(payload, async (unit) =>
        (await takeInHand(unit, file, SYSTEM, { ...decided, from: ['before-bureau', 'rejected'] })).move('rejected', {
          refusal: { notifiedAt },
        }),
      )
    await refuse(null)
    expect(await deliveriesOf(id)).toHaveLength(1)
    await refuse(new Date().toISOString())
    expect((await deliveriesOf(id)).map(({ type }) => type)).toEqual(['adhesion.rejected', 'adhesion.withdrawn'])
  })

  it('is sent again within ten seconds what failed, under the same id, and follows no redirect', async () => {
    const { id } = await register()
    receiver.replies.push(
      { status: 500, body: 'secret words' },
      { status: 302, headers: { Location: `${receiver.url}/else` } },
    )
    start()
    await apply()
    await untilLatest(id, { status: 'owed', lastError: 'http-500' })
    const [waiting] = await deliveriesOf(id)
    const wait = new Date(waiting?.nextAttemptAt ?? 0).getTime() - Date.now()
    expect([wait > 0, wait < 10_000]).toEqual([true, true])
    after(10_000)
    await untilLatest(id, { status: 'owed', lastError: 'http-302' })
    after(120_000)
    await untilLatest(id, { status: 'sent', lastError: null })
    expect(receiver.received.map(({ path }) => path)).toEqual(['/cpof', '/cpof', '/cpof'])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
    expect((await deliveriesOf(id))[0]?.attempts.map(({ status }) => status)).toEqual([500, 302, 204])
    expect(JSON.stringify(await deliveriesOf(id))).not.toContain('secret words')
    const reader = await readerFor(payload, { ...secretary.user, collection: 'users' })
    const [section] = reader ? await readWebhooks(reader) : []
    expect(section).toMatchObject({
      federation: federation.member.legalName,
      deliveries: [
        {
          what: expect.stringMatching(/^adhesion\.awaiting-signature · CPOF-/) as unknown,
          became: 'Reçu',
          attempts: [/réponse 500/, /réponse 302/, /réponse 204/].map((each) => expect.stringMatching(each) as unknown),
        },
      ],
    })
  })

  it('is sent everything once, by several senders too, and again at the word of its federation and of the staff', async () => {
    const { id } = await register()
    await batch(several(6))
    start()
    start()
    await untilReceived(6)
    await until(async () => expect((await deliveriesOf(id)).every(({ status }) => status === 'sent')).toBe(true))
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(6)
    const [delivery] = await deliveriesOf(id)
    const path = `/webhook-deliveries/${delivery?.id}/send-again`
    const other = await makeFederation(payload)
    const editor = await makeColleague(payload, ['editor'])
    expect(codeOf(await ask('POST', path, { key: other.key }))).toBe('unknown-delivery')
    const asStaff = (token: string) => ask('POST', path, { key: null, headers: { Authorization: `JWT ${token}` } })
    expect([(await ask('POST', path, { key: null })).status, (await asStaff(editor.token)).status]).toEqual([401, 403])
    expect((await ask('POST', path)).status).toBe(200)
    await untilReceived(7)
    await until(async () => expect((await asStaff(secretary.token)).status).toBe(200))
    await untilReceived(8)
    expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(delivery?.event)
    const tested = await ask('POST', `/webhooks/${id}/test`)
    expect(tested.body.doc).toMatchObject({ type: 'webhook.test', status: 'owed' })
    await until(() => expect(types()).toContain('webhook.test'))
  })

  it('is signed by both secrets for a day once one takes the place of the other', async () => {
    const { id, secret } = await register()
    const { body } = await ask('POST', `/webhooks/${id}/rotate-secret`)
    start()
    await apply()
    await untilReceived(1)
    const [{ body: sent, headers } = { body: '', headers: {} }] = receiver.received
    const read = await readerInTheDocs()
    expect(read(secret, headers, sent)).toMatchObject({ type: 'adhesion.awaiting-signature' })
    expect(() => read(secret, headers, sent.replace('adhesion', 'else'))).toThrow('Signed by somebody else')
    expect(() => read(secret, { ...headers, 'webhook-timestamp': '1' }, sent)).toThrow('Too old')
    for (const each of [secret, body.secret ?? ''])
      expect(new Verifier(each).verify(sent, { ...headers } as Record<string, string>)).toBeTruthy()
  })

  it('ends with its key, and at the word of its federation', async () => {
    const [first, second] = [await register(), await register({ path: '/other' })]
    await apply()
    expect((await ask('POST', `/webhooks/${second.id}/revoke`)).body.doc).toMatchObject({ state: 'revoked' })
    expect(codeOf(await ask('POST', `/webhooks/${second.id}/enable`))).toBe('webhook-revoked')
    await revoke()
    start()
    const rows = () => payload.find({ collection: 'webhook-deliveries', overrideAccess: true })
    await until(async () => {
      const { docs } = await rows()
      expect(docs.map(({ status, lastError }) => [status, lastError])).toEqual([
        ['failed', 'webhook-revoked'],
        ['failed', 'webhook-revoked'],
      ])
    })
    expect(receiver.received).toEqual([])
    const renewed = await makeKey(payload, federation.member.id)
    const { body } = await ask('GET', '/webhooks', { key: renewed.key })
    expect(body.docs?.map((each) => each['state'])).toEqual(['revoked', 'revoked'])
    expect(body.docs?.map((each) => each.id).sort()).toEqual([first.id, second.id].sort())
  })

  it('is disabled after a week of failures, which is told by e-mail, and sent what it missed once it is enabled', async () => {
    federation = await makeFederation(payload, { expiresAt: '2099-01-01T00:00:00.000Z' })
    const { id } = await register()
    receiver.replies.push(...Array.from({ length: 40 }, () => ({ status: 503 })))
    start()
    const DAY = 86_400_000
    for (const day of [0, 2, 5, 7]) {
      after(day * DAY + day * 1_000)
      await apply()
      await until(async () => {
        const deliveries = await deliveriesOf(id)
        expect(deliveries.every(({ status, lastError }) => status !== 'sending' && lastError !== null)).toBe(true)
        expect(deliveries.length).toBeGreaterThan(0)
      })
    }
    await until(async () =>
      expect((await ask('GET', `/webhooks/${id}`)).body).toMatchObject({
        state: 'disabled',
        disabledReason: 'failures',
      }),
    )
    const mails = await owed(payload, { template: 'webhook-disabled' })
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([federation.contact, secretary.user.email].sort())
    const before = receiver.received.length
    await apply()
    expect(codeOf(await ask('POST', `/webhooks/${id}/test`))).toBe('webhook-disabled')
    expect(receiver.received).toHaveLength(before)
    receiver.replies.length = 0
    expect((await ask('POST', `/webhooks/${id}/enable`)).body.doc).toMatchObject({ state: 'enabled' })
    await until(async () => {
      const [missed, ...others] = await deliveriesOf(id)
      expect([missed?.status, others.length]).toEqual(['sent', 4])
      expect(others.every(({ status, lastError }) => status === 'sent' || lastError === 'http-503')).toBe(true)
    })
  })

  it('is disabled at once where its receiver says that it is gone', async () => {
    const { id } = await register()
    receiver.replies.push({ status: 410 })
    start()
    await apply()
    await until(async () =>
      expect((await ask('GET', `/webhooks/${id}`)).body).toMatchObject({ state: 'disabled', disabledReason: 'gone' }),
    )
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'failed', lastError: 'webhook-disabled' })
  })

  it('leads to no machine of ours, when it is registered and at each attempt', async () => {
    const refused = async (url: string) => {
      const { status, body } = await ask('POST', '/webhooks', { body: { url } })
      return [status, body.errors?.[0]?.data?.errors.map(({ path, code }) => `${path}: ${code}`)]
    }
    for (const [url, code] of [
      ['http://hooks.reseau.example', 'not-a-webhook-address'],
      [`http://localhost:${receiver.port}`, 'not-a-webhook-address'],
      [`http://2130706433:${receiver.port}`, 'not-a-webhook-address'],
      ['https://0x7f.1/', 'webhook-host-not-public'],
      ['https://[::ffff:10.0.0.1]/', 'webhook-host-not-public'],
      ['https://169.254.169.254/latest', 'webhook-host-not-public'],
    ] as const)
      expect([url, ...(await refused(url))]).toEqual([url, 400, [`url: ${code}`]])
    const { id } = await register()
    await payload.db.updateOne({ collection: 'webhooks', id, data: { url: 'https://hooks.reseau.example/cpof' } })
    const asked: string[] = []
    start(async (name) => {
      asked.push(name)
      return ['127.0.0.1']
    })
    await apply()
    await untilLatest(id, { status: 'owed', lastError: 'webhook-host-not-public' })
    expect([asked, receiver.received]).toEqual([['hooks.reseau.example'], []])
  })

  it('is a federation’s own, by a key that is good for it', async () => {
    const { id } = await register()
    expect((await ask('POST', '/webhooks', { body: { url: `${receiver.url}/cpof` } })).body).toMatchObject({ id })
    const reader = await makeKey(payload, federation.member.id, { scopes: ['read'] })
    const other = await makeFederation(payload)
    for (const [method, path] of [
      ['GET', `/webhooks/${id}`],
      ['GET', `/webhooks/${id}/deliveries`],
      ...['test', 'enable', 'revoke', 'rotate-secret'].map((name) => ['POST', `/webhooks/${id}/${name}`] as const),
    ] as const) {
      expect([path, codeOf(await ask(method, path, { key: other.key }))]).toEqual([path, 'unknown-webhook'])
      expect([path, codeOf(await ask(method, path, { key: reader.key }))]).toEqual([path, 'scope-missing'])
      expect([path, (await ask(method, path, { key: null })).status]).toEqual([path, 401])
    }
    expect((await ask('GET', '/webhooks?where[url][equals]=x')).status).toBe(400)
    expect((await ask('GET', `/webhooks/${id}/deliveries?limit=x`)).status).toBe(400)
  })
})
