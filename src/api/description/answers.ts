import { CATALOGUE } from '../../input/catalogue.ts'
import { CODE_BY_STATUS } from '../errors-catalogue.ts'
import type { Answer, Header, Schema } from './openapi.ts'

const known = (name: string): Header => ({ $ref: `#/components/headers/${name}` })
const text = (description: string, required = false): Header => ({
  description,
  ...(required ? { required } : {}),
  schema: { type: 'string' },
})

/** What answers say in their headers. */
export const HEADERS: Record<string, Header> = {
  'X-Request-Id': text('The number of the request: name it when you write to us.', true),
  'RateLimit-Policy': text('How many points a minute (draft-ietf-httpapi-ratelimit-headers).', true),
  RateLimit: text('What is left of them, and until when.', true),
  'Retry-After': { description: 'Seconds after which it may be tried again.', schema: { type: 'integer' } },
  'WWW-Authenticate': text('How one says who one is here.', true),
  ETag: text('The state of what was read, for `If-None-Match`.'),
  'Cache-Control': text('How the answer may be kept.'),
  'Access-Control-Allow-Origin': text('`*` for what anybody may read.'),
  'Idempotent-Replayed': text('`true` where the answer is that of an earlier request with the same key.'),
  'Set-Cookie': text('The session, for browsers.'),
}

const EVERYWHERE = ['X-Request-Id', 'RateLimit-Policy', 'RateLimit']
const headersOf = (names: readonly string[]) =>
  Object.fromEntries([...EVERYWHERE, ...names].map((name) => [name, known(name)]))

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'What is sent is wrong: each fault at its `path`, in `data.errors`.',
  401: 'Say who you are.',
  403: 'You may not.',
  404: 'There is no such thing, or you may not see it.',
  409: 'What there is stands against it.',
  410: 'The link is no longer good.',
  413: 'Too much is sent.',
  415: 'Another kind of body is expected.',
  422: 'The `Idempotency-Key` was used for another request.',
  423: 'Somebody is editing it.',
  428: 'Say which state of the record was changed.',
  429: 'Too much was asked for.',
  503: 'Not now.',
}
const OWN_HEADERS: Readonly<Record<number, readonly string[]>> = {
  401: ['WWW-Authenticate'],
  409: ['Retry-After'],
  429: ['Retry-After'],
  503: ['Retry-After'],
}

const codesOf = new Set(Object.entries(CATALOGUE).map(([name, entry]) => ('code' in entry ? entry.code : name)))

/** The one shape of every refusal, and what can be wrong with a value that is sent. */
export const REFUSALS: Record<string, Schema> = {
  Refusal: {
    type: 'object',
    description: 'Rely on `code`, and on `path` and `code` of each entry of `data.errors`, never on sentences.',
    properties: {
      errors: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/RefusalError' } },
      status: { type: 'string', description: 'How the application stands now.' },
      rev: { type: 'integer', description: 'The present revision.' },
      retryAfter: { type: 'number', description: 'Seconds, as in `Retry-After`.' },
    },
    required: ['errors'],
  },
  RefusalError: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      code: { type: 'string' },
      message: { type: 'string' },
      data: {
        type: 'object',
        properties: { errors: { type: 'array', items: { $ref: '#/components/schemas/Fault' } } },
        required: ['errors'],
      },
    },
    required: ['name', 'code', 'message'],
  },
  Fault: {
    type: 'object',
    properties: {
      path: { type: 'string', description: 'Where (`organisation.address.city`).' },
      code: { anyOf: [{ $ref: '#/components/schemas/FaultCode' }, { type: 'string' }] },
      message: { type: 'string' },
    },
    required: ['path', 'code', 'message'],
  },
  FaultCode: { type: 'string', enum: [...codesOf] },
}

/** A refusal by its status, with the codes that are known of it there. */
export function refusal(status: number, codes: readonly string[] = []): Answer {
  const general = CODE_BY_STATUS[status]
  const all = [...new Set([...(general ? [general] : []), ...codes])]
  return {
    description: [
      MEANINGS[status] ?? 'Refused.',
      ...(codes.length > 0 ? [`Codes: ${codes.map((code) => `\`${code}\``).join(', ')}.`] : []),
    ].join(' '),
    headers: headersOf(OWN_HEADERS[status] ?? []),
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/Refusal' },
        example: { errors: [{ name: 'Refused', code: all[0] ?? 'refused', message: '…' }] },
      },
    },
  }
}

/** What is answered where it was done. */
export const done = (description: string, schema: Schema, headers: readonly string[] = []): Answer => ({
  description,
  headers: headersOf(['Cache-Control', ...headers]),
  content: { 'application/json': { schema } },
})

/** Bytes, or a text that is no JSON. */
export const files = (description: string, types: readonly string[], headers: readonly string[] = []): Answer => ({
  description,
  headers: headersOf(['Cache-Control', ...headers]),
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])),
})

/** What was read still holds. */
export const NOT_MODIFIED: Answer = { description: 'It is as you have it.', headers: headersOf(['ETag']) }
