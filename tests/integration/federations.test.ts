import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { parisDay } from '../../src/lib/dates.ts'
import { idOf } from '../../src/lib/ids.ts'
import { createMemberFromAdhesion } from '../../src/membership/create.ts'
import { revokeKey } from '../../src/federations/revoke-key.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { adoptCharter, application } from '../support/factories.ts'
import { makeFederation, makeKey, type Federation } from '../support/federations.ts'
import { makeColleague, makeMember, type Colleague } from '../support/governance.ts'
import { lastToken } from '../support/outbox.ts'
import { signWith } from '../support/applications.ts'

type Line = { index: number; status: number; doc?: { id: string }; errors?: { code: string }[] }
type Doc = Record<string, unknown> & { id: string; status: string }
type Said = {
  doc?: Doc
  docs?: Doc[]
  totalDocs?: number
  hasNextPage?: boolean
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
  app = await startApp()
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
