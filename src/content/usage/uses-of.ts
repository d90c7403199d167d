import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { inEachLanguage } from '../../lib/leaf-fields.ts'
import { referencesIn } from '../../lib/named-records.ts'
import { inItsLanguage } from '../pages/in-its-language.ts'
import { kindsOf } from '../public-kind.ts'
import { mayName } from './may-name.ts'

/** A place that names a record: a record of a kind of public page, or a global of the site, whose `id` is null. */
export type Use = {
  collection: string
  /** What the panel calls one of the collection and several, or the global. */
  labels: { one: string; many: string }
  id: string | null
  title: string
  /** Whether what is published names it; else its newest draft does. */
  live: boolean
}

const WHOLE = { depth: 0, locale: 'all', fallbackLocale: false, overrideAccess: true } as const

/**
 * The records of the site that name a record in what is published or in their newest draft, in whatever language, in
 * their fields, blocks and texts, and the menus that lead to it; never the record itself. Reads what may name it: asked
 * before something goes, not by readers.
 * @param options.trash whether what lies in the trash counts as well: it may come back
 */
export async function usesOf(
  req: PayloadRequest,
  collection: string,
  id: string,
  { trash = false }: { trash?: boolean } = {},
): Promise<Use[]> {
  const named = (doc: unknown, fields: readonly FlattenedField[]): doc is JsonObject =>
    isJsonObject(doc) &&
    referencesIn(doc, fields, { valuesOf: inEachLanguage }).some(
      (each) => each.id === id && each.collection === collection,
    )
  const uses: Use[] = []
  for (const { collection: slug } of kindsOf(req.payload)) {
    const { config } = req.payload.collections[slug]
    const fields = config.flattenedFields.filter((field) => mayName(field, collection))
    if (fields.length === 0) continue
    const { useAsTitle = 'id' } = config.admin
    const found = new Map<string, Use>()
    for (const draft of config.versions?.drafts ? [false, true] : [false])
      for (const doc of await read(req, slug, [...fields.map(({ name }) => name), useAsTitle], { draft, trash })) {
        if (!named(doc, fields) || (slug === collection && doc['id'] === id)) continue
        const live = !draft && doc['_status'] !== 'draft'
        found.set(String(doc['id']), {
          collection: slug,
          labels: { one: textOf(config.labels.singular), many: textOf(config.labels.plural) },
          id: String(doc['id']),
          title: textOf(doc[useAsTitle]),
          live: live || (found.get(String(doc['id']))?.live ?? false),
        })
      }
    uses.push(...found.values())
  }
  for (const { slug, flattenedFields, label } of req.payload.config.globals) {
    const fields = flattenedFields.filter((field) => mayName(field, collection))
    if (fields.length === 0) continue
    if (named(await req.payload.findGlobal({ slug, ...WHOLE, req: inItsLanguage(req) }), fields)) {
      const title = textOf(label)
      uses.push({ collection: slug, labels: { one: title, many: title }, id: null, title, live: true })
    }
  }
  return uses
}

async function read(
  req: PayloadRequest,
  collection: CollectionSlug,
  names: readonly string[],
  which: { draft: boolean; trash: boolean },
): Promise<unknown[]> {
  const { docs } = await req.payload.find({
    collection,
    ...which,
    select: Object.fromEntries([...names, '_status'].map((name) => [name, true as const])),
    limit: 0,
    pagination: false,
    ...WHOLE,
    req: inItsLanguage(req),
  })
  return docs
}

/** A text, or the French one of a text in each language, or the first there is. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (!isJsonObject(value)) return ''
  const texts = [value['fr'], ...Object.values(value)].filter((each) => typeof each === 'string' && each !== '')
  return typeof texts[0] === 'string' ? texts[0] : ''
}
