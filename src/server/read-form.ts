import { randomUUID } from 'node:crypto'
import { badForm } from '../api/respond.ts'
import { tooLarge } from './web-request.ts'

const MOST_PARTS = 64
/** Bytes that the headers of one part may have. */
const HEADER_BYTES = 8 * 1024
const LONGEST_NAME = 200
/** Bytes that a part that is no file may have: the document that a form carries. */
const FIELD_BYTES = 1024 * 1024
const BOUNDARY = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;.*)?$/i
const CONTROL = /[\0-\x1f\x7f]/

/**
 * Reads a form that arrived whole. Nothing of it is handed on as it came: Payload's own reader of forms leaves streams
 * that nobody listens to where a part is broken, and their errors would end the process. What goes on is written anew.
 * @throws DomainError `bad-form` (400), `too-large` (413)
 */
export async function readForm(bytes: Buffer, contentType: string): Promise<FormData> {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? []
  const boundary = quoted ?? plain
  const parts = boundary === undefined ? null : partsOf(bytes, boundary)
  if (!parts || parts.length === 0) throw badForm()
  const form = await asForm(parts)
  for (const [name, value] of form) {
    if (name === '' || name.length > LONGEST_NAME || CONTROL.test(name)) throw badForm()
    if (typeof value !== 'string') {
      if (value.name.length > LONGEST_NAME || CONTROL.test(value.name)) throw badForm()
    } else if (value.length > FIELD_BYTES) throw tooLarge()
  }
  return form
}

/** The parts between the boundaries, headers and all; null where they are too many, too odd, or have no end. */
function partsOf(bytes: Buffer, boundary: string): Buffer[] | null {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const whole = bytes.indexOf(delimiter.subarray(2)) === 0 ? Buffer.concat([Buffer.from('\r\n'), bytes]) : bytes
  const parts: Buffer[] = []
  let at = whole.indexOf(delimiter)
  while (at >= 0) {
    const start = at + delimiter.length
    const next = whole.subarray(start, start + 2).toString('latin1')
    if (next === '--') return parts
    const header = whole.subarray(start, start + HEADER_BYTES)
    const end = header.indexOf('\r\n\r\n')
    if (next !== '\r\n' || end < 0 || header.subarray(0, end).includes(0) || parts.length === MOST_PARTS) return null
    at = whole.indexOf(delimiter, start + end)
    if (at >= 0) parts.push(whole.subarray(start, at))
  }
  return null
}

/** Node's reader takes a boundary's letters inside a part for its end where they stand there by chance: it is given a long one. */
async function asForm(parts: readonly Buffer[]): Promise<FormData> {
  const boundary = randomUUID()
  const body = Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}`), part, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    }).formData()
  } catch {
    throw badForm()
  }
}
