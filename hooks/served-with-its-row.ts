import { access } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionSlug, UploadConfig, Where } from 'payload'
import { hasRole } from '../access/actors.ts'
import { DomainError } from '../src/lib/errors.ts'

type Handler = NonNullable<UploadConfig['handlers']>[number]

const nothing = () =>
  new DomainError('NotFound', 'not-found', 404, { fr: 'Ce fichier n’existe pas.', en: 'There is no such file.' })

const isTrashed = (row: object): boolean => 'deletedAt' in row && Boolean(row.deletedAt)

/**
 * Stands before whatever serves the files of a collection, from a disk or a bucket: a file that no row names is none,
 * however it came to lie there; a row whose file is missing is told as such, and what lies in the trash is shown to editors.
 */
export const servedWithItsRow =
  (slug: CollectionSlug): Handler =>
  async (req, { params: { filename } }) => {
    const { upload } = req.payload.collections[slug].config
    const names = ['filename', ...(upload.imageSizes ?? []).map(({ name }) => `sizes.${name}.filename`)]
    const where: Where = { or: names.map((name) => ({ [name]: { equals: filename } })) }
    const row = await req.payload.db.findOne({
      collection: slug,
      where,
      select: { filename: true, deletedAt: true },
      req,
    })
    if (!row || (isTrashed(row) && !hasRole(req, 'editor'))) throw nothing()
    if (upload.disableLocalStorage || !upload.staticDir) return
    const missing = await access(path.join(upload.staticDir, path.basename(filename))).then(
      () => false,
      () => true,
    )
    if (missing) throw nothing()
  }
