import type { CollectionConfig, PayloadRequest } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { publishedInItsLanguage } from '../access/published-in-its-language.ts'
import { addressWhileDraft } from '../hooks/address-while-draft.ts'
import { cancelWhatWasScheduled } from '../hooks/cancel-what-was-scheduled.ts'
import { englishAddress } from '../hooks/english-address.ts'
import { keepsOldAddresses, leavesNothingBelow, standsSomewhere } from '../hooks/keep-page-in-place.ts'
import { importEndpoint } from '../src/api/import/import-endpoint.ts'
import { scheduleEndpoints } from '../src/api/publishing/schedule-endpoints.ts'
import { previewHref } from '../src/content/pages/preview-href.ts'
import { now } from '../src/lib/clock.ts'
import { settingsOf } from '../src/lib/settings.ts'
import { pageBlocks } from './fields/page-blocks.ts'
import { scheduleField } from './fields/schedule.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'

/** Often enough that nothing is lost, seldom enough that nobody waits. */
const AUTOSAVE_MILLISECONDS = 2_000

const isAddress = (value: unknown): boolean => typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)

/** Where a draft can be looked at; nowhere while it is not saved. */
const shownAt = ({ payload }: PayloadRequest, id: unknown, locale: string): string | null =>
  typeof id === 'string' ? previewHref(settingsOf(payload).TOKEN_SECRET, id, locale === 'en' ? 'en' : 'fr', now()) : null

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  access: writtenByEditors(publishedInItsLanguage, editorOnly),
  hooks: { beforeValidate: [addressWhileDraft, englishAddress], beforeChange: [standsSomewhere], afterChange: [keepsOldAddresses, cancelWhatWasScheduled('pages')], beforeDelete: [leavesNothingBelow] },
  versions: { drafts: { autosave: { interval: AUTOSAVE_MILLISECONDS } }, maxPerDoc: 50 },
  endpoints: [importEndpoint('page'), ...scheduleEndpoints('pages')],
  lockDocuments: false,
  admin: {
    ...ofTheSite(),
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    description: 'Les pages du site public, en français et en anglais.',
    preview: (page, { locale, req }) => shownAt(req, page['id'], locale),
    livePreview: {
      url: ({ data, locale, req }) => shownAt(req, data['id'], locale.code),
      breakpoints: [
        { name: 'phone', label: 'Téléphone', width: 390, height: 844 },
        { name: 'desktop', label: 'Ordinateur', width: 1440, height: 900 },
      ],
    },
    components: {
      beforeListTable: [{ path: '/src/admin/import/ImportText.tsx#ImportText', clientProps: { collection: 'pages' } }],
      edit: { beforeDocumentControls: ['/src/admin/publishing/LivePreviewReload.tsx#LivePreviewReload'] },
    },
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
      validate: (value: unknown) => isAddress(value) || 'Des minuscules, des chiffres et des tirets, par exemple «\u00a0nos-missions\u00a0».',
      admin: { position: 'sidebar', description: '«\u00a0accueil\u00a0» est la page d’accueil. Si elle change, l’ancienne mène à la nouvelle.' },
    },
    {
      name: 'englishSlug',
      type: 'text',
      label: 'Adresse en anglais',
      unique: true,
      index: true,
      validate: (value: unknown) => !value || isAddress(value) || 'Des minuscules, des chiffres et des tirets, par exemple «\u00a0our-missions\u00a0».',
      admin: { position: 'sidebar', description: 'Celle du français tant que vous n’en écrivez pas d’autre.' },
    },
    {
      name: 'translated',
      type: 'checkbox',
      label: 'Publier la version anglaise',
      localized: true,
      defaultValue: false,
      admin: {
        position: 'sidebar',
        description: 'Sans cette coche, la page est proposée en français aux lecteurs de la version anglaise.',
        components: { Field: '/src/admin/fields/InEnglish.tsx#InEnglish' },
      },
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
    {
      type: 'collapsible',
      label: 'Partage et moteurs de recherche',
      admin: { initCollapsed: true },
      fields: [
        { name: 'metaTitle', type: 'text', label: 'Titre montré ailleurs', localized: true, maxLength: 70, admin: { description: 'Laissé vide, le titre de la page.' } },
        { name: 'metaDescription', type: 'textarea', label: 'Description montrée ailleurs', localized: true, maxLength: 200, admin: { description: 'Laissée vide, le résumé.' } },
        { name: 'image', type: 'upload', relationTo: 'media', label: 'Image de partage', filterOptions: { mimeType: { contains: 'image/' } }, admin: { description: 'Laissée vide, le signe de la CPOF.' } },
      ],
    },
    { name: 'layout', type: 'blocks', label: 'Contenu', localized: true, blocks: pageBlocks },
    scheduleField(),
  ],
}
