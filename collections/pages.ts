import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { publishedOrEditor } from '../access/published-or-editor.ts'
import { addressWhileDraft } from '../hooks/address-while-draft.ts'
import { keepsOldAddresses, leavesNothingBelow, standsSomewhere } from '../hooks/keep-page-in-place.ts'
import { previewHref } from '../src/content/pages/preview-href.ts'
import { now } from '../src/lib/clock.ts'
import { settingsOf } from '../src/lib/settings.ts'
import { pageBlocks } from './fields/page-blocks.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'

/** Often enough that nothing is lost, seldom enough that nobody waits. */
const AUTOSAVE_MILLISECONDS = 2_000

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  access: writtenByEditors(publishedOrEditor, editorOnly),
  hooks: { beforeValidate: [addressWhileDraft], beforeChange: [standsSomewhere], afterChange: [keepsOldAddresses], beforeDelete: [leavesNothingBelow] },
  versions: { drafts: { autosave: { interval: AUTOSAVE_MILLISECONDS } }, maxPerDoc: 50 },
  lockDocuments: false,
  admin: {
    ...ofTheSite(),
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    description: 'Les pages du site public, en français et en anglais.',
    preview: (page, { locale, req }) =>
      typeof page['id'] === 'string' ? previewHref(settingsOf(req.payload).TOKEN_SECRET, page['id'], locale === 'en' ? 'en' : 'fr', now()) : null,
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
