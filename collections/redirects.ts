import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { nobody } from '../access/nobody.ts'
import { staffOnly } from '../access/staff-only.ts'

/** Addresses that pages have left; the hook that follows their moves writes them, nobody else. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Ancienne adresse', plural: 'Anciennes adresses' },
  access: {
    create: nobody,
    read: editorOnly,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: staffOnly,
  },
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Site',
    hidden: hiddenButFrom('editor'),
    pagination: { defaultLimit: 25 },
    useAsTitle: 'from',
    defaultColumns: ['from', 'page', 'updatedAt'],
    description: 'Quand une page change d’adresse, l’ancienne mène à la nouvelle. Le site les tient lui-même.',
    hideAPIURL: true,
  },
  fields: [
    { name: 'from', type: 'text', label: 'Ancienne adresse', required: true, unique: true, index: true },
    // Not required: its row goes first when the page is deleted.
    { name: 'page', type: 'relationship', relationTo: 'pages', label: 'Page', index: true },
  ],
}
