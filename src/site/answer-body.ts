import type { Request } from 'express'
import type { Upload } from '../adhesion/attach-files.ts'
import { DomainError } from '../lib/errors.ts'
import { fieldsOf, textIn } from './fields.ts'

/** What an answer's form brought; `files` is null when they were more than was taken in. */
export type SentAnswer = { answer: string; files: Upload[] | null }

const BOUNDARY = /^multipart\/form-data\s*;(?:.*;)?\s*boundary="?([^";]{1,70})"?/i

const unreadable = () =>
  new DomainError('BadRequest', 'bad-form', 400, {
    fr: 'Le formulaire reçu est illisible\u00a0: rechargez la page et recommencez.',
    en: 'The form received cannot be read: reload the page and try again.',
  })

/**
 * Reads the form of an answer, with its files.
 * @param mostBytes of the whole; what comes after is let go by
 * @throws DomainError 400 `bad-form`
 */
export async function readAnswer(req: Request, mostBytes: number): Promise<SentAnswer> {
  const type = req.get('content-type') ?? ''
  const [, boundary] = BOUNDARY.exec(type) ?? []
  if (boundary === undefined) return { answer: textIn(fieldsOf(req), 'answer'), files: [] }
  const { bytes, tooMuch } = await bytesOf(req, mostBytes)
  if (!tooMuch) return partsOf(bytes, type)
  // The text stands before the files: with an end set to what arrived of them it can be read.
  const { answer } = await partsOf(Buffer.concat([bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]), type).catch(() => ({ answer: '' }))
  return { answer, files: null }
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

async function partsOf(bytes: Buffer, type: string): Promise<{ answer: string; files: Upload[] }> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw unreadable()
  })
  const typed = form.get('answer')
  const files = form.getAll('files').filter((entry) => typeof entry !== 'string')
  return {
    answer: typeof typed === 'string' ? typed : '',
    files: await Promise.all(files.map(async (file) => ({ name: file.name, data: Buffer.from(await file.arrayBuffer()) }))),
  }
}
