import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { nobody } from '../access/nobody.ts'
import { staffOnly } from '../access/staff-only.ts'

/** Addresses that pages and entries have left; the hooks that follow their moves write them, nobody else. */
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
    defaultColumns: ['from', 'page', 'to', 'updatedAt'],
    description:
      'Quand une page, une publication ou un événement change d’adresse, l’ancienne mène à la nouvelle\u00a0; retirés, elle dit qu’ils le sont. Le site les tient lui-même.',
    hideAPIURL: true,
  },
  fields: [
    { name: 'from', type: 'text', label: 'Ancienne adresse', required: true, unique: true, index: true },
    // Neither is required: what was deleted or taken back stands nowhere, and its address says so.
    { name: 'page', type: 'relationship', relationTo: 'pages', label: 'Page', index: true },
    { name: 'to', type: 'text', label: 'Ou nouvelle adresse', index: true },
  ],
}
