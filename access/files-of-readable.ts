import type { PayloadRequest, Where } from 'payload'
import { inItsLanguage } from '../src/content/pages/in-its-language.ts'
import { keptRule } from '../src/lib/kept.ts'
import { uploadsIn, recordOf } from '../src/publications/references.ts'
import { hasRole } from './actors.ts'

const ALL = { depth: 0, limit: 0, pagination: false, overrideAccess: false } as const

/**
 * A file, for who may read what it belongs to or a text that shows it; all of them for editors. A file that hangs on
 * nothing yet is theirs alone, and a link to one opens nothing.
 */
export const filesOfReadable = async ({ req: asked }: { req: PayloadRequest }): Promise<true | Where> => {
  if (hasRole(asked, 'editor')) return true
  // Asked for every PDF, by anybody: seven collections are read for it.
  return asked.user
    ? filesFor(asked)
    : keptRule(asked.payload, `files-of-readable ${asked.locale ?? ''}`, () => filesFor(asked))
}

async function filesFor(asked: PayloadRequest): Promise<Where> {
  const { payload } = asked
  const req = inItsLanguage(asked)
  const publications = await payload.find({
    collection: 'publications',
    select: { pdf: true, body: true },
    req,
    ...ALL,
  })
  const drafts = await payload.find({
    collection: 'publications',
    draft: true,
    select: { pdf: true, body: true },
    req,
    ...ALL,
  })
  const editions = await payload.find({
    collection: 'publication-editions',
    select: { pdf: true, files: true },
    req,
    ...ALL,
  })
  const events = await payload.find({ collection: 'events', select: { documents: true, programme: true }, req, ...ALL })
  const documents = await payload.find({ collection: 'documents', select: { file: true }, req, ...ALL })
  const french = await payload.find({
    collection: 'pages',
    locale: 'fr',
    fallbackLocale: false,
    select: { layout: true },
    req,
    ...ALL,
  })
  const english = await payload.find({
    collection: 'pages',
    locale: 'en',
    fallbackLocale: false,
    select: { layout: true },
    req,
    ...ALL,
  })
  const joined = [
    ...[...publications.docs, ...drafts.docs, ...editions.docs].map(({ pdf }) => pdf),
    ...editions.docs.flatMap(({ files }) => files ?? []),
    ...events.docs.flatMap(({ documents: joinedTo }) => (joinedTo ?? []).map(({ file }) => file)),
    ...documents.docs.map(({ file }) => file),
  ]
  const inTexts = [...publications.docs, ...drafts.docs, ...events.docs, ...french.docs, ...english.docs].flatMap(
    (each) => uploadsIn(each, 'files'),
  )
  return { id: { in: [...joined.map(recordOf).filter((id) => typeof id === 'string'), ...inTexts] } }
}
