import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { publishedInItsLanguage } from '../access/published-in-its-language.ts'
import { addressByTitle, addressWhileDraft } from '../hooks/address-while-draft.ts'
import { cancelWhatWasScheduled } from '../hooks/cancel-what-was-scheduled.ts'
import { keepOtherLanguageAsDraft, publishOneLanguage } from '../hooks/publish-one-language.ts'
import { freeAddressInTrash } from '../hooks/free-address-in-trash.ts'
import { thinDrafts } from '../hooks/thin-drafts.ts'
import { englishAddress } from '../hooks/english-address.ts'
import { leadOldAddresses, leaveNoPagesBelow, requirePlace } from '../hooks/keep-page-in-place.ts'
import { refuseDeletingUsed, refuseTrashingUsed, refuseUnpublishingUsed } from '../hooks/keep-what-is-used.ts'
import { importEndpoint } from '../src/api/import/import-endpoint.ts'
import { scheduleEndpoints } from '../src/api/scheduling/schedule-endpoints.ts'
import { usageEndpoint } from '../src/api/usage-endpoint.ts'
import { PAGE_KIND } from '../src/site/kinds/pages/kind.ts'
import { pageBlocks } from './fields/page-blocks.ts'
import { LIVE_PREVIEW_RELOAD, previewed, savedWhileTyping } from './fields/previewed.ts'
import { noAddress } from './fields/slug.ts'
import { scheduleField } from './fields/schedule.ts'
import { usedInField } from './fields/used-in.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'

const isAddress = (value: unknown): boolean => typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)

export const Pages: CollectionConfig = {
  slug: 'pages',
  custom: { kind: PAGE_KIND },
  labels: { singular: 'Page', plural: 'Pages' },
  access: writtenByEditors(publishedInItsLanguage, editorOnly),
  hooks: {
    beforeOperation: [refuseTrashingUsed, publishOneLanguage, refuseUnpublishingUsed],
    beforeValidate: [addressWhileDraft, addressByTitle('pages'), englishAddress],
    beforeChange: [freeAddressInTrash, requirePlace],
    afterChange: [keepOtherLanguageAsDraft, leadOldAddresses, cancelWhatWasScheduled('pages'), thinDrafts],
    beforeDelete: [leaveNoPagesBelow, refuseDeletingUsed],
  },
  versions: savedWhileTyping(),
  endpoints: [importEndpoint('page'), ...scheduleEndpoints('pages'), usageEndpoint('pages')],
  trash: true,
  lockDocuments: false,
  admin: {
    ...ofTheSite(),
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    description: 'Les pages du site public, en français et en anglais.',
    ...previewed('pages', publishedInItsLanguage),
    components: {
      beforeListTable: [{ path: '/src/admin/import/ImportText.tsx#ImportText', clientProps: { collection: 'pages' } }],
      edit: { beforeDocumentControls: [LIVE_PREVIEW_RELOAD] },
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
      hooks: { beforeDuplicate: [noAddress] },
      validate: (value: unknown) =>
        isAddress(value) || 'Des minuscules, des chiffres et des tirets, par exemple «\u00a0nos-missions\u00a0».',
      admin: {
        position: 'sidebar',
        description:
          'Laissée vide, elle vient du titre à la publication. «\u00a0accueil\u00a0» est la page d’accueil. Si elle change, l’ancienne mène à la nouvelle.',
      },
    },
    {
      name: 'englishSlug',
      type: 'text',
      label: 'Adresse en anglais',
      unique: true,
      index: true,
      hooks: { beforeDuplicate: [noAddress] },
      validate: (value: unknown) =>
        !value ||
        isAddress(value) ||
        'Des minuscules, des chiffres et des tirets, par exemple «\u00a0our-missions\u00a0».',
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
    {
      name: 'summary',
      type: 'textarea',
      label: 'Résumé',
      localized: true,
      maxLength: 300,
      admin: { description: 'Ce que montrent les moteurs de recherche.' },
    },
    {
      type: 'collapsible',
      label: 'Partage et moteurs de recherche',
      admin: { initCollapsed: true },
      fields: [
        {
          name: 'metaTitle',
          type: 'text',
          label: 'Titre montré ailleurs',
          localized: true,
          maxLength: 70,
          admin: { description: 'Laissé vide, le titre de la page.' },
        },
        {
          name: 'metaDescription',
          type: 'textarea',
          label: 'Description montrée ailleurs',
          localized: true,
          maxLength: 200,
          admin: { description: 'Laissée vide, le résumé.' },
        },
        {
          name: 'image',
          type: 'upload',
          relationTo: 'media',
          label: 'Image de partage',
          filterOptions: { mimeType: { contains: 'image/' } },
          admin: { description: 'Laissée vide, le signe de la CPOF.' },
        },
      ],
    },
    {
      name: 'layout',
      type: 'blocks',
      label: 'Contenu',
      labels: { singular: 'Bloc', plural: 'Blocs' },
      localized: true,
      blocks: pageBlocks,
    },
    scheduleField(),
    usedInField(),
  ],
}
