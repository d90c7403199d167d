import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readFounding } from '../../src/api/governance/read-founding.ts'
import { isOwnHandler } from '../../src/api/respond.ts'
import { readVisitorMessage } from '../../src/contact/read-visitor-message.ts'
import { isDomainError, type Issue } from '../../src/lib/errors.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { beforeBureau, houseWith } from '../support/bureau.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { PASSWORD } from '../support/factories.ts'
import { makeFederation, makeWebhook } from '../support/federations.ts'
import {
  makeBody,
  makeCharter,
  makeColleague,
  makeMandate,
  makeMember,
  makePerson,
  richText,
  type Colleague,
} from '../support/governance.ts'
import { withTokens } from '../support/standing-files.ts'

/**
 * Every endpoint that takes a body is sent the same mistakes, by somebody whom it lets as far as its body, and names each
 * by the same code.
 */

type Described = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  maxLength?: number
  properties?: Record<string, Described>
  required?: string[]
  additionalProperties?: unknown
  items?: Described
  anyOf?: Described[]
  not?: unknown
}

/** A mistake at a place of a body, and what it is called. */
type Mistake = { path: string; value: unknown; code: string }

/** Boxes to tick say in a code of their own that they are not. */
const UNTICKED: Readonly<Record<string, string>> = {
  accept: 'not-accepted',
  privacyNoticeRead: 'privacy-notice-unread',
}

const is = ({ type }: Described, kind: string): boolean => type === kind || (Array.isArray(type) && type.includes(kind))

/** The shape of a field, where there is a choice between several or none. */
const meant = (field: Described): Described =>
  field.anyOf?.find((each) => is(each, 'string') || is(each, 'array') || is(each, 'object')) ?? field

/** Something of the wrong kind in every field, down to the fields of parts and the entries of lists. */
function wrongKinds(field: Described, path: string): Mistake[] {
  const name = path.split('.').at(-1) ?? ''
  const shape = meant(field)
  if (shape.not !== undefined) return [{ path, value: 1, code: 'not-settable' }]
  if (Object.hasOwn(UNTICKED, name)) return [{ path, value: 'oui', code: UNTICKED[name] ?? '' }]
  if (shape.enum || shape.const !== undefined) return [{ path, value: 'zz', code: 'not-a-choice' }]
  if (is(shape, 'string')) return [{ path, value: 12, code: 'not-a-text' }]
  if (is(shape, 'integer')) return [{ path, value: 'x', code: 'not-a-number' }]
  if (is(shape, 'boolean')) return [{ path, value: 'x', code: 'not-a-choice' }]
  if (is(shape, 'array')) return [{ path, value: 'x', code: 'not-a-list' }]
  if (is(shape, 'object')) return [{ path, value: 'x', code: 'not-an-object' }]
  throw new Error(`Nothing is known to be wrong at ${path}`)
}

/** Names that no object has of itself, in the whole and in every part. */
const STRANGERS = ['inconnu', 'constructor', '__proto__', 'toString']

/** One mistake in every text that is looked at: of the kind that `of` makes for its length. */
function wrongTexts(
  field: Described,
  path: string,
  of: (longest: number) => { value: string; code: string },
): Mistake[] {
  const shape = meant(field)
  if (is(shape, 'array') && shape.items) return wrongTexts(shape.items, `${path}.0`, of)
  if (is(shape, 'object')) return fieldsIn(shape, path).flatMap(([at, each]) => wrongTexts(each, at, of))
  if (!is(shape, 'string') || shape.enum || shape.const !== undefined || shape.format || shape.maxLength === undefined)
    return []
  return [{ path, ...of(shape.maxLength) }]
}

const fieldsIn = (shape: Described, path: string): [string, Described][] =>
  Object.entries(shape.properties ?? {}).map(([name, field]) => [path === '' ? name : `${path}.${name}`, field])

/** A body with everything in its place. A name that no object should have is one of its own. */
function bodyOf(mistakes: readonly Mistake[]): unknown {
  const root: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const { path, value } of mistakes) {
    const keys = path.split('.')
    let part: Record<string, unknown> | unknown[] = root
    for (const [index, key] of keys.entries()) {
      const last = index === keys.length - 1
      const list = part
      const made: unknown = last ? value : /^\d+$/.test(keys[index + 1] ?? '') ? [] : (Object.create(null) as unknown)
      const before: unknown = Array.isArray(list) ? list[Number(key)] : Object.hasOwn(list, key) ? list[key] : undefined
      const next: unknown = last || before === undefined ? made : before
      Object.defineProperty(list, key, { value: next, enumerable: true, configurable: true, writable: true })
      part = next as Record<string, unknown>
    }
  }
  return root
}

