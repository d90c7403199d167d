import { randomBytes } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { findFirst } from '../db/find.ts'
import { updateIf } from '../db/update-if.ts'
import { now } from '../lib/clock.ts'
import { hmacSha256, sha256 } from '../lib/hash.ts'
import { isJsonObject } from '../lib/json-object.ts'
import { seal, unseal } from '../lib/seal.ts'
import { settingsOf } from '../lib/settings.ts'

const DAY = 24 * 60 * 60_000
/** How long an application that was begun is kept after it was last worked on, in milliseconds. */
const KEPT_FOR = 30 * DAY
/** How long one in which nothing was filled in is kept, and how long one that was sent still leads to what became of it. */
const SHORTLY = DAY
/** Signs that one holds at most: all fields of the form at their longest take half of it. */
const LONGEST = 60_000

const TOKEN = /^[\w-]{43}$/

/** What was filled in so far, by the paths of the fields. */
export type DraftValues = Readonly<Record<string, string | readonly string[]>>

/** An application that is being filled in, or where to go since it was sent. */
export type JoinDraft = { kind: 'open'; values: DraftValues } | { kind: 'sent'; to: string }

/** The key of one draft: the token is part of it and stored nowhere, so neither the database nor the server's secret alone opens it. */
const keyOf = (payload: Payload, token: string): string =>
  hmacSha256(settingsOf(payload).TOKEN_SECRET, `cpof:join-draft:${token}`).toString('hex')

const ofToken = (token: string): Where => ({ tokenHash: { equals: sha256(token) } })
const at = (milliseconds: number): string => new Date(now().getTime() + milliseconds).toISOString()

const sealedBy = (payload: Payload, token: string, draft: JoinDraft): string =>
  seal(keyOf(payload, token), JSON.stringify(draft))

/** Begins an application. @returns the token of the link by which it goes on */
export async function openJoinDraft(payload: Payload): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const sealed = sealedBy(payload, token, { kind: 'open', values: {} })
  await payload.db.create({
    collection: 'join-drafts',
    data: { tokenHash: sha256(token), sealed, until: at(SHORTLY) },
  })
  return token
}

/** The application that a link leads to; null where there is none, or no longer. */
export async function readJoinDraft(payload: Payload, token: string): Promise<JoinDraft | null> {
  if (!TOKEN.test(token)) return null
  const row = await findFirst({ payload }, 'join-drafts', { where: ofToken(token), showHiddenFields: true })
  if (!row || new Date(row.until) <= now()) return null
  const draft: unknown = JSON.parse(unseal(keyOf(payload, token), row.sealed))
  return isDraft(draft) ? draft : null
}

/** Keeps what was filled in. @returns false where it is more than any form has, and nothing was kept */
export async function keepJoinDraft(payload: Payload, token: string, values: DraftValues): Promise<boolean> {
  if (JSON.stringify(values).length > LONGEST) return false
  const sealed = sealedBy(payload, token, { kind: 'open', values })
  await updateIf(payload, { collection: 'join-drafts', where: ofToken(token), data: { sealed, until: at(KEPT_FOR) } })
  return true
}

/** Forgets what was filled in, for it was sent: the link leads on for a day. */
export async function endJoinDraft(payload: Payload, token: string, to: string): Promise<void> {
  const sealed = sealedBy(payload, token, { kind: 'sent', to })
  await updateIf(payload, { collection: 'join-drafts', where: ofToken(token), data: { sealed, until: at(SHORTLY) } })
}

/** Deletes the applications that nobody went on with. @returns how many */
export async function forgetJoinDrafts(payload: Payload): Promise<number> {
  const where: Where = { until: { less_than_equal: now().toISOString() } }
  const { totalDocs } = await payload.count({ collection: 'join-drafts', where, overrideAccess: true })
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'join-drafts', where })
  return totalDocs
}

const isDraft = (value: unknown): value is JoinDraft =>
  isJsonObject(value) && (value['kind'] === 'sent' ? typeof value['to'] === 'string' : isJsonObject(value['values']))
