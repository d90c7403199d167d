import type { PayloadRequest, Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { findAll } from '../../db/find.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { readableColumns, type ReadColumn } from './columns.ts'
import type { Exported } from './tables.ts'

/** Records that are read at once, and held. */
const PAGE = 100

const isWhere = (value: unknown): value is Where => isJsonObject(value)

/** The selection that a list of the panel shows: its filters, and what is typed in its search, in the fields that one may read. */
export async function selectionOf(req: PayloadRequest, collection: Exported): Promise<Where> {
  const { where, search } = req.query
  const { config } = req.payload.collections[collection]
  const searched = (config.admin.listSearchableFields ?? []).map((path) => ({ path }))
  const listSearchableFields = (await readableColumns(req, config, searched)).map(({ path }) => path)
  return mergeListSearchAndWhere({
    collectionConfig: { ...config, admin: { ...config.admin, listSearchableFields } },
    search: typeof search === 'string' ? search : '',
    where: isWhere(where) ? { and: [where] } : {},
  })
}

const readerOf = (req: PayloadRequest) => ({ req, user: req.user, overrideAccess: false }) as const

/** How many records of a selection the reader may read. @throws Forbidden, QueryError of Payload's */
export async function countOf(req: PayloadRequest, collection: Exported, where: Where): Promise<number> {
  const { totalDocs } = await req.payload.count({ collection, where, ...readerOf(req) })
  return totalDocs
}

/**
 * The records of a selection that the reader may read, page by page in the order in which they were made: each page is
 * asked for when the one before it has been taken.
 */
export async function* pagesOf(
  req: PayloadRequest,
  collection: Exported,
  { where, columns }: { where: Where; columns: readonly ReadColumn[] },
): AsyncGenerator<JsonObject[]> {
  const select = Object.fromEntries(columns.map(({ path }) => [path.split('.', 1)[0] ?? path, true] as const))
  let last: string | null = null
  for (;;) {
    const after: Where = last === null ? {} : { id: { greater_than: last } }
    const { docs }: { docs: readonly { id: string }[] } = await req.payload.find({
      collection,
      where: { and: [where, after] },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      depth: 0,
      select,
      ...readerOf(req),
    })
    if (docs.length > 0) yield docs.map((doc) => ({ ...doc }))
    last = docs.at(-1)?.id ?? null
    if (docs.length < PAGE) return
  }
}

/** What the records that a page names are called, by id; a name says no more than the field that the reader may read. */
export async function titlesIn(
  { payload }: Pick<PayloadRequest, 'payload'>,
  docs: readonly JsonObject[],
  columns: readonly ReadColumn[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const { path, names } of columns) {
    const related = Object.values(payload.collections).find(({ config }) => config.slug === names)?.config
    const ids = [...new Set(docs.map((doc) => doc[path]).filter((id) => typeof id === 'string'))]
    if (!related || ids.length === 0) continue
    const title = related.admin.useAsTitle ?? 'id'
    for (const found of await findAll({ payload }, related.slug, { where: { id: { in: ids } } })) {
      const called: unknown = Object.entries(found).find(([name]) => name === title)?.[1]
      if (typeof called === 'string') titles.set(found.id, called)
    }
  }
  return titles
}