type Place = { name: string; path: string; schema: z.ZodType; sent: 'json' | 'form' | 'payload' }
type Door = { token: string; scheme?: 'JWT' | 'Key' | 'Link'; id?: string; with?: Mistake[] }

let app: TestApp
let door: TestDoor
let doors: (place: Place) => Door

const places: Place[] = []
/** What takes no body, a file alone, or a list of bodies that each have one of these places' own. */
const WITHOUT = [
  'adhesions/batch',
  'users/sessions/end-others',
  'users/sessions/:id/end',
  'users/logout',
  'users/refresh-token',
  'users/:id/invite',
  'pages/import',
  'charter-versions/import',
  'redirects/import',
]
const unknown: string[] = []

async function ask({ sent, path }: Place, { token, scheme = 'JWT', id }: Door, body: unknown) {
  const json = JSON.stringify(body)
  const form = new FormData()
  if (sent === 'payload') form.set('_payload', json)
  if (sent === 'form')
    for (const [name, value] of Object.entries(body as Record<string, unknown>)) form.set(name, String(value))
  const response = await fetch(`${door.url}/api/${path.replace(':id', id ?? 'x')}`, {
    method: 'POST',
    headers: {
      ...(token === '' ? {} : { Authorization: `${scheme} ${token}` }),
      ...(sent === 'json' ? { 'Content-Type': 'application/json' } : {}),
    },
    body: sent === 'json' ? json : form,
  })
  const answer = (await response.json()) as {
    errors?: {
      name: string
      code: string
      message: string
      data?: { errors: { path: string; code: string; message: string }[] }
    }[]
  }
  const [error] = answer.errors ?? []
  return {
    status: response.status,
    code: error?.code,
    issues: (error?.data?.errors ?? []).map((each) => `${each.path}: ${each.code}`),
    messages: [error?.message, ...(error?.data?.errors ?? []).map(({ message }) => message)],
  }
}

const told = (mistakes: readonly Mistake[]): string[] => mistakes.map(({ path, code }) => `${path}: ${code}`)
/** What may be sent; where it depends on one of its fields, the first of what it may be. */
const asJson = ({ schema }: Place): Described =>
  meant(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))) as Described)

