import type { Request as Incoming, Response as Outgoing } from 'express'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { Env } from '../env.ts'
import { badJson, unsupportedMediaType } from '../api/respond.ts'
import { ipOf } from './middleware/request-id.ts'
import { readForm } from './read-form.ts'
import { slots } from '../lib/slots.ts'
import { sendsBody, tooLarge, wholeBody } from './web-request.ts'

/** Bytes that a form may have beside the file it carries. */
const FORM_BYTES = 1024 * 1024
/** Forms hold files: each is in memory twice while it is read. */
const FORMS = { most: 8, mostEach: 3, mostWaiting: 50, waitMs: 20_000 } as const
const NOTHING = { body: null, form: null, leave: () => {} }

/** The content of a request: bytes (JSON, a query), a form, or nothing. `leave` gives up what is needed no more. */
export type Sent = { body: Buffer | null; form: FormData | null; leave: () => void }

export const isForm = (contentType: string | null | undefined): boolean => /^\s*multipart\//i.test(contentType ?? '')

/**
 * Reads what is sent to the API, whole: so that the gate can look at it and a write be run again. Forms are few at a
 * time.
 * @throws DomainError 400, 413, 415 for what cannot be read, 503 `busy` where too many are under way
 */
export function sentReader(
  env: Pick<Env, 'LIMIT_UPLOAD_MB' | 'LIMIT_BODY_KB'>,
): (req: Incoming, res: Outgoing, more?: { times: number }) => Promise<Sent> {
  const mostBytes = env.LIMIT_UPLOAD_MB * 1024 * 1024 + FORM_BYTES
  const takePlace = slots(FORMS)

  return async (req, res, { times } = { times: 1 }) => {
    if (!sendsBody(req)) return NOTHING
    if (!isForm(req.get('content-type'))) {
      const limit = times * env.LIMIT_BODY_KB * 1024
      return { ...NOTHING, body: await unpacked(await wholeBody(req, limit), req.get('content-encoding'), limit) }
    }
    if ((req.get('content-encoding') ?? 'identity') !== 'identity') throw unsupportedMediaType('multipart/form-data')
    const gone = new AbortController()
    res.once('close', () => gone.abort())
    const leave = await takePlace(ipOf(req), gone.signal)
    res.once('close', leave)
    try {
      return { body: null, form: await readForm(await wholeBody(req, mostBytes), req.get('content-type') ?? ''), leave }
    } catch (error) {
      leave()
      throw error
    }
  }
}

const UNPACK = new Map([
  ['gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
])

async function unpacked(bytes: Buffer, encoding = 'identity', mostBytes: number): Promise<Buffer> {
  if (encoding.toLowerCase() === 'identity') return bytes
  const unpack = UNPACK.get(encoding.toLowerCase())
  if (!unpack) throw unsupportedMediaType('application/json')
  return unpack(bytes, { maxOutputLength: mostBytes }).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : badJson()
  })
}
