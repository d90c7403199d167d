import type { Payload } from 'payload'
import { getById } from '../db/find.ts'
import { sha256 } from '../lib/hash.ts'
import type { PublicationContent } from './content.ts'

/**
 * The content that an edition shows, from its own bytes. Whether it may be shown to who asks is for the caller to know.
 * @throws Error where the bytes are not those that were hashed
 */
export async function editionContent(payload: Payload, id: string): Promise<PublicationContent> {
  const { content, contentHash } = await getById({ payload }, 'publication-editions', id)
  if (sha256(content) !== contentHash) throw new Error(`The edition ${id} is not what was published`)
  // Written by `canonicalContent`, and hashed: it is what it was.
  return JSON.parse(content) as PublicationContent
}
