import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/adhesion/lifecycle/actor.ts'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { withdraw } from '../../src/adhesion/actions/withdraw.ts'
import { USE_CASE } from '../../src/db/unit-of-work.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import { codeOf, issuesOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed } from '../support/applications.ts'
import { beforeBureau, houseWith, seat, type House } from '../support/bureau.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { staffUser } from '../support/factories.ts'
import { openSiteDoor, visitor } from '../support/site.ts'
import { lastToken, owed, tokenIn } from '../support/outbox.ts'

let app: TestApp
let door: TestDoor
let house: House
let secretary: Actor

const CLIENT = { ip: null, userAgent: null, requestId: null }
const DAY = 24 * 60 * 60_000
const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'
const CHALLENGE = 'Link realm="CPOF"'

beforeAll(async () => {
  app = await startApp()
  door = await openDoor(app, { LIMIT_SIGNATURES: '1000', LIMIT_POINTS: '1000000' })
  house = await houseWith(app, 3)
  secretary = {
    kind: 'staff',
    user: await staffUser(app.payload, { email: 'secretariat@equipe.example' }),
    client: CLIENT,
  }
})

afterEach(() => setClock(null))

afterAll(async () => {
  await door.close()
  await app.stop()
})

type Body = Record<string, unknown> & {
  doc: Record<string, unknown>
  actions: { name: string; method: string; href: string }[]
}
type Asked = { body?: unknown; headers?: Record<string, string> }

/** Asks by the token of a link; an act is a POST, reading is none. */
async function by(token: string | null, act?: string, { body = {}, headers = {} }: Asked = {}) {
  const form = body instanceof FormData
  const response = await fetch(`${door.url}/api/adhesions/by-link${act === undefined ? '' : `/${act}`}`, {
    method: act === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === null ? {} : { Authorization: `Link ${token}` }),
      ...(act === undefined || form ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(act === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  })
  const answered: Body = JSON.parse(await response.text())
  return { status: response.status, headers: response.headers, body: answered }
}

const file = (id: string) => app.payload.findByID({ collection: 'adhesions', id, depth: 0, showHiddenFields: true })
const signToken = (adhesion: string) => lastToken(app.payload, { adhesion, template: 'signature-link' })
const contactToken = (adhesion: string) => lastToken(app.payload, { adhesion, template: 'receipt' }, 'followUp')

async function representativeToken(adhesion: string): Promise<string> {
  const recipient = (await file(adhesion)).representative?.email ?? ''
  const [copy] = await owed(app.payload, { adhesion, template: 'signed-copy', recipient })
  if (!copy) throw new Error('The representative was sent no copy')
  return tokenIn(app.payload, copy, 'followUp')
}

const named = ({ actions }: Body) => actions.map(({ name }) => name)

const ACTS = ['message', 'resend-link', 'correct', 'change-representative', 'answer', 'withdraw', 'sign', 'decline']

describe('who shows no link, or none that there is', () => {
  it.each([undefined, ...ACTS])('is nobody, and is told which scheme is taken: %s', async (act) => {
    for (const [token, code] of [
      [null, 'unauthorized'],
      ['x'.repeat(43), 'link-unknown'],
      ['short', 'link-unknown'],
    ] as const) {
      const answer = await by(token, act)
      expect([answer.status, codeOf(answer), answer.headers.get('www-authenticate')]).toEqual([401, code, CHALLENGE])
    }
  })

  it('is nobody with a session of the team, too', async () => {
    const { token = '' } = await app.payload.login({
      collection: 'users',
      data: { email: 'secretariat@equipe.example', password: 'un mot de passe de test' },
    })
    const answer = await by(null, 'withdraw', { headers: { Authorization: `JWT ${token}` } })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, CHALLENGE])
  })

  it('has no form with files read', async () => {
    const body = new FormData()
    body.set('answer', 'Voici.')
    expect((await by(null, 'answer', { body })).status).toBe(401)
    expect((await by('x'.repeat(43), 'answer', { body })).status).toBe(401)
  })
})

