import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Caller } from '../../src/api/description/callers.ts'
import { openRoutes, pathOf } from '../../src/api/description/document.ts'
import type { OpenApi } from '../../src/api/description/openapi.ts'
import { routeTable } from '../../src/api/route-table.ts'
import { COMPETENCES } from '../../src/governance/competences.ts'
import { ROLES } from '../../src/governance/roles.ts'
import { BESIDE } from '../../src/server/description.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { rawRequest, type TestDoor } from '../support/door.ts'
import { openSiteDoor } from '../support/site.ts'
import { adoptCharter } from '../support/factories.ts'
import { makeFederation } from '../support/federations.ts'
import { lastToken } from '../support/outbox.ts'
import { nearMisses } from '../support/near-misses.ts'
import { makeBody, makeColleague, makeMandate, makePerson, type Colleague } from '../support/governance.ts'

const NOBODY = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'

const operations = () => Object.values(described.paths).flatMap((methods) => Object.values(methods))

/** Reads an answer by the schema that is described of it. */
function readerOf(schema: string): z.ZodType {
  type Named = Record<string, z.core.JSONSchema.JSONSchema>
  const named = (text: string): Named => JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as Named
  return z.fromJSONSchema({ ...named(schema), $defs: named(JSON.stringify(described.components.schemas)) })
}

let app: TestApp
let door: TestDoor
let described: OpenApi

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  const { status, body } = await rawRequest(door.port, '/api/openapi.json')
  expect(status).toBe(200)
  described = JSON.parse(body) as OpenApi
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

