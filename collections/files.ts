import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { filesOfReadable } from '../access/files-of-readable.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { nobody } from '../access/nobody.ts'
import { staffOnly } from '../access/staff-only.ts'
import { wholePdf } from '../hooks/whole-pdf.ts'

/** The PDFs of what the association publishes, each as open as what it belongs to; `uploadFolder` is where they lie without S3. */
export const files = (uploadFolder: string): CollectionConfig => ({
  slug: 'files',
  labels: { singular: 'Fichier PDF', plural: 'Fichiers PDF' },
  access: {
    create: editorOnly,
    read: filesOfReadable,
    update: editorOnly,
    delete: editorOnly,
    readVersions: nobody,
    unlock: nobody,
    admin: staffOnly,
  },
  hooks: { beforeOperation: [wholePdf] },
  lockDocuments: false,
  upload: { staticDir: `${uploadFolder}/files`, mimeTypes: ['application/pdf'], crop: false, focalPoint: false },
  admin: {
    group: 'Site',
    hidden: hiddenButFrom('editor'),
    pagination: { defaultLimit: 25 },
    useAsTitle: 'title',
    defaultColumns: ['filename', 'title', 'updatedAt'],
    description: 'Les PDF des publications, des événements et des documents. Chacun se lit par qui peut lire ce à quoi il est joint, dès que c’est publié.',
    hideAPIURL: true,
  },
  fields: [{ name: 'title', type: 'text', label: 'Titre', maxLength: 200 }],
})