describe('a file by its link', () => {
  it('says how it stands, what is expected, what was declared and what may be done', async () => {
    const { id, reference } = await applied(app)
    const { status, body, headers } = await by(await contactToken(id))
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toMatchObject({
      link: 'follow-up',
      doc: { id, reference, status: 'awaiting-signature', rev: 0, signed: false },
      expected: { by: 'representative', what: 'signature', before: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      declaration: { kind: 'member', motivation: 'Participer aux travaux.', privacyNoticeRead: true },
      history: [{ sentence: 'La demande a été déposée.' }],
    })
    expect(named(body).sort()).toEqual(['changeRepresentative', 'correct', 'resendLink', 'withdraw', 'write'])
    expect(body.actions.find(({ name }) => name === 'correct')).toEqual({
      name: 'correct',
      method: 'POST',
      href: '/api/adhesions/by-link/correct',
    })
    expect(JSON.stringify(body)).not.toMatch(/identifierKey|searchKey|slot|claimedBy|token/)
  })

  it('shows the representative what they sign, and afterwards their signature', async () => {
    const { id, reference } = await applied(app)
    const token = await signToken(id)
    const before = await by(token)
    expect(before.body).toMatchObject({
      link: 'sign',
      doc: { reference, status: 'awaiting-signature' },
      charter: { number: 1, markdown: expect.stringContaining('# Charte'), sha256: expect.any(String) },
      consentSentence: expect.any(String),
    })
    expect(named(before.body)).toContain('sign')
    const sent = { fullName: 'Jeanne Martin', accept: true }
    const first = await by(token, 'sign', { body: sent })
    expect([first.status, first.body]).toEqual([
      200,
      {
        reference,
        status: 'submitted',
        signedAt: expect.any(String),
        charterVersion: { number: 1, sha256: expect.any(String) },
      },
    ])
    expect((await by(token, 'sign', { body: sent })).body).toEqual(first.body)
    expect((await by(token)).body).toMatchObject({ doc: { signed: true }, signature: { fullName: 'Jeanne Martin' } })
  })

  it('is for the acts of that link alone: somebody with another one is refused', async () => {
    const { id } = await applied(app)
    const asContact = await by(await contactToken(id), 'sign', { body: { fullName: 'Paul', accept: true } })
    const asSignatory = await by(await signToken(id), 'withdraw')
    for (const answer of [asContact, asSignatory])
      expect([answer.status, codeOf(answer), answer.headers.get('www-authenticate')]).toEqual([
        403,
        'wrong-actor',
        null,
      ])
  })

  it('that opens nothing any more says why', async () => {
    const { id } = await applied(app)
    const [contact, sign] = [await contactToken(id), await signToken(id)]
    setClock(() => new Date(Date.now() + 31 * DAY))
    expect(codeOf(await by(sign))).toBe('link-expired')
    expect(codeOf(await by(sign, 'sign', { body: { fullName: 'Jeanne Martin', accept: true } }))).toBe('link-expired')
    setClock(null)
    const change = { rev: 0, contact: { email: 'ailleurs@organisme.example' } }
    expect((await by(contact, 'correct', { body: change })).body).toMatchObject({ followUpReplaced: true })
    for (const answer of [await by(contact), await by(contact, 'withdraw')])
      expect([answer.status, codeOf(answer)]).toEqual([410, 'link-revoked'])
  })
})

describe('a correction', () => {
  it('changes what is given, of the revision that was read', async () => {
    const { id } = await applied(app)
    const token = await contactToken(id)
    const { doc, declaration } = (await by(token)).body
    const body = { rev: doc['rev'], motivation: 'Mieux dite.', organisation: { acronym: 'AT' } }
    const done = await by(token, 'correct', { body })
    expect([done.status, done.body]).toEqual([
      200,
      { status: 'awaiting-signature', rev: 1, signatureUndone: false, followUpReplaced: false },
    ])
    expect(await file(id)).toMatchObject({ motivation: 'Mieux dite.', organisation: { acronym: 'AT' } })
    const stale = await by(token, 'correct', { body: { ...body, motivation: 'Encore.' } })
    expect([stale.status, codeOf(stale), stale.body['rev']]).toEqual([409, 'stale-rev', 1])
    // What was read may be sent back whole.
    const whole = { ...Object(declaration), rev: 1, motivation: null }
    expect((await by(token, 'correct', { body: whole })).status).toBe(200)
    expect((await file(id)).motivation).toBeNull()
  })

  it('says all that is wrong with it, the revision that is missing too, before the state', async () => {
    const { id } = await signed(app)
    const token = await representativeToken(id)
    const wrong = { organisation: { siren: '1', website: 'x' }, contact: { email: 'nobody' }, slot: 'mine', more: 1 }
    const answer = await by(token, 'correct', { body: wrong })
    expect([answer.status, issuesOf(answer).sort()]).toEqual([
      400,
      [
        'contact.email: email-format',
        'more: unknown-field',
        'organisation.siren: not-settable',
        'organisation.website: website-format',
        'rev: required',
        'slot: not-settable',
      ],
    ])
    await withdraw(app.payload, { id, actor: { kind: 'representative', capability: null, client: CLIENT } })
    expect((await by(token, 'correct', { body: wrong })).status).toBe(400)
    const { rev } = (await by(token)).body.doc
    const ended = await by(token, 'correct', { body: { rev, motivation: 'Trop tard.' } })
    expect([ended.status, codeOf(ended), ended.body['status']]).toEqual([409, 'wrong-state', 'withdrawn'])
  })

  it('names another representative, who is sent a link of their own', async () => {
    const { id } = await applied(app)
    const representative = {
      firstName: 'Nadia',
      lastName: 'Petit',
      function: 'Directrice',
      capacity: 'delegated',
      email: 'nadia.petit@organisme.example',
    }
    const token = await contactToken(id)
    expect(
      issuesOf(await by(token, 'change-representative', { body: { representative: { lastName: 'P' } } })),
    ).toContain('representative.email: required')
    const { status } = await by(token, 'change-representative', { body: { representative } })
    expect(status).toBe(200)
    expect(
      await owed(app.payload, { adhesion: id, template: 'signature-link', recipient: representative.email }),
    ).toHaveLength(1)
  })
})

describe('the link to the signature', () => {
  it('is sent again once an hour', async () => {
    const { id } = await applied(app)
    const token = await contactToken(id)
    expect((await by(token, 'resend-link')).status).toBe(200)
    const again = await by(token, 'resend-link')
    expect([again.status, codeOf(again), Number(again.headers.get('retry-after')) > 3000]).toEqual([
      429,
      'resend-cap-reached',
      true,
    ])
  })
})

describe('an answer', () => {
  const asked = async () => {
    const { id } = await signed(app)
    const deadline = addDays(parisDay(new Date()), 10)
    await requestInformation(app.payload, { id, actor: secretary, question: 'Combien de salariés ?', deadline })
    return { id, token: await contactToken(id), deadline }
  }

  it('is expected until a day, and given with files', async () => {
    const { id, token, deadline } = await asked()
    expect((await by(token)).body).toMatchObject({
      expected: { by: 'applicant', what: 'answer', before: deadline },
      request: { question: 'Combien de salariés ?', deadline },
      limits: { count: 5 },
    })
    const body = new FormData()
    body.set('answer', 'Douze.')
    body.append('files', new File([PDF], 'effectif.pdf', { type: 'application/pdf' }))
    expect((await by(token, 'answer', { body })).body).toMatchObject({ status: 'under-review' })
    const { docs } = await app.payload.find({ collection: 'attachments', where: { adhesion: { equals: id } } })
    expect(docs.map(({ title, source }) => [title, source])).toEqual([['effectif.pdf', 'applicant']])
  })

  it('is refused with all that is wrong with its text and its files', async () => {
    const { token } = await asked()
    const body = new FormData()
    body.set('answer', ' ')
    body.set('more', 'x')
    body.append('files', new File(['MZ'], 'virus.exe'))
    expect(issuesOf(await by(token, 'answer', { body })).sort()).toEqual([
      'answer: required',
      'files.0: file-type',
      'more: unknown-field',
    ])
    expect((await by(token, 'answer', { body: { answer: 'Douze.' } })).status).toBe(200)
    const late = await by(token, 'answer', { body: { answer: 'Treize.' } })
    expect([late.status, codeOf(late), late.body['status']]).toEqual([409, 'wrong-state', 'under-review'])
  })
})

describe('a message', () => {
  it('goes to the secretariat with files, and stands on the file', async () => {
    const { id } = await applied(app)
    const token = await contactToken(id)
    const body = new FormData()
    body.set('text', 'Voici nos statuts.')
    body.append('files', new File([PDF], 'statuts.pdf', { type: 'application/pdf' }))
    expect((await by(token, 'message', { body })).body).toMatchObject({ status: 'awaiting-signature' })
    expect((await by(token, 'message', { body: { text: 'Et bonjour.' } })).status).toBe(200)
    expect(issuesOf(await by(token, 'message', { body: {} }))).toEqual(['text: required'])
    const { messages } = (await by(token)).body
    expect(messages).toHaveLength(2)
    expect(JSON.stringify(messages)).toContain('statuts.pdf')
    const files = (await by(token)).body['files'] as { title: string; by: string; href: string }[]
    expect(files).toMatchObject([{ title: 'statuts.pdf', by: 'applicant' }])
    const read = (href: string, shown: string) =>
      fetch(`${door.url}${href}`, { headers: { Authorization: `Link ${shown}` } })
    const href = files[0]?.href ?? ''
    const got = await read(href, token)
    expect([got.status, got.headers.get('content-type'), await got.text()]).toEqual([200, 'application/pdf', PDF])
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(got.headers.get('cache-control')).toContain('no-store')
    const other = await applied(app)
    expect((await read(href, await contactToken(other.id))).status).toBe(404)
    expect((await read(href, await signToken(id))).status).toBe(403)
    expect((await fetch(`${door.url}${href}`)).status).toBe(401)
    const { id: office } = await app.payload.create({
      collection: 'attachments',
      data: { adhesion: id, title: 'interne.pdf', source: 'staff', sha256: 'x' },
      file: { data: Buffer.from(PDF), mimetype: 'application/pdf', name: 'interne.pdf', size: PDF.length },
      overrideAccess: true,
      context: { [USE_CASE]: true, unit: 'use-case' },
    })
    expect((await read(`/api/adhesions/by-link/files/${office}`, token)).status).toBe(404)
  })
})

describe('a withdrawal', () => {
  it('is the representative’s alone after the signature, whatever the Bureau decided meanwhile', async () => {
    const id = await beforeBureau(house)
    const contact = await contactToken(id)
    for (const place of [0, 1]) {
      const answer = await by(contact, 'withdraw')
      expect([answer.status, codeOf(answer)]).toEqual([403, 'representative-only'])
      const { user } = seat(house, place)
      await castVote(app.payload, { id, actor: { kind: 'staff', user, client: CLIENT }, choice: 'against' })
    }
    const { status } = await file(id)
    const answer = await by(contact, 'withdraw')
    expect([status, answer.status, codeOf(answer)]).toEqual(['rejected', 403, 'representative-only'])
    expect((await by(contact)).body.doc['status']).toBe('before-bureau')
  })

  it('ends the file, and the same again is answered as done', async () => {
    const { id } = await signed(app)
    const token = await representativeToken(id)
    for (let time = 0; time < 2; time += 1)
      expect((await by(token, 'withdraw')).body).toMatchObject({ status: 'withdrawn' })
  })
})

describe('who will not sign', () => {
  it('says so by their link, once: the application is closed, the contact and the secretariat are told', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    expect(named((await by(token)).body)).toEqual(['sign', 'decline'])
    expect(issuesOf(await by(token, 'decline', { body: { why: 'x' } }))).toEqual(['why: unknown-field'])
    for (let time = 0; time < 2; time += 1) {
      const answer = await by(token, 'decline', { body: { reason: 'Le conseil préfère attendre.' } })
      expect([answer.status, answer.body['status']]).toEqual([200, 'closed'])
    }
    expect(await file(id)).toMatchObject({ status: 'closed', closeReason: 'declined', slot: `released:${id}` })
    expect((await by(token)).body).toMatchObject({
      link: 'sign',
      doc: { status: 'closed', signed: false },
      actions: [],
    })
    const [told] = await owed(app.payload, { adhesion: id, template: 'signature-declined' })
    expect(told).toMatchObject({ data: { reason: 'Le conseil préfère attendre.' } })
    expect(await owed(app.payload, { adhesion: id, template: 'closed' })).toMatchObject([
      { recipient: (await file(id)).contact?.email, data: { reason: 'declined' } },
    ])
    const followed = (await by(await contactToken(id))).body
    expect(followed).toMatchObject({ doc: { status: 'closed', closing: 'declined' } })
    expect(JSON.stringify(followed.history)).toContain('ne signerait pas')
    expect(codeOf(await by(token, 'sign', { body: { fullName: 'Jeanne Martin', accept: true } }))).toBe('link-revoked')
  })

  it('may do so on the page, which asks once more and does nothing by being opened', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    const site = await openSiteDoor(app)
    try {
      const page = visitor(site)
      const address = `/adhesion/signature/${token}`
      expect((await page.get(address)).html).toContain(`${address}/refuser`)
      const asked = await page.get(`${address}/refuser`)
      expect([asked.status, asked.text.includes('Je ne signerai pas')]).toEqual([200, true])
      expect((await file(id)).status).toBe('awaiting-signature')
      const done = await page.post(`${address}/refuser`, new URLSearchParams({ reason: '' }))
      expect([done.status, (await file(id)).status]).toEqual([303, 'closed'])
      expect((await page.get(address)).text).toContain('Vous ne signerez pas')
      expect((await page.post(`/adhesion/signature/${'x'.repeat(43)}/refuser`, new URLSearchParams())).status).toBe(404)
    } finally {
      await site.close()
    }
  })

  it('who signed already is told the state', async () => {
    const { signToken: used } = await signed(app)
    const answer = await by(used, 'decline')
    expect([answer.status, codeOf(answer), answer.body['status']]).toEqual([409, 'wrong-state', 'submitted'])
  })
})

describe('a key', () => {
  it('belongs to the link, and its repeat has one effect', async () => {
    const [mine, other] = [await applied(app), await applied(app)]
    const headers = { 'Idempotency-Key': 'resend' }
    const token = await contactToken(mine.id)
    const first = await by(token, 'resend-link', { headers })
    const second = await by(token, 'resend-link', { headers })
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body])
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await owed(app.payload, { adhesion: mine.id, template: 'signature-link' })).toHaveLength(2)
    const others = await by(await contactToken(other.id), 'resend-link', { headers })
    expect([others.status, others.headers.get('idempotent-replayed')]).toEqual([200, null])
  })
})
