import type { Request, Response } from 'express'
import type { Upload } from '../adhesion/actions/attach-files.ts'
import { DomainError } from '../lib/errors.ts'
import { sha256 } from '../lib/hash.ts'
import { slots } from '../lib/slots.ts'
import { fieldsOf, textIn } from './fields.ts'

/** Forms with files that are read at once: each is in memory several times meanwhile, fifty megabytes as two hundred. */
const AT_ONCE = { most: 8, mostEach: 1, mostWaiting: 50, waitMs: 20_000 } as const

/** The content of a form with files: its one text, and its files; they are null when they were more than is taken. */
export type Written = { text: string; files: Upload[] | null }

const BOUNDARY = /^multipart\/form-data\s*;(?:.*;)?\s*boundary="?([^";]{1,70})"?/i

const unreadable = () =>
  new DomainError('BadRequest', 'bad-form', 400, {
    fr: 'Le formulaire reçu est illisible\u00a0: rechargez la page et recommencez.',
    en: 'The form received cannot be read: reload the page and try again.',
  })

/** Reads a form with files; `field` is the name of its text. */
export type WrittenReader = (
  req: Request,
  res: Response,
  from: { token: string; mostBytes: number; field: string },
) => Promise<Written>

/**
 * Reads forms with files some at a time, one of each link: what is read is given up when it was answered, or its sender
 * has gone. Of `mostBytes` what comes after is let go by.
 * @returns what rejects with DomainError 400 `bad-form`, 503 `busy` where others are read for too long
 */
export function writtenReader(): WrittenReader {
  const takePlace = slots(AT_ONCE)
  return async (req, res, { token, mostBytes, field }) => {
    const type = req.get('content-type') ?? ''
    const [, boundary] = BOUNDARY.exec(type) ?? []
    if (boundary === undefined) return { text: textIn(fieldsOf(req), field), files: [] }
    const gone = new AbortController()
    res.once('close', () => gone.abort())
    const leave = await takePlace(sha256(token), gone.signal).catch((error: unknown) => {
      // Read to its end all the same, as below.
      req.resume()
      throw error
    })
    res.once('close', leave)
    return readForm(req, { type, boundary, mostBytes, field })
  }
}

async function readForm(
  req: Request,
  { type, boundary, mostBytes, field }: { type: string; boundary: string; mostBytes: number; field: string },
): Promise<Written> {
  const { bytes, tooMuch } = await bytesOf(req, mostBytes)
  if (!tooMuch) return partsOf(bytes, type, field)
  // The text stands before the files: with an end set to what arrived of them it can be read.
  const whole = Buffer.concat([bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const { text } = await partsOf(whole, type, field).catch(() => ({ text: '' }))
  return { text, files: null }
}

function bytesOf(req: Request, mostBytes: number): Promise<{ bytes: Buffer; tooMuch: boolean }> {
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = []
    let length = 0
    req.on('data', (chunk: Buffer) => {
      // Read to its end all the same: a browser whose sending is broken off shows no answer at all.
      if (length < mostBytes) kept.push(chunk.subarray(0, mostBytes - length))
      length += chunk.length
    })
    req.once('end', () => resolve({ bytes: Buffer.concat(kept), tooMuch: length > mostBytes }))
    req.once('error', reject)
    req.once('aborted', () => reject(unreadable()))
  })
}

async function partsOf(bytes: Buffer, type: string, field: string): Promise<{ text: string; files: Upload[] }> {
  const form = await new globalThis.Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => {
      throw unreadable()
    })
  const typed = form.get(field)
  const files = form.getAll('files').filter((entry) => typeof entry !== 'string')
  return {
    text: typeof typed === 'string' ? typed : '',
    files: await Promise.all(
      files.map(async (file) => ({ name: file.name, data: Buffer.from(await file.arrayBuffer()) })),
    ),
  }
}
