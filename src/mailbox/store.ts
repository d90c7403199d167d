import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AddressObject, ParsedMail } from 'mailparser'

export type ReceivedMail = {
  id: string
  /** When it arrived. */
  at: Date
  from: string
  to: string
  subject: string
}

type ReceivedAttachment = { filename: string; contentType: string; content: Buffer }

export type OpenedMail = ReceivedMail & {
  /** With its inline images as `data:` addresses; empty when the e-mail has no HTML. */
  html: string
  text: string
  messageId: string
  /** Header names in lower case. */
  headers: Readonly<Record<string, string>>
  attachments: readonly ReceivedAttachment[]
}

/** Arrival in milliseconds, a finer clock for those of one millisecond, and chance: names sort by arrival, and no two are the same. */
const ID = /^\d{15}-\d{20}-[0-9a-f]{8}$/
const HEAD_BYTES = 64 * 1024

/** Loaded when the mailbox is looked at: a production installation has no such package. */
const parser = () => import('mailparser')

/** Stores one message. When the promise is fulfilled the whole file is there; half a message is never listed. */
export async function storeMail(folder: string, message: Readable): Promise<string> {
  await mkdir(folder, { recursive: true })
  const id = [
    String(Date.now()).padStart(15, '0'),
    String(process.hrtime.bigint()).padStart(20, '0'),
    randomBytes(4).toString('hex'),
  ].join('-')
  const unfinished = join(folder, `.${id}.part`)
  try {
    await pipeline(message, createWriteStream(unfinished, { flush: true }))
    await rename(unfinished, join(folder, `${id}.eml`))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return id
}

/**
 * What arrived, newest first.
 * @param limit how many at most
 */
export async function listMails(folder: string, limit = 500): Promise<ReceivedMail[]> {
  const { simpleParser } = await parser()
  const ids = await idsIn(folder)
  const mails: ReceivedMail[] = []
  for (const id of ids.slice(0, limit)) {
    const head = await headOf(join(folder, `${id}.eml`))
    if (head) mails.push(described(id, await simpleParser(head)))
  }
  return mails
}

/** One e-mail in full, or null when there is none of that id. */
export async function readMail(folder: string, id: string): Promise<OpenedMail | null> {
  if (!ID.test(id)) return null
  const bytes = await readFile(join(folder, `${id}.eml`)).catch(absent)
  if (!bytes) return null
  const { simpleParser } = await parser()
  const mail = await simpleParser(bytes)
  return {
    ...described(id, mail),
    html: mail.html || '',
    text: mail.text ?? '',
    messageId: mail.messageId ?? '',
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    ),
    attachments: mail.attachments
      .filter((attachment) => !attachment.related)
      .map(({ filename, contentType, content }, index) => ({
        filename: filename ?? `piece-${index + 1}`,
        contentType,
        content,
      })),
  }
}

async function idsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(absent)) ?? []
  return names
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -'.eml'.length))
    .filter((id) => ID.test(id))
    .sort()
    .reverse()
}

/** The header section alone: a list of 500 must not read every attachment. */
async function headOf(path: string): Promise<Buffer | null> {
  const file = await open(path).catch(absent)
  if (!file) return null
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const read = buffer.subarray(0, bytesRead)
    const end = read.indexOf('\r\n\r\n')
    return end === -1 ? read : read.subarray(0, end + 4)
  } finally {
    await file.close()
  }
}

function described(id: string, mail: ParsedMail): ReceivedMail {
  return {
    id,
    at: new Date(Number(id.slice(0, 15))),
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
  }
}

function addresses(field: AddressObject | AddressObject[] | undefined): string {
  if (!field) return ''
  return (Array.isArray(field) ? field : [field]).map(({ text }) => text).join(', ')
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
