import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../lib/errors.ts'
import { endpoint, respond, type Ask } from './respond.ts'
import { clientOf } from '../lib/caller.ts'

const call = async (handler: (ask: Ask) => Promise<Response>, init: RequestInit = {}) => {
  const request = new Request('http://localhost/api/things/7', { method: 'POST', ...init })
  const asked: Partial<PayloadRequest> = Object.assign(request, { routeParams: { id: '7' } })
  const response = await endpoint(handler)(asked as PayloadRequest)
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  }
}

const codeOf = (body: Record<string, unknown>): unknown => (body['errors'] as { code: string }[])[0]?.code
const echo = async ({ json }: Ask) => respond(await json())
const jsonBody = (body: string) => ({ body, headers: { 'content-type': 'application/json' } })

describe('an endpoint of ours', () => {
  it('answers JSON that nobody keeps', async () => {
    const { status, headers, body } = await call(async ({ param }) =>
      respond({ id: param('id'), other: param('other') }, 201),
    )
    expect([status, headers.get('cache-control'), body]).toEqual([201, 'no-store', { id: '7', other: '' }])
  })

  it('reads the object that was sent, and nothing sent as an empty one', async () => {
    expect((await call(echo, jsonBody('{"a":1}'))).body).toEqual({ a: 1 })
    expect((await call(echo)).body).toEqual({})
  })

  it.each(['{', '[]', 'null', '"text"', '7'])('refuses the body %s with 400', async (text) => {
    const { status, body } = await call(echo, jsonBody(text))
    expect([status, codeOf(body)]).toEqual([400, 'bad-json'])
  })

  it('refuses another format with 415', async () => {
    const { status, body } = await call(echo, {
      body: 'a=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([status, codeOf(body)]).toEqual([415, 'unsupported-media-type'])
  })

  it('says who may not before it reads what was sent', async () => {
    const refusing = async ({ json }: Ask): Promise<Response> => {
      throw new DomainError('Forbidden', 'wrong-actor', 403, { fr: 'Non.', en: `No. ${typeof json}` })
    }
    const { status, body } = await call(refusing, jsonBody('{'))
    expect([status, codeOf(body)]).toEqual([403, 'wrong-actor'])
  })

  it('reads a form and refuses one that is broken', async () => {
    const data = new FormData()
    data.set('title', 'Statuts')
    const title = async ({ form }: Ask) => respond({ title: (await form()).get('title') })
    expect((await call(title, { body: data })).body).toEqual({ title: 'Statuts' })
    const broken = await call(title, {
      body: 'nothing',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect([broken.status, codeOf(broken.body)]).toEqual([400, 'bad-form'])
    expect((await call(title, jsonBody('{}'))).status).toBe(415)
  })

  it('answers a passing failure of the database itself, so that nothing runs a use-case twice', async () => {
    const { status, headers } = await call(async () => {
      throw Object.assign(new Error('write conflict'), { code: 112 })
    })
    expect([status, headers.get('retry-after'), headers.get('x-cpof-retry')]).toEqual([503, '1', null])
  })

  it('knows the caller from the headers of the front door', () => {
    const headers = new Headers({ 'x-cpof-ip': '192.0.2.1', 'x-cpof-request-id': 'abc', 'user-agent': 'x'.repeat(900) })
    expect(clientOf({ headers })).toEqual({ ip: '192.0.2.1', userAgent: 'x'.repeat(500), requestId: 'abc' })
    expect(clientOf({ headers: new Headers() })).toEqual({ ip: null, userAgent: null, requestId: null })
  })
})
