import type { CollectionConfig } from 'payload'
import { editionsOfReleased } from '../access/editions-of-released.ts'
import { publicationInsiders } from '../access/publication-readers.ts'
import { workflowRecord } from './fields/closed.ts'
import { ofContent } from './fields/of-content.ts'

/** What a publication was each time that it appeared with another content: append-only once it has appeared, apart from the versions that Payload prunes. */
export const PublicationEditions: CollectionConfig = {
  slug: 'publication-editions',
  labels: { singular: 'Version parue', plural: 'Versions parues' },
  ...workflowRecord(editionsOfReleased, publicationInsiders),
  indexes: [
    { fields: ['subject', 'number'], unique: true },
    { fields: ['slug', 'number'], unique: true },
  ],
  admin: { group: 'Site', hidden: true },
  fields: [
    ...ofContent(),
    { name: 'number', type: 'number', label: 'Numéro', required: true },
    { name: 'slug', type: 'text', label: 'Adresse', required: true },
    { name: 'publishedAt', type: 'date', label: 'Parue le', required: true },
    // The hashed bytes themselves, as text: no database reads or writes them its own way. They name people by their records.
    { name: 'content', type: 'textarea', label: 'Contenu', required: true, access: { read: publicationInsiders } },
    { name: 'pdf', type: 'upload', relationTo: 'files', label: 'PDF', index: true },
    { name: 'files', type: 'upload', relationTo: 'files', hasMany: true, label: 'PDF dans le texte' },
    { name: 'pictures', type: 'upload', relationTo: 'media', hasMany: true, label: 'Images' },
  ],
}
