import type { CollectionAfterChangeHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { isJsonObject } from '../src/lib/json-object.ts'
import { hasUnpublishedWords, type Lang } from '../src/content/pages/other-language.ts'

const otherThan = { fr: 'en', en: 'fr' } as const satisfies Record<Lang, Lang>
const asLang = (locale: unknown): Lang | null => (locale === 'fr' || locale === 'en' ? locale : null)

/**
 * Publishes a page in the language in which it is published, and leaves the unpublished words of the other one a draft;
 * whoever wants both says `publishAllLocales`. What is saved as a draft (`draft`) is one, whatever state was copied with it.
 */
export const publishOneLanguage: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const data: unknown = 'data' in args ? args.data : undefined
  if (operation !== 'update' || !isJsonObject(data) || data['_status'] !== 'published') return args
  if ('draft' in args && args.draft === true) {
    // A copy of one language into the other brings the box of the language that it was copied from.
    const { translated: _box, ...copied } = data
    return { ...args, data: { ...copied, _status: 'draft' } }
  }
  if (!('id' in args) || args.publishAllLocales === true) return args
  const locale = asLang(args.publishSpecificLocale ?? req.locale)
  if (locale === null) return args
  const alone = await hasUnpublishedWords(req, String(args.id), otherThan[locale])
  // Without words of the other language to be kept a draft, one publication says all.
  return { ...args, publishSpecificLocale: alone ? locale : undefined }
}

/**
 * Makes a draft like any other of what Payload keeps beside a publication in one language: it is of the same moment, so
 * that the next write is not taken for one on an older state, and the panel shows that it waits.
 */
export const keepOtherLanguageAsDraft: CollectionAfterChangeHook<{
  id: string
  updatedAt: string
  _status?: string | null
}> = async ({ collection, doc, operation, req }) => {
  // A draft that is saved, as is done while somebody types, keeps nothing beside it.
  if (operation !== 'update' || doc._status !== 'published') return
  const { docs } = await req.payload.db.findVersions<{ updatedAt: string }>({
    collection: collection.slug,
    where: { and: [{ parent: { equals: doc.id } }, { snapshot: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const [kept] = docs
  if (kept) await unmark(req, collection.slug, kept, doc.updatedAt)
}

async function unmark(
  req: PayloadRequest,
  collection: Parameters<CollectionAfterChangeHook>[0]['collection']['slug'],
  { id, ...kept }: { id: string | number; version: { updatedAt: string } },
  updatedAt: string,
): Promise<void> {
  const versionData = { ...kept, snapshot: false, version: { ...kept.version, updatedAt } }
  await req.payload.db.updateVersion({ collection, id, versionData, req })
}
