import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  Where,
} from 'payload'
import { sha256 } from '../src/lib/hash.ts'
import { isTrashing } from './keep-what-is-used.ts'
import { refuseChangeOfFile } from '../src/publications/files-of-editions.ts'

type Slug = 'files' | 'media'

/** Stores the hash of a file's bytes, which nobody else sets. */
export const hashBytes: CollectionBeforeChangeHook<{ id: string; sha256?: string | null }> = ({
  data,
  originalDoc,
  req,
}) => ({ ...data, sha256: req.file ? sha256(req.file.data) : (originalDoc?.sha256 ?? null) })

/** Refuses to replace a file that an edition shows, or to put it in the trash; asked before the operation, for Payload removes the old file early. */
export const refuseReplacingFileOfEdition =
  (collection: Slug): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation !== 'update' || !(req.file || isTrashing(args))) return args
    await refuseChangeOfFile(
      req,
      collection,
      'id' in args ? [String(args.id)] : await matching(req, collection, 'where' in args ? args.where : undefined),
    )
    return args
  }

/** Refuses to delete a file that an edition shows. */
export const refuseDeletingFileOfEdition =
  (collection: Slug): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    await refuseChangeOfFile(req, collection, [String(id)])
  }

async function matching(
  req: Parameters<CollectionBeforeDeleteHook>[0]['req'],
  collection: Slug,
  where: Where | undefined,
): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection,
    ...(where ? { where } : {}),
    select: { updatedAt: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => id)
}
