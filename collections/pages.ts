import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { publishedOrEditor } from '../access/published-or-editor.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { nobody } from '../access/nobody.ts'
import { staffOnly } from '../access/staff-only.ts'
import { keepsOldAddresses, leavesNothingBelow, standsSomewhere } from '../hooks/keep-page-in-place.ts'
import { pageBlocks } from './fields/page-blocks.ts'

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  access: {
    create: editorOnly,
    read: publishedOrEditor,
    update: editorOnly,
    delete: editorOnly,
    readVersions: editorOnly,
    unlock: nobody,
    admin: staffOnly,
  },
  hooks: { beforeChange: [standsSomewhere], afterChange: [keepsOldAddresses], beforeDelete: [leavesNothingBelow] },
  versions: { drafts: true, maxPerDoc: 50 },
  lockDocuments: false,
  admin: {
    group: 'Site',
    hidden: hiddenButFrom('editor'),
    pagination: { defaultLimit: 25 },
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    description: 'Les pages du site public, en français et en anglais.',
    hideAPIURL: true,
  },
  fields: [
    { name: 'title', type: 'text', label: 'Titre', required: true, localized: true, maxLength: 160 },
    {
      name: 'slug',
      type: 'text',
      label: 'Adresse de la page',
      required: true,
      unique: true,
      index: true,
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) || 'Des minuscules, des chiffres et des tirets, par exemple «\u00a0nos-missions\u00a0».',
      admin: { position: 'sidebar', description: '«\u00a0accueil\u00a0» est la page d’accueil. Si elle change, l’ancienne mène à la nouvelle.' },
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'pages',
      label: 'Sous la page',
      index: true,
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      admin: { position: 'sidebar', description: 'Son adresse commence alors par celle de cette page.' },
    },
    { name: 'summary', type: 'textarea', label: 'Résumé', localized: true, maxLength: 300, admin: { description: 'Ce que montrent les moteurs de recherche.' } },
    { name: 'layout', type: 'blocks', label: 'Contenu', localized: true, blocks: pageBlocks },
  ],
}
