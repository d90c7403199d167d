import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { addParisDays, parisDay } from '../lib/dates.ts'
import { fold } from '../lib/fold.ts'
import { isJsonObject, type JsonObject } from '../lib/json-object.ts'

// What lists came to be ordered by is put into the records that were there: once for each database, as it was on that day.

type File = MigrateUpArgs['db']
type Database = NonNullable<MongooseAdapter['connection']['db']>

/** The columns whose words a row is searched by. */
const IN_TABLES: readonly { table: string; of: readonly string[]; key: string }[] = [
  { table: 'pages_locales', of: ['title'], key: 'search_key' },
  { table: '_pages_v_locales', of: ['version_title'], key: 'version_search_key' },
  { table: 'publications', of: ['title'], key: 'search_key' },
  { table: '_publications_v', of: ['version_title'], key: 'version_search_key' },
  { table: 'events', of: ['title'], key: 'search_key' },
  { table: '_events_v', of: ['version_title'], key: 'version_search_key' },
  { table: 'documents', of: ['title'], key: 'search_key' },
  { table: 'media_locales', of: ['title', 'alt'], key: 'search_key' },
  { table: 'files', of: ['title'], key: 'search_key' },
  { table: 'governance_bodies', of: ['name'], key: 'search_key' },
  { table: 'people', of: ['name'], key: 'search_key' },
  { table: 'users', of: ['name'], key: 'search_key' },
]

/** The same of documents, in which each language stands under its own name. */
const IN_DOCUMENTS: readonly { collection: string; under?: string; of: readonly string[]; localized?: true }[] = [
  { collection: 'pages', of: ['title'], localized: true },
  { collection: '_pages_versions', under: 'version', of: ['title'], localized: true },
  { collection: 'publications', of: ['title'] },
  { collection: '_publications_versions', under: 'version', of: ['title'] },
  { collection: 'events', of: ['title'] },
  { collection: '_events_versions', under: 'version', of: ['title'] },
  { collection: 'documents', of: ['title'] },
  { collection: 'media', of: ['title', 'alt'], localized: true },
  { collection: 'files', of: ['title'] },
  { collection: 'governance-bodies', of: ['name'] },
  { collection: 'people', of: ['name'] },
  { collection: 'users', of: ['name'] },
]

const LANGUAGES = ['fr', 'en'] as const
const SIXTY_DAYS = 60

const keyOf = (texts: readonly unknown[]): string => fold(texts.filter((text) => typeof text === 'string').join(' '))

/** What was expected by when, of an application as it stands; null where nothing was, or where a moment cannot be read. */
function termOf(status: unknown, enteredStateAt: unknown, signedAt: unknown, deadline: unknown): string | null {
  const open = ['submitted', 'under-review', 'needs-information', 'before-bureau', 'referred']
  if (status === 'needs-information' && typeof deadline === 'string') return deadline
  const from = status === 'awaiting-signature' ? enteredStateAt : open.includes(String(status)) ? signedAt : null
  const at = typeof from === 'string' || from instanceof Date ? new Date(from) : null
  return at === null || Number.isNaN(at.getTime()) ? null : parisDay(addParisDays(at, SIXTY_DAYS))
}

/** Fills the new columns of a SQLite file. */
export async function carryListKeys(db: File): Promise<void> {
  for (const { table, of, key } of IN_TABLES) {
    const columns = sql.raw(of.map((column) => `\`${column}\``).join(', '))
    const rows = await db.all<JsonObject>(sql`SELECT rowid AS "row", ${columns} FROM ${sql.raw(`\`${table}\``)}`)
    for (const { row, ...texts } of rows)
      await db.run(
        sql`UPDATE ${sql.raw(`\`${table}\``)} SET ${sql.raw(`\`${key}\``)} = ${keyOf(Object.values(texts))} WHERE rowid = ${row}`,
      )
  }
  const files = await db.all<JsonObject>(
    sql`SELECT a.id, a.status, a.entered_state_at, a.signed_at, (SELECT r.deadline FROM information_requests r WHERE r.adhesion_id = a.id AND r.status = 'open' LIMIT 1) AS deadline FROM adhesions a`,
  )
  for (const { id, status, entered_state_at: entered, signed_at: signed, deadline } of files)
    await db.run(sql`UPDATE adhesions SET term_on = ${termOf(status, entered, signed, deadline)} WHERE id = ${id}`)
}

/** The same in a MongoDB database; again, it finds what it did. */
export async function carryListKeysOnMongo(db: Database): Promise<void> {
  for (const { collection, under, of, localized } of IN_DOCUMENTS) {
    const path = under ? `${under}.searchKey` : 'searchKey'
    for await (const found of db.collection(collection).find({ [path]: { $exists: false } })) {
      const within: unknown = under ? found[under] : found
      if (!isJsonObject(within)) continue
      const texts = of.map((name) => within[name])
      const keys = localized
        ? Object.fromEntries(
            LANGUAGES.filter((language) => texts.some((text) => isJsonObject(text) && text[language])).map(
              (language) => [language, keyOf(texts.map((text) => (isJsonObject(text) ? text[language] : null)))],
            ),
          )
        : keyOf(texts)
      await db.collection(collection).updateOne({ _id: found._id }, { $set: { [path]: keys } })
    }
  }
  for await (const { _id, status, enteredStateAt, signedAt } of db
    .collection('adhesions')
    .find({ termOn: { $exists: false } })) {
    const request = await db.collection('information-requests').findOne({ adhesion: _id, status: 'open' })
    const termOn = termOf(status, enteredStateAt, signedAt, request?.['deadline'])
    if (termOn !== null) await db.collection('adhesions').updateOne({ _id }, { $set: { termOn } })
  }
}