describe('the description of the API', () => {
  it('is OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(described))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  it('is given to programs of every site, and known again by its tag', async () => {
    const first = await rawRequest(door.port, '/api/openapi.json', { headers: { Origin: 'https://elsewhere.example' } })
    expect(first.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'public, no-cache' })
    const known = await rawRequest(door.port, '/api/openapi.json', { headers: { 'If-None-Match': first.headers.etag } })
    expect({ status: known.status, body: known.body }).toEqual({ status: 304, body: '' })
    const head = await rawRequest(door.port, '/api/openapi.json', { method: 'HEAD' })
    expect({ status: head.status, body: head.body }).toEqual({ status: 200, body: '' })
    const posted = await rawRequest(door.port, '/api/openapi.json', { method: 'POST' })
    expect({ status: posted.status, allow: posted.headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD, OPTIONS' })
  })

  it('has every endpoint of ours and every reading and writing that is open to somebody, and no other address', async () => {
    const routeAt = routeTable(app.config)
    const owners = [
      ...app.config.collections.map(({ slug, endpoints }) => ({ at: `/${slug}`, endpoints })),
      ...app.config.globals.map(({ slug, endpoints }) => ({ at: `/globals/${slug}`, endpoints })),
      { at: '', endpoints: app.config.endpoints },
    ]
    const there = new Map<string, boolean>()
    for (const { at, endpoints } of owners)
      for (const { path, method } of endpoints || []) {
        const pattern = `${at}${path === '/' ? '' : path}`
        const address = `/api${pathOf(pattern).replace(/\{\w+\}/g, NOBODY)}`
        const route = routeAt(method, address)
        if (route) there.set(`${method.toUpperCase()} ${pathOf(pattern)}`, route.own)
      }
    const said = Object.entries(described.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const beside = new Set(BESIDE.map(({ path }) => `GET ${path}`))
    expect(said.filter((each) => !there.has(each) && !beside.has(each))).toEqual([])
    expect([...there].filter(([each, own]) => own && !said.includes(each))).toEqual([])
    expect([...beside].filter((each) => !said.includes(each))).toEqual([])
    // Of Payload's, what is not told is refused whoever asks; access.test.ts holds each reading and writing by its rights.
    const open = await openRoutes(app.payload)
    const closed = [...there.keys()].filter((each) => !said.includes(each))
    expect(closed).not.toContain('GET /members')
    expect(open).toHaveLength(said.length - beside.size)
    const chief = await makeColleague(app.payload, ['editor', 'secretariat', 'admin'])
    const accepted: string[] = []
    for (const each of closed) {
      const [method = '', path = ''] = each.split(' ')
      if (/^\/payload-(kv|migrations|preferences)/.test(path)) continue
      const { status } = await rawRequest(door.port, `/api${path.replace(/\{\w+\}/g, NOBODY)}`, {
        method,
        headers: { Authorization: `JWT ${chief.token}`, 'Content-Type': 'application/json' },
        body: method === 'GET' ? '' : '{}',
      })
      if (status < 400) accepted.push(`${each} ${status}`)
    }
    expect(accepted).toEqual([])
  }, 120_000)

  it.each([
    ['fr', '/api/docs', 'Voter', 'le secrétariat'],
    ['en', '/api/docs/en', 'Vote', 'the secretariat'],
  ])('is read as a page in %s, without a script', async (language, path, act, who) => {
    const { status, headers, body } = await rawRequest(door.port, path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("default-src 'none';style-src 'self'")
    expect(body).toContain(`<html lang="${language}">`)
    expect(body).not.toMatch(/<script|\sstyle=|\son\w+=/)
    expect(body).toContain(act)
    expect(body).toContain(who)
    const shown = new Set([...body.matchAll(/<details id="(\w+)"/g)].map(([, name]) => name))
    expect(operations().filter(({ operationId }) => !shown.has(operationId))).toEqual([])
  })

  it('gives each operation a name of its own', () => {
    const names = operations().map(({ operationId }) => operationId)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('has examples that are what it asks for, and that may be sent as they stand', async () => {
    await adoptCharter(app.payload)
    const examples = operations().flatMap(({ operationId, requestBody, responses }) =>
      [requestBody?.content, ...Object.values(responses).map(({ content }) => content)].flatMap((content) =>
        Object.values(content ?? {}).flatMap(({ schema, example }) =>
          example === undefined ? [] : [{ operationId, schema, example }],
        ),
      ),
    )
    const readers = new Map<string, z.ZodType>()
    const wrong = examples.flatMap(({ operationId, schema, example }) => {
      const text = JSON.stringify(schema)
      const reader = readers.get(text) ?? readerOf(text)
      readers.set(text, reader)
      const read = reader.safeParse(example)
      return read.success ? [] : [`${operationId}: ${z.prettifyError(read.error)}`]
    })
    expect(wrong).toEqual([])
    const sent = described.paths['/adhesions']?.['post']?.requestBody?.content ?? {}
    expect(sent['application/json']?.example).toEqual(
      JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../docs/adhesion.json'), 'utf8')),
    )
    const post = async (at: string, body: unknown, headers: Record<string, string> = {}) => {
      const { status, body: answered } = await rawRequest(door.port, `/api${at}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
      return { status, text: answered }
    }
    const answer = await post('/adhesions', sent['application/json']?.example)
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('awaiting-signature')])
    const form = new FormData()
    for (const [name, value] of Object.entries(sent['multipart/form-data']?.example ?? {}))
      form.set(name, String(value))
    const again = await fetch(`${door.url}/api/adhesions`, { method: 'POST', body: form })
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('adhesion-in-progress')])
    const batch = described.paths['/adhesions/batch']?.['post']?.requestBody?.content['application/json']?.example
    const { key } = await makeFederation(app.payload)
    expect((await post('/adhesions/batch', batch, { Authorization: `Key ${key}` })).status).toBe(200)
    const token = await lastToken(app.payload, {
      adhesion: String((JSON.parse(answer.text) as { doc: { id: string } }).doc.id),
      template: 'signature-link',
    })
    const signing = described.paths['/adhesions/by-link/sign']?.['post']?.requestBody?.content['application/json']
    expect((await post('/adhesions/by-link/sign', signing?.example, { Authorization: `Link ${token}` })).status).toBe(
      200,
    )
  })

  it('says of each endpoint of ours who of the team may ask, and of nobody else', async () => {
    const { payload } = app
    const seated = await makeColleague(payload)
    const { id: person } = await makePerson(payload, { account: seated.user.id })
    await makeMandate(payload, person, (await makeBody(payload, { competences: [...COMPETENCES] })).id, {
      role: 'chair',
    })
    const callers: [Caller, Colleague][] = [
      ['team', await makeColleague(payload)],
      ['mandate', seated],
    ]
    for (const role of ROLES)
      callers.push([role, await makeColleague(payload, [role], { secretarySince: '2020-01-01T00:00:00.000Z' })])
    /** What one asks of one's own account alone, some of it with one's password; what ends the session that asks. */
    const own = /^\/users\/(:id(\/change-email|\/discard)?|second-factor\/.*|logout)$/
    const wrong: string[] = []
    for (const { route, by } of await openRoutes(payload)) {
      const { method, pattern, schemes } = route
      if (!route.own || by.includes('anybody') || !schemes.includes('JWT') || own.test(pattern)) continue
      for (const [caller, { token }] of callers) {
        const { status } = await rawRequest(door.port, `/api${pathOf(pattern).replace(/\{\w+\}/g, NOBODY)}`, {
          method,
          headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
          body: method === 'GET' ? '' : '{}',
        })
        // Of rights, who presides is asked as long as there is one secretary alone.
        if (caller === 'mandate' && by.includes('admin')) continue
        const may = by.includes('team') || by.includes(caller)
        if (status === 401 || (status === 403) === may) wrong.push(`${method} ${pattern}: ${caller} ${status}`)
      }
    }
    expect(wrong).toEqual([])
  }, 200_000)

  it('says whatever is answered: to nobody, and to what is nearly right', async () => {
    const chief = await makeColleague(app.payload, ['editor', 'secretariat'])
    const wrong: string[] = []
    const readers = new Map<string, z.ZodType>()
    for (const [path, methods] of Object.entries(described.paths))
      for (const [method, { requestBody, responses, operationId }] of Object.entries(methods)) {
        const schema = requestBody?.content['application/json']?.schema
        const bodies: unknown[] = schema ? nearMisses(schema, described) : [undefined]
        for (const body of bodies)
          for (const token of [undefined, chief.token]) {
            if (token !== undefined && /^\/users\/(sessions|logout)|password/.test(path)) continue
            const sent = await rawRequest(door.port, `/api${path.replace(/\{\w+\}/g, NOBODY)}`, {
              method: method.toUpperCase(),
              headers: {
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
                ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
              },
              body: body === undefined ? '' : JSON.stringify(body),
            })
            const what = `${method} ${path} ${JSON.stringify(body)?.slice(0, 80) ?? ''} ${sent.status}`
            const answer = responses[sent.status]
            if (!answer) wrong.push(`${what} is not described: ${sent.body.slice(0, 200)}`)
            else if (
              sent.headers['content-type']?.startsWith('application/json') &&
              answer.content?.['application/json']
            ) {
              const text = JSON.stringify(answer.content['application/json'].schema)
              const reader = readers.get(text) ?? readerOf(text)
              readers.set(text, reader)
              const read = reader.safeParse(JSON.parse(sent.body))
              if (!read.success) wrong.push(`${what} ${operationId}: ${z.prettifyError(read.error).slice(0, 300)}`)
            }
            for (const name of Object.keys(answer?.headers ?? {})) {
              const header = described.components.headers[name]
              if (header && 'required' in header && header.required && sent.headers[name.toLowerCase()] === undefined)
                wrong.push(`${what} lacks ${name}`)
            }
          }
      }
    expect(wrong).toEqual([])
  }, 400_000)
})