beforeAll(async () => {
  const loose = Object.fromEntries(
    ['LOGINS', 'SIGNATURES', 'SUBMISSIONS', 'FAILED_LOGINS'].map((name) => [`LIMIT_${name}`, '1000000']),
  )
  app = await startApp({ LOG_LEVEL: 'silent', ...loose })
  door = await openDoor(app, loose)
  const { payload } = app
  for (const { slug, endpoints } of app.config.collections) {
    for (const { path, method, handler, custom = {} } of endpoints || []) {
      if (method !== 'post' || !isOwnHandler(handler)) continue
      const full = `${slug}${path === '/' ? '' : path}`
      const found = (['body', 'form', 'payload'] as const).find((kind) => custom[kind] instanceof z.ZodType)
      const schema: unknown = found ? custom[found] : undefined
      if (schema instanceof z.ZodType)
        places.push({ name: full, path: full, schema, sent: found === 'body' ? 'json' : (found ?? 'json') })
      else if (!WITHOUT.includes(full)) unknown.push(full)
    }
  }

  const house = await houseWith(app, 3)
  const file = await beforeBureau(house)
  const [chair, , elector] = await Promise.all(
    house.seats.map(
      async ({ user }) =>
        (await payload.login({ collection: 'users', data: { email: user.email, password: PASSWORD } })).token ?? '',
    ),
  )
  const clerk = await makeColleague(payload, ['secretariat'], { secretarySince: '2020-01-01T00:00:00.000Z' })
  const editor = await makeColleague(payload, ['editor'])
  const admin = await makeColleague(payload, ['admin'])
  const another = await makeColleague(payload, [])
  const seatedIn = async (competence: 'publication-adoption' | 'publication-review'): Promise<Colleague> => {
    const colleague = await makeColleague(payload)
    const person = await makePerson(payload, { account: colleague.user.id })
    await makeMandate(payload, person.id, (await makeBody(payload, { competences: [competence] })).id)
    return colleague
  }
  const adopter = await seatedIn('publication-adoption')
  const reviewer = await seatedIn('publication-review')
  const person = await makePerson(payload)
  const body = await makeBody(payload)
  const records: Record<string, string> = {
    people: person.id,
    'governance-bodies': body.id,
    mandates: (await makeMandate(payload, person.id, body.id)).id,
    members: (await makeMember(payload)).id,
    'charter-versions': (await makeCharter(payload, { status: 'draft' })).id,
    adhesions: file,
    users: another.user.id,
  }
  const draft = { title: 'Brouillon', slug: 'brouillon', _status: 'draft' as const }
  const asEditor = { draft: true, user: editor.user, overrideAccess: false } as const
  records['pages'] = (await payload.create({ collection: 'pages', data: draft, ...asEditor })).id
  records['events'] = (
    await payload.create({
      collection: 'events',
      data: { ...draft, startsAt: '2030-01-01T09:00:00.000Z' },
      ...asEditor,
    })
  ).id
  records['publications'] = (
    await payload.create({
      collection: 'publications',
      data: { ...draft, kind: 'position', publishedOn: '2026-03-01', body: richText('Le texte.') },
      ...asEditor,
    })
  ).id
  records['api-keys'] = (
    await payload.db.create({
      collection: 'api-keys',
      data: {
        label: 'Clé du réseau',
        member: records['members'] ?? '',
        contact: { firstName: 'Ana', lastName: 'Roux', email: 'ana.roux@reseau.example' },
        scopes: ['submit'],
        expiresAt: '2099-01-01T00:00:00.000Z',
        confirmed: false,
        enteredBy: admin.user.id,
        proposedAs: 'admin',
        rev: 0,
      },
    })
  ).id
  const federation = await makeFederation(payload)
  const { webhook, delivery } = await makeWebhook(payload, federation.member.id, federation.record.id)
  records['webhooks'] = webhook.id
  records['webhook-deliveries'] = delivery.id
  const { docs: owed } = await payload.find({ collection: 'messages', limit: 1, overrideAccess: true })
  records['messages'] = owed[0]?.id ?? ''
  const { tokens } = await withTokens(payload, file)
  const byLink = (name: string): string =>
    tokens[['sign', 'decline'].some((each) => name.endsWith(`/${each}`)) ? 'sign' : 'representative-follow-up']

  const byElector = ['adhesions/:id/vote', 'adhesions/:id/send-back']
  const byChair = [
    'adhesions/:id/confirm-session-decision',
    'adhesions/:id/notify-refusal',
    'adhesions/:id/reinstate',
    'adhesions/:id/dispute-session-record',
  ]
  const byName: Record<string, Colleague | { token: string }> = {
    'publications/:id/approve': adopter,
    'publications/:id/opinion': reviewer,
    ...Object.fromEntries(byElector.map((name) => [name, { token: elector ?? '' }])),
    ...Object.fromEntries(byChair.map((name) => [name, { token: chair ?? '' }])),
  }
  doors = ({ name }) => {
    const [slug = ''] = name.split('/')
    if (name.startsWith('adhesions/by-link/')) return { token: byLink(name), scheme: 'Link' }
    if (slug.startsWith('webhook')) return { token: federation.key, scheme: 'Key', id: records[slug] ?? '' }
    const own = name === 'users/:id/change-email'
    const by =
      byName[name] ?? (slug === 'users' ? admin : ['pages', 'events', 'publications'].includes(slug) ? editor : clerk)
    return {
      token: by.token,
      id: own ? admin.user.id : (records[slug] ?? ''),
      // Whether there is such a link is said before anything else.
      ...(name === 'adhesions/sign' ? { with: [{ path: 'token', value: tokens.sign, code: '' }] } : {}),
    }
  }
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

describe('every endpoint that takes a body', () => {
  it('carries the schema of it', () => {
    expect(unknown).toEqual([])
    expect(places.length).toBeGreaterThan(50)
  })

  it('names by the same codes what is of the wrong kind, all at once, and names of no field', async () => {
    for (const place of places) {
      const shape = asJson(place)
      const mistakes =
        place.sent === 'form' ? [] : fieldsIn(shape, '').flatMap(([path, field]) => wrongKinds(field, path))
      const strangers = STRANGERS.map((path) => ({ path, value: 1, code: 'unknown-field' }))
      const answer = await ask(place, doors(place), bodyOf([...mistakes, ...strangers]))
      // A form sends texts alone: of its fields none is of the wrong kind.
      const lacking = place.sent === 'form' ? (shape.required ?? []) : place.sent === 'payload' ? ['scan'] : []
      expect([place.name, answer.status, answer.code]).toEqual([place.name, 400, 'invalid'])
      expect(new Set(answer.issues), place.name).toEqual(
        new Set([...told([...mistakes, ...strangers]), ...lacking.map((path) => `${path}: required`)]),
      )
      for (const message of answer.messages) expect(message, place.name).toMatch(/^[\p{Lu}\d].*[.)]$/u)
    }
  })

  it.each([
    ['a mark that turns the direction of writing', () => ({ value: 'a\u202eb', code: 'control-characters' })],
    ['a control character', () => ({ value: 'a\u0007b', code: 'control-characters' })],
    ['half a character', () => ({ value: 'a\ud800b', code: 'control-characters' })],
    ['a character too many', (longest: number) => ({ value: 'a'.repeat(longest + 1), code: 'too-long' })],
  ])('refuses %s in every text, within parts and lists too', async (_name, of) => {
    for (const place of places) {
      // A form has no halves of characters: whoever makes it writes a mark in their place.
      if (place.sent === 'form' && of(0).value.includes('\ud800')) continue
      const mistakes = wrongTexts(asJson(place), '', of)
      if (mistakes.length === 0) continue
      const here = doors(place)
      const answer = await ask(place, here, bodyOf([...mistakes, ...(here.with ?? [])]))
      expect([place.name, answer.status, answer.code]).toEqual([place.name, 400, 'invalid'])
      expect(answer.issues, place.name).toEqual(expect.arrayContaining(told(mistakes)))
    }
  })

  it('counts characters as a person does', async () => {
    const family = '👨‍👩‍👧‍👦'
    for (const place of places) {
      const texts = wrongTexts(asJson(place), '', (longest) => ({ value: family.repeat(longest), code: 'too-long' }))
      // What is read further is not a family.
      const short = texts.filter(({ value }) => String(value).length < 5_000)
      if (short.length === 0) continue
      const here = doors(place)
      const stranger = { path: 'inconnu', value: 1, code: 'unknown-field' }
      const { issues } = await ask(place, here, bodyOf([...short, stranger, ...(here.with ?? [])]))
      expect(issues, place.name).toContain('inconnu: unknown-field')
      expect(
        issues.filter((each) => each.endsWith(': too-long')),
        place.name,
      ).toEqual([])
    }
  })

  it('refuses what has no bounds', async () => {
    const deep = Array.from({ length: 40 }).reduce<unknown>((inner) => ({ inner }), 1)
    for (const place of places.filter(({ sent }) => sent === 'json')) {
      const answer = await ask(place, doors(place), { deep })
      expect([place.name, answer.issues]).toEqual([place.name, [': too-deep']])
    }
  })

  it('has the law of the contact form and of the file that founds the Bureau', () => {
    const message = readVisitorMessage({ about: 'zz', name: 12, email: 'a\u202eb@c.fr', text: '' })
    expect(message.ok ? [] : message.issues.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'about: not-a-choice',
      'name: not-a-text',
      'email: control-characters',
      'text: required',
    ])
    const file = JSON.parse('{"deliberation":12,"members":"x","mandates":[{"role":"zz"}],"__proto__":1}') as unknown
    const issues = caught(() => readFounding(file)).map(({ path, code }) => `${path}: ${code}`)
    expect(issues).toEqual(
      expect.arrayContaining([
        'deliberation: not-a-text',
        'members: not-a-list',
        'mandates.0.role: not-a-choice',
        'mandates.0.email: required',
        '__proto__: unknown-field',
      ]),
    )
  })
})

function caught(run: () => unknown): readonly Issue[] {
  try {
    run()
  } catch (error) {
    if (isDomainError(error)) return error.issues
    throw error
  }
  return []
}
