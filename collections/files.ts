import type { CollectionConfig } from 'payload'
import { filesOfReadable } from '../access/files-of-readable.ts'
import { filesBeside, filesComeBack, filesInTransaction } from '../hooks/files-beside-transactions.ts'
import { hashBytes, refuseDeletingFileOfEdition, refuseReplacingFileOfEdition } from '../hooks/keep-file-of-edition.ts'
import { refuseDeletingUsed, refuseTrashingUsed } from '../hooks/keep-what-is-used.ts'
import { knownByBytes } from '../hooks/known-by-bytes.ts'
import { servedWithItsRow } from '../hooks/served-with-its-row.ts'
import { wholePdf } from '../hooks/whole-pdf.ts'
import { bytesHash } from './fields/bytes-hash.ts'
import { usageEndpoint } from '../src/api/usage-endpoint.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'
import { usedInField } from './fields/used-in.ts'

/** The PDFs of what the association publishes, each as open as what it belongs to; `uploadFolder` is where they lie without S3. */
export const files = (uploadFolder: string): CollectionConfig => ({
  slug: 'files',
  labels: { singular: 'Fichier PDF', plural: 'Fichiers PDF' },
  access: writtenByEditors(filesOfReadable),
  hooks: {
    beforeOperation: [refuseTrashingUsed, wholePdf, refuseReplacingFileOfEdition('files'), filesBeside('files')],
    beforeValidate: [filesInTransaction],
    beforeChange: [hashBytes],
    beforeDelete: [refuseDeletingFileOfEdition('files'), refuseDeletingUsed],
    afterError: [filesComeBack],
  },
  endpoints: [usageEndpoint('files')],
  trash: true,
  lockDocuments: false,
  upload: {
    staticDir: `${uploadFolder}/files`,
    mimeTypes: ['application/pdf'],
    crop: false,
    focalPoint: false,
    handlers: [servedWithItsRow('files'), knownByBytes('files')],
  },
  admin: {
    ...ofTheSite(),
    defaultColumns: ['filename', 'title', 'updatedAt'],
    description:
      'Les PDF des publications, des événements et des documents. Chacun se lit par qui peut lire ce à quoi il est joint, dès que c’est publié.',
  },
  fields: [{ name: 'title', type: 'text', label: 'Titre', maxLength: 200 }, bytesHash(), usedInField()],
})
