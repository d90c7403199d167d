import type { PayloadRequest } from 'payload'
import { fileOfEdition } from './errors.ts'

/**
 * A file that an edition shows stays as it was published.
 * @throws DomainError 409 `file-of-edition`
 */
export async function refuseChangeOfFile(
  req: PayloadRequest,
  collection: 'files' | 'media',
  ids: readonly string[],
): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'publication-editions',
    where: collection === 'media' ? { pictures: { in: ids } } : { or: [{ pdf: { in: ids } }, { files: { in: ids } }] },
    select: { number: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (docs.length > 0) throw fileOfEdition()
}
