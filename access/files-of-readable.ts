import type { PayloadRequest, Where } from 'payload'
import { hasRole } from './actors.ts'

const ALL = { depth: 0, limit: 0, pagination: false, overrideAccess: false } as const

/** A file, for who may read what it belongs to; all of them for editors. A file that hangs on nothing yet is theirs alone. */
export const filesOfReadable = async ({ req }: { req: PayloadRequest }): Promise<true | Where> => {
  if (hasRole(req, 'editor')) return true
  const { payload } = req
  const publications = await payload.find({ collection: 'publications', where: { pdf: { exists: true } }, select: { pdf: true }, req, ...ALL })
  const drafts = await payload.find({ collection: 'publications', draft: true, where: { pdf: { exists: true } }, select: { pdf: true }, req, ...ALL })
  const editions = await payload.find({ collection: 'publication-editions', select: { pdf: true, files: true }, req, ...ALL })
  const events = await payload.find({ collection: 'events', where: { 'documents.file': { exists: true } }, select: { documents: true }, req, ...ALL })
  const documents = await payload.find({ collection: 'documents', select: { file: true }, req, ...ALL })
  const pdfs = [...publications.docs, ...drafts.docs, ...editions.docs].map(({ pdf }) => pdf).concat(editions.docs.flatMap(({ files: inText }) => inText ?? []))
  const files = [...pdfs, ...events.docs.flatMap(({ documents }) => (documents ?? []).map(({ file }) => file)), ...documents.docs.map(({ file }) => file)]
  return { id: { in: files.flatMap(idOf) } }
}

const idOf = (file: string | { id: string } | null | undefined): string[] => (file ? [typeof file === 'string' ? file : file.id] : [])
