import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { publicMandatesOrStaff } from '../access/public-mandates.ts'
import { secretariatOnly } from '../access/secretariat-only.ts'
import { staffOnly } from '../access/staff-only.ts'
import { guardProtected } from '../hooks/guard-protected.ts'
import { madeByUseCase } from '../hooks/made-by-use-case.ts'
import { mandateEndpoints } from '../src/api/governance/mandates.ts'
import { MANDATE_ROLES } from '../src/governance/mandate-facts.ts'
import { MANDATE_ROLE_LABELS } from '../src/governance/mandate-roles.ts'
import { byProposal } from './fields/by-proposal.ts'
import { dayField } from './fields/day.ts'
import { exportLinks } from './fields/export-links.ts'
import { confirmationFields, secondPersonFields } from './fields/second-person.ts'

export const Mandates: CollectionConfig = {
  slug: 'mandates',
  labels: { singular: 'Mandat', plural: 'Mandats' },
  access: {
    create: secretariatOnly,
    read: publicMandatesOrStaff,
    update: secretariatOnly,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: staffOnly,
  },
  hooks: {
    beforeOperation: [
      madeByUseCase,
      guardProtected({
        person: undefined,
        body: undefined,
        role: undefined,
        onBehalfOf: undefined,
        firstDay: undefined,
        lastDay: undefined,
        deliberation: undefined,
        confirmed: false,
        enteredBy: null,
        confirmedBy: null,
        confirmedAt: null,
        rev: 0,
        pending: null,
      }),
    ],
  },
  endpoints: mandateEndpoints,
  indexes: [{ fields: ['person', 'confirmed'] }, { fields: ['body', 'confirmed'] }],
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Instances',
    useAsTitle: 'title',
    defaultColumns: ['person', 'body', 'role', 'confirmed', 'firstDay', 'lastDay'],
    pagination: { defaultLimit: 25 },
    listSearchableFields: ['title'],
    description:
      'Qui siège, où, en quelle qualité et jusqu’à quand. Les droits commencent et finissent avec ces jours.',
    hideAPIURL: true,
    components: {
      Description: '/src/admin/pending/PendingPanel.tsx#PendingPanel',
      beforeListTable: [exportLinks('mandates')],
      edit: { SaveButton: '/src/admin/edit/SaveNew.tsx#SaveNew' },
    },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: 'personne, rôle ou instance',
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'person',
      type: 'relationship',
      relationTo: 'people',
      label: 'Personne',
      required: true,
      index: true,
      access: byProposal,
    },
    {
      name: 'body',
      type: 'relationship',
      relationTo: 'governance-bodies',
      label: 'Instance',
      required: true,
      index: true,
      access: byProposal,
    },
    {
      name: 'role',
      type: 'select',
      label: 'Rôle',
      required: true,
      defaultValue: 'member',
      access: byProposal,
      options: MANDATE_ROLES.map((value) => ({ value, label: MANDATE_ROLE_LABELS[value] })),
    },
    {
      name: 'onBehalfOf',
      type: 'relationship',
      relationTo: 'members',
      label: 'Au nom de',
      index: true,
      access: { read: staffOnly, ...byProposal },
      admin: { description: 'Le membre que la personne représente. Le mandat finit avec la qualité de ce membre.' },
    },
    { ...dayField({ name: 'firstDay', label: 'Premier jour', required: true, index: true }), access: byProposal },
    {
      ...dayField({
        name: 'lastDay',
        label: 'Dernier jour',
        index: true,
        description: 'Compris. Laissez vide si la fin n’est pas fixée.',
      }),
      access: byProposal,
    },
    {
      name: 'deliberation',
      type: 'text',
      label: 'Référence de la délibération',
      required: true,
      maxLength: 200,
      access: { read: staffOnly, ...byProposal },
      admin: { description: 'Par exemple «\u00a0Assemblée générale du 12 mars 2026, résolution 4\u00a0».' },
    },
    ...confirmationFields({ label: 'État', Cell: '/src/admin/cells/MandateStandingCell.tsx#MandateStandingCell' }),
    ...secondPersonFields(),
  ],
}
