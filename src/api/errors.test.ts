import { APIError, Forbidden, NotFound, QueryError, ValidationError } from 'payload'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../lib/errors.ts'
import { errorResponse, shapeOf } from './errors.ts'

const ours = new DomainError(
  'Conflict',
  'wrong-state',
  409,
  { fr: 'Trop tard.', en: 'Too late.' },
  {
    issues: [{ path: 'reason', code: 'required', messages: { fr: 'Nécessaire.', en: 'Required.' } }],
    extra: { status: 'validated', rev: 4, retryAfter: 60 },
  },
)

describe('what an error becomes', () => {
  it('is a code, a sentence in the reader’s language, all faults, and the present state', () => {
    expect(shapeOf(ours, 'en')).toEqual({
      status: 409,
      body: {
        status: 'validated',
        rev: 4,
        retryAfter: 60,
        errors: [
          {
            name: 'Conflict',
            code: 'wrong-state',
            message: 'Too late.',
            data: { errors: [{ path: 'reason', code: 'required', message: 'Required.' }] },
          },
        ],
      },
    })
    expect(shapeOf(ours, 'fr').body.errors[0]?.message).toBe('Trop tard.')
  })

  it('carries Retry-After where waiting helps', () => {
    expect(errorResponse(ours, 'fr').headers.get('retry-after')).toBe('60')
  })

  it.each([
    [new NotFound(), 404, 'not-found'],
    [new Forbidden(), 403, 'forbidden'],
    [new QueryError([{ path: 'secret' }]), 400, 'bad-query'],
    [new APIError('Invalid JSON', 400), 400, 'bad-json'],
    [new APIError('Réservé.', 403, { code: 'use-case-only' }, true), 403, 'use-case-only'],
    [new APIError('Non.', 409), 409, 'conflict'],
    [Object.assign(new Error('too many'), { code: 'too-many-races' }), 409, 'too-many-races'],
    [Object.assign(new Error('Cast to ObjectId failed'), { name: 'CastError' }), 400, 'bad-value'],
    [Object.assign(new Error('conflict'), { code: 112 }), 503, 'try-again'],
  ])('knows %s', (error, status, code) => {
    const shaped = shapeOf(error, 'fr')
    expect(shaped.status).toBe(status)
    expect(shaped.body.errors[0]?.code).toBe(code)
  })

  it('tells which field must be unique, in words', () => {
    const error = new ValidationError({
      errors: [
        { path: 'slug', message: 'Value must be unique' },
        { path: 'name', message: 'Requis.' },
      ],
    })
    const shaped = shapeOf(error, 'fr')
    expect(shaped.status).toBe(400)
    expect(shaped.body.errors[0]).toMatchObject({
      code: 'invalid',
      data: {
        errors: [
          { path: 'slug', code: 'unique', message: 'Cette valeur est déjà utilisée.' },
          { path: 'name', code: 'invalid', message: 'Requis.' },
        ],
      },
    })
  })

  it('says nothing of what broke inside', () => {
    const shaped = shapeOf(new TypeError('cannot read jean@example.org of undefined'), 'fr')
    expect(shaped.status).toBe(500)
    expect(JSON.stringify(shaped)).not.toContain('example.org')
    expect(JSON.stringify(shapeOf(new APIError('mongodb://user:pass@host', 500), 'en'))).not.toContain('mongodb')
  })
})
