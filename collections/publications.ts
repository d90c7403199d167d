import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { releasedOrInsider } from '../access/publication-readers.ts'
import { staffOnly } from '../access/staff-only.ts'
import { keepEntryInPlace } from '../hooks/keep-entry-in-place.ts'
import { addressByTitle, addressWhileDraft } from '../hooks/address-while-draft.ts'
import { cancelWhatWasScheduled } from '../hooks/cancel-what-was-scheduled.ts'
import { refuseDeletingUsed, refuseTrashingUsed, refuseUnpublishingUsed } from '../hooks/keep-what-is-used.ts'
import { freeAddressInTrash } from '../hooks/free-address-in-trash.ts'
import { thinDrafts } from '../hooks/thin-drafts.ts'
import { approvedBeforeRelease, keptAsEdition } from '../hooks/released-as-approved.ts'
import { publicationEndpoints } from '../src/api/publications/endpoints.ts'
import { scheduleEndpoints } from '../src/api/scheduling/schedule-endpoints.ts'
import { usageEndpoint } from '../src/api/usage-endpoint.ts'
import { PUBLICATION_KINDS, THEMES } from '../src/content/publication-kinds.ts'
import { REGIONS } from '../src/organisation/region.ts'
import { PUBLICATION_KIND } from '../src/site/kinds/publications/kind.ts'
import { dayField } from './fields/day.ts'
import { momentField } from './fields/moment.ts'
import { LIVE_PREVIEW_RELOAD, previewed, savedWhileTyping } from './fields/previewed.ts'
import { scheduleField } from './fields/schedule.ts'
import { usedInField } from './fields/used-in.ts'
import { siteText } from './fields/site-text.ts'
import { slugField } from './fields/slug.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'

const { notesAddress, keepsOldAddress, leavesItsAddress } = keepEntryInPlace('publications')

const isWatch = (data: { kind?: unknown }): boolean => data.kind === 'watch'

export const Publications: CollectionConfig = {
  slug: 'publications',
  custom: { kind: PUBLICATION_KIND },
  labels: { singular: 'Publication', plural: 'Publications' },
  access: writtenByEditors(releasedOrInsider, editorOnly),
  hooks: {
    beforeOperation: [refuseTrashingUsed, refuseUnpublishingUsed],
    beforeValidate: [addressWhileDraft, addressByTitle('publications')],
    beforeChange: [freeAddressInTrash, approvedBeforeRelease, notesAddress],
    afterChange: [keepsOldAddress, keptAsEdition, cancelWhatWasScheduled('publications'), thinDrafts],
    beforeDelete: [refuseDeletingUsed, leavesItsAddress],
  },
  endpoints: [...publicationEndpoints, ...scheduleEndpoints('publications'), usageEndpoint('publications')],
  versions: savedWhileTyping(),
  indexes: [{ fields: ['_status', 'publishedOn'] }],
  trash: true,
  lockDocuments: false,
  admin: {
    ...ofTheSite(),
    ...previewed('publications', releasedOrInsider),
    // The panel asks this without a database, and whoever holds a mandate reads the drafts that they adopt or review.
    hidden: false,
    defaultColumns: ['title', 'kind', 'publishedOn', '_status'],
    description:
      'Notes de position, rapports, veille, communiqués et bonnes pratiques. Notes, rapports et communiqués paraissent une fois approuvés.',
    components: {
      Description: '/src/admin/publications/ApprovalPanel.tsx#ApprovalPanel',
      edit: { beforeDocumentControls: [LIVE_PREVIEW_RELOAD] },
    },
  },
  fields: [
    { name: 'title', type: 'text', label: 'Titre', required: true, maxLength: 200 },
    {
      name: 'kind',
      type: 'select',
      label: 'Nature',
      required: true,
      index: true,
      options: Object.entries(PUBLICATION_KINDS).map(([value, { one }]) => ({ value, label: one })),
    },
    {
      name: 'abstract',
      type: 'textarea',
      label: 'Résumé',
      maxLength: 1000,
      admin: { description: 'Quelques phrases, lues dans les listes et les moteurs de recherche.' },
    },
    { name: 'body', type: 'richText', label: 'Texte', editor: siteText() },
    { name: 'pdf', type: 'upload', relationTo: 'files', label: 'PDF' },
    {
      type: 'row',
      fields: [
        {
          name: 'source',
          type: 'text',
          label: 'Source',
          maxLength: 300,
          admin: {
            condition: isWatch,
            description: 'Le texte ou l’annonce dont il s’agit\u00a0: un nom, ou une adresse web.',
          },
        },
        dayField({
          name: 'deadline',
          label: 'Échéance',
          condition: isWatch,
          description: 'Jusqu’à quand l’on peut répondre ou agir.',
        }),
      ],
    },
    {
      name: 'authors',
      type: 'text',
      hasMany: true,
      label: 'Auteurs',
      maxLength: 120,
      maxRows: 20,
      admin: { description: 'Tels qu’on les lit.' },
    },
    {
      name: 'authorPeople',
      type: 'relationship',
      relationTo: 'people',
      hasMany: true,
      label: 'Auteurs qui siègent dans une instance',
      maxRows: 20,
      access: { read: staffOnly },
      admin: {
        description: 'Qui a écrit ne rend pas l’avis du comité scientifique : nommez-les ici, même sous un autre nom.',
      },
    },
    {
      name: 'themes',
      type: 'select',
      hasMany: true,
      label: 'Thèmes',
      options: Object.entries(THEMES).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'regions',
      type: 'select',
      hasMany: true,
      label: 'Régions',
      options: REGIONS.map(({ code, name }) => ({ value: code, label: name })),
      admin: { description: 'Laissez vide pour ce qui concerne tout le pays.' },
    },
    {
      name: 'errata',
      type: 'array',
      label: 'Errata',
      labels: { singular: 'Erratum', plural: 'Errata' },
      maxRows: 50,
      fields: [
        dayField({ name: 'day', label: 'Date', required: true }),
        { name: 'text', type: 'textarea', label: 'Ce qui est corrigé', required: true, maxLength: 2000 },
      ],
    },
    slugField('reformer-le-financement'),
    dayField({ name: 'publishedOn', label: 'Date de publication', required: true, index: true, position: 'sidebar' }),
    momentField({
      name: 'embargoUntil',
      label: 'Sous embargo jusqu’au',
      index: true,
      position: 'sidebar',
      description: 'Publiée, elle ne se lit nulle part avant ce moment.',
    }),
    scheduleField(),
    usedInField(),
  ],
}
