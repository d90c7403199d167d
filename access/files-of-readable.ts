import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { inItsLanguage } from '../src/content/pages/in-its-language.ts'
import { notTrashed } from '../src/content/public-kind.ts'
import { keptRule } from '../src/lib/kept.ts'
import { fieldsWithFiles, filesIn } from '../src/publications/files-in-records.ts'
import { hasRole } from './actors.ts'

const ALL = { depth: 0, limit: 0, pagination: false, overrideAccess: false } as const

/**
 * A file, for who may read what it belongs to or a text that shows it; all of them for editors. A file that hangs on
 * nothing yet is theirs alone, and a link to one opens nothing.
 */
export const filesOfReadable = async ({ req: asked }: { req: PayloadRequest }): Promise<true | Where> => {
  if (hasRole(asked, 'editor')) return true
  // Asked for every PDF, by anybody: each collection that holds files is read for it.
  return asked.user
    ? filesFor(asked)
    : keptRule(asked.payload, `files-of-readable ${asked.locale ?? ''}`, () => filesFor(asked))
}

async function filesFor(asked: PayloadRequest): Promise<Where> {
  const ids: string[] = []
  for (const config of asked.payload.config.collections) ids.push(...(await filesOf(config, asked)))
  return { and: [{ id: { in: ids } }, notTrashed()] }
}

/** The files in those records of a collection that somebody may read: in every language, and in drafts for who reads each draft. */
async function filesOf(config: SanitizedCollectionConfig, asked: PayloadRequest): Promise<string[]> {
  const fields = fieldsWithFiles(config)
  if (fields.length === 0) return []
  const { payload } = asked
  const options = {
    collection: config.slug,
    select: Object.fromEntries(fields.map(({ name }) => [name, true as const])),
    req: inItsLanguage(asked),
    ...ALL,
  }
  const readsDrafts =
    Boolean(config.versions?.drafts) && (await config.access.read({ req: inItsLanguage(asked) })) === true
  const languages = fields.some(({ localized }) => localized) ? (['fr', 'en'] as const) : [null]
  const found: unknown[] = []
  for (const lang of languages)
    for (const draft of readsDrafts ? [false, true] : [false]) {
      const inLanguage = lang === null ? {} : { locale: lang, fallbackLocale: false as const }
      found.push(...(await payload.find({ ...options, ...inLanguage, draft })).docs)
    }
  return found.flatMap((record) => filesIn(fields, record))
}
