import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { hasTextIds } from '../db/kept-ids.ts'
import { issueAt, invalidInput } from '../input/issue.ts'
import { referencesIn, type Reference } from '../lib/named-records.ts'
import type { ApiRoute } from './route-table.ts'

const MOST_ISSUES = 50

/** What MongoDB's own ids look like; where a collection has them, it is asked for no other. */
const OBJECT_ID = /^[0-9a-f]{24}$/i

/**
 * Refuses a document that names records which do not exist: SQLite fails on them, and MongoDB would keep a name of
 * nothing. What the stored document names already may stay: others may have deleted it since, and who mends another
 * place is not held up by that.
 * @throws DomainError `invalid` (400), with the path of each
 */
export async function refuseUnknownRecords(
  payload: Payload,
  document: Readonly<Record<string, unknown>>,
  route: ApiRoute,
): Promise<void> {
  // What the panel asks about rights is stored nowhere.
  if (route.path.startsWith('/access')) return
  const references = referencesIn(document, (route.collection ?? route.global)?.flattenedFields ?? [])
  if (references.length === 0) return
  const unknown = await unknownAmong(payload, references)
  if (unknown.length === 0) return
  const stored = JSON.stringify(await storedAt(payload, route))
  const issues = unknown
    .filter(({ id }) => !stored.includes(JSON.stringify(id)))
    .map(({ path }) => issueAt(path, 'unknown-record'))
  if (issues.length > 0) throw invalidInput(issues.slice(0, MOST_ISSUES))
}

async function unknownAmong(payload: Payload, references: readonly Reference[]): Promise<Reference[]> {
  const ids = new Map<string, Set<string>>()
  for (const { collection, id } of references) ids.set(collection, (ids.get(collection) ?? new Set()).add(id))
  const known = new Set<string>()
  for (const [collection, asked] of ids)
    for (const id of await existing(payload, collection, [...asked])) known.add(`${collection} ${id}`)
  return references.filter(({ collection, id }) => !known.has(`${collection} ${id}`))
}

/** Which of these ids are records, whoever may read them and be they in the trash. */
async function existing(payload: Payload, collection: string, ids: readonly string[]): Promise<string[]> {
  if (!isCollection(payload, collection)) return []
  const possible =
    payload.db.name === 'mongoose' && !hasTextIds(payload, collection) ? ids.filter((id) => OBJECT_ID.test(id)) : ids
  if (possible.length === 0) return []
  const { docs } = await payload.db.find({
    collection,
    where: { id: { in: possible } },
    select: { id: true },
    limit: 0,
    pagination: false,
  })
  return docs.map(({ id }) => String(id))
}

const isCollection = (payload: Payload, slug: string): slug is CollectionSlug =>
  Object.hasOwn(payload.collections, slug)

/** What is stored at an address: a global, or the newest version of a record. */
async function storedAt(payload: Payload, { collection, global, id }: ApiRoute): Promise<unknown> {
  const everything = { depth: 0, draft: true, overrideAccess: true, locale: 'all', fallbackLocale: false } as const
  if (global) return payload.findGlobal({ slug: global.slug satisfies GlobalSlug, ...everything })
  if (!collection || id === undefined) return null
  return payload.findByID({ collection: collection.slug, id, ...everything, trash: true, disableErrors: true })
}
