import express, { type RequestHandler } from 'express'
import { DomainError } from '../../lib/errors.ts'

const MOST_BYTES = 64 * 1024

const badForm = () =>
  new DomainError('BadRequest', 'bad-form', 400, {
    fr: 'Le formulaire reçu est illisible.',
    en: 'The form received cannot be read.',
  })

/** The e-mail address in a body of credentials, `''` where there is none. */
export function emailIn(body: unknown): string {
  if (!Buffer.isBuffer(body)) return ''
  try {
    const given: unknown = JSON.parse(body.toString('utf8'))
    return typeof given === 'object' && given !== null && 'email' in given && typeof given.email === 'string'
      ? given.email
      : ''
  } catch {
    return ''
  }
}

/** The panel signs in by a multipart form with one JSON part, `_payload`; others send plain fields. */
async function asJson(body: Buffer, contentType: string): Promise<Buffer> {
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData()
  const whole = form.get('_payload')
  if (typeof whole === 'string') return Buffer.from(whole)
  return Buffer.from(JSON.stringify(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))))
}

const toJson: RequestHandler = (req, _res, next) => {
  const body: unknown = req.body
  const contentType = req.get('content-type') ?? ''
  if (!Buffer.isBuffer(body) || !contentType.startsWith('multipart/form-data')) {
    next()
    return
  }
  asJson(body, contentType).then(
    (json) => {
      req.body = json
      req.headers['content-type'] = 'application/json'
      next()
    },
    () => next(badForm()),
  )
}

/** Reads what is sent to sign in, whatever its format, into JSON: so that it can be counted and looked at. */
export const readCredentials: RequestHandler[] = [express.raw({ type: () => true, limit: MOST_BYTES }), toJson]
