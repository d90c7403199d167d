import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { publishedOrEditor } from '../access/published-or-editor.ts'
import { addressByTitle, addressWhileDraft } from '../hooks/address-while-draft.ts'
import { cancelWhatWasScheduled } from '../hooks/cancel-what-was-scheduled.ts'
import { refuseDeletingUsed, refuseTrashingUsed, refuseUnpublishingUsed } from '../hooks/keep-what-is-used.ts'
import { freeAddressInTrash } from '../hooks/free-address-in-trash.ts'
import { thinDrafts } from '../hooks/thin-drafts.ts'
import { endsAfterStart } from '../hooks/ends-after-start.ts'
import { keepEntryInPlace } from '../hooks/keep-entry-in-place.ts'
import { scheduleEndpoints } from '../src/api/scheduling/schedule-endpoints.ts'
import { usageEndpoint } from '../src/api/usage-endpoint.ts'
import { EVENT_KINDS, EVENT_STATES } from '../src/content/event-kinds.ts'
import { REGIONS } from '../src/organisation/region.ts'
import { EVENT_KIND } from '../src/site/kinds/events/kind.ts'
import { momentField } from './fields/moment.ts'
import { LIVE_PREVIEW_RELOAD, previewed, savedWhileTyping } from './fields/previewed.ts'
import { scheduleField } from './fields/schedule.ts'
import { usedInField } from './fields/used-in.ts'
import { siteText } from './fields/site-text.ts'
import { webAddress } from './fields/web-address.ts'
import { slugField } from './fields/slug.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'

const { notesAddress, keepsOldAddress, leavesItsAddress } = keepEntryInPlace('events')

export const Events: CollectionConfig = {
  slug: 'events',
  custom: { kind: EVENT_KIND },
  labels: { singular: 'Événement', plural: 'Événements' },
  access: writtenByEditors(publishedOrEditor, editorOnly),
  hooks: {
    beforeOperation: [refuseTrashingUsed, refuseUnpublishingUsed],
    beforeValidate: [addressWhileDraft, addressByTitle('events'), endsAfterStart],
    beforeChange: [freeAddressInTrash, notesAddress],
    afterChange: [keepsOldAddress, cancelWhatWasScheduled('events'), thinDrafts],
    beforeDelete: [refuseDeletingUsed, leavesItsAddress],
  },
  versions: savedWhileTyping(),
  indexes: [{ fields: ['_status', 'startsAt'] }],
  endpoints: [...scheduleEndpoints('events'), usageEndpoint('events')],
  trash: true,
  lockDocuments: false,
  admin: {
    ...ofTheSite(),
    ...previewed('events', publishedOrEditor),
    defaultColumns: ['title', 'kind', 'startsAt', '_status'],
    description: 'Conférences, auditions, assemblées et webinaires. Les heures sont celles de Paris.',
    components: { edit: { beforeDocumentControls: [LIVE_PREVIEW_RELOAD] } },
  },
  fields: [
    { name: 'title', type: 'text', label: 'Titre', required: true, maxLength: 200 },
    {
      name: 'kind',
      type: 'select',
      label: 'Nature',
      required: true,
      options: Object.entries(EVENT_KINDS).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'state',
      type: 'select',
      label: 'État',
      defaultValue: 'planned',
      options: Object.entries(EVENT_STATES).map(([value, label]) => ({ value, label })),
      admin: {
        position: 'sidebar',
        description:
          'Annulé ou reporté, l’événement reste sur le site et le dit\u00a0; les agendas qui l’ont pris sont mis à jour. Reporté, il redevient prévu avec sa nouvelle date.',
      },
    },
    momentField({ name: 'startsAt', label: 'Début', required: true, index: true }),
    momentField({ name: 'endsAt', label: 'Fin', required: true }),
    {
      name: 'place',
      type: 'textarea',
      label: 'Lieu',
      maxLength: 300,
      admin: { description: 'Le nom du lieu et son adresse.' },
    },
    webAddress({ name: 'link', label: 'Lien pour s’inscrire ou y assister en ligne', maxLength: 500 }),
    {
      name: 'region',
      type: 'select',
      label: 'Région',
      options: REGIONS.map(({ code, name }) => ({ value: code, label: name })),
      admin: { description: 'Laissez vide pour ce qui concerne tout le pays.' },
    },
    {
      name: 'summary',
      type: 'textarea',
      label: 'Résumé',
      maxLength: 600,
      admin: { description: 'Quelques phrases, lues dans les listes et les agendas.' },
    },
    { name: 'programme', type: 'richText', label: 'Programme', editor: siteText() },
    {
      name: 'speakers',
      type: 'array',
      label: 'Intervenants',
      labels: { singular: 'Intervenant', plural: 'Intervenants' },
      maxRows: 60,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', label: 'Nom', required: true, maxLength: 120 },
            { name: 'role', type: 'text', label: 'Fonction', maxLength: 160 },
          ],
        },
      ],
    },
    {
      name: 'documents',
      type: 'array',
      label: 'Documents',
      labels: { singular: 'Document', plural: 'Documents' },
      maxRows: 20,
      admin: { description: 'Après l’événement\u00a0: compte rendu, présentations.' },
      fields: [
        { name: 'title', type: 'text', label: 'Titre', required: true, maxLength: 160 },
        { name: 'file', type: 'upload', relationTo: 'files', label: 'PDF', required: true },
      ],
    },
    slugField('conference-de-brest'),
    scheduleField(),
    usedInField(),
  ],
}
