import type { CollectionConfig } from 'payload'
import { readableDocuments } from '../access/readable-documents.ts'
import { refuseDeletingUsed, refuseTrashingUsed } from '../hooks/keep-what-is-used.ts'
import { usageEndpoint } from '../src/api/usage-endpoint.ts'
import { DOCUMENT_KINDS, VISIBILITIES } from '../src/content/document-kinds.ts'
import { DOCUMENT_KIND } from '../src/site/kinds/documents/kind.ts'
import { dayField } from './fields/day.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'
import { usedInField } from './fields/used-in.ts'

const ofOneBody = (data: { visibility?: unknown }): boolean => data.visibility === 'body'

export const Documents: CollectionConfig = {
  slug: 'documents',
  custom: { kind: DOCUMENT_KIND },
  labels: { singular: 'Document', plural: 'Documents' },
  access: writtenByEditors(readableDocuments),
  hooks: { beforeOperation: [refuseTrashingUsed], beforeDelete: [refuseDeletingUsed] },
  indexes: [{ fields: ['visibility', 'day'] }],
  endpoints: [usageEndpoint('documents')],
  trash: true,
  lockDocuments: false,
  admin: {
    ...ofTheSite(),
    defaultColumns: ['title', 'kind', 'day', 'visibility'],
    description: 'Statuts, règlement, comptes, rapports et comptes rendus de l’association.',
  },
  fields: [
    { name: 'title', type: 'text', label: 'Titre', required: true, maxLength: 200 },
    {
      name: 'kind',
      type: 'select',
      label: 'Nature',
      required: true,
      options: Object.entries(DOCUMENT_KINDS).map(([value, label]) => ({ value, label })),
    },
    dayField({
      name: 'day',
      label: 'Date',
      required: true,
      index: true,
      description: 'Du document\u00a0: adoption, clôture des comptes ou réunion.',
    }),
    { name: 'file', type: 'upload', relationTo: 'files', label: 'PDF', required: true },
    {
      name: 'visibility',
      type: 'select',
      label: 'Qui peut le lire',
      required: true,
      // Closed until somebody opens it.
      defaultValue: 'members',
      options: Object.entries(VISIBILITIES).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'body',
      type: 'relationship',
      relationTo: 'governance-bodies',
      label: 'Instance',
      index: true,
      validate: (value: unknown, { data }: { data: { visibility?: unknown } }) =>
        !ofOneBody(data) || Boolean(value) || 'Choisissez l’instance qui peut lire ce document.',
      admin: {
        condition: ofOneBody,
        description: 'Le lisent les titulaires d’un mandat en cours, la rédaction et le secrétariat.',
      },
    },
    usedInField(),
  ],
}
