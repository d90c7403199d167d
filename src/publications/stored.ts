import type { Payload, PayloadRequest } from 'payload'
import { findById } from '../db/find.ts'
import type { Publication } from '../payload-types.ts'
import { canonicalContent, contentOf, type FileIdentity, type PublicationContent } from './content.ts'
import { uploadsIn } from './references.ts'
import { sha256 } from '../lib/hash.ts'

/** A publication as it stands in the database, with its content and the hash of it. */
export type StoredPublication = {
  publication: Publication
  content: PublicationContent
  canonical: string
  hash: string
}

type From = { payload: Payload; req?: PayloadRequest | undefined }

/** The newest draft of a publication, which is what would be published next; null where there is none. */
export const readDraft = (from: From, id: string): Promise<StoredPublication | null> => read(from, id, true)

/** What of a publication anybody reads once it is released; null where there is none. */
export const readPublished = (from: From, id: string): Promise<StoredPublication | null> => read(from, id, false)

async function read(from: From, id: string, draft: boolean): Promise<StoredPublication | null> {
  const publication = await findById(from, 'publications', id, { draft })
  return publication && (await stored(from, publication))
}

/** A publication that was read without its relations, with its content and the hash of it. */
export async function stored(from: From, publication: Publication): Promise<StoredPublication> {
  const { pdf } = publication
  const pdfId = typeof pdf === 'string' ? pdf : pdf?.id
  const [file] = pdfId === undefined ? [] : await identities(from, 'files', [pdfId])
  const { body } = publication
  const content = contentOf(publication, {
    pdf: file ?? null,
    pictures: await identities(from, 'media', uploadsIn(body, 'media')),
    files: await identities(from, 'files', uploadsIn(body, 'files')),
  })
  const canonical = canonicalContent(content)
  return { publication, content, canonical, hash: sha256(canonical) }
}

/** A file that is gone is none: what was approved had it, and this has not. */
async function identities(
  { payload, req }: From,
  collection: 'files' | 'media',
  ids: readonly string[],
): Promise<FileIdentity[]> {
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection,
    where: { id: { in: ids } },
    select: { sha256: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    ...(req ? { req } : {}),
  })
  return docs.map(({ id, sha256: hash }) => ({ id, sha256: hash ?? null }))
}
