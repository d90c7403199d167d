import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { publicHoldersOrStaff } from '../access/public-holders-or-staff.ts'
import { secretariatOnly } from '../access/secretariat-only.ts'
import { staffOnly } from '../access/staff-only.ts'
import { whoHasAPart } from '../access/who-has-a-part.ts'
import { deriveName } from '../hooks/derive-name.ts'
import { guardProtected } from '../hooks/guard-protected.ts'
import { peopleEndpoints } from '../src/api/governance/people.ts'
import { noteExport } from '../hooks/note-export.ts'
import { tellOfChangedAddress } from '../hooks/tell-of-changed-address.ts'
import { ownRecordByOthers } from '../hooks/own-record-by-others.ts'
import { historyTab } from './fields/history-tab.ts'
import { secondPersonFields } from './fields/second-person.ts'

export const People: CollectionConfig = {
  slug: 'people',
  labels: { singular: 'Personne', plural: 'Personnes' },
  access: {
    create: secretariatOnly,
    read: publicHoldersOrStaff,
    update: secretariatOnly,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: staffOnly,
  },
  hooks: {
    afterOperation: [noteExport],
    beforeOperation: [guardProtected({ account: null, rev: 0, pending: null }), ownRecordByOthers],
    beforeValidate: [deriveName],
    afterChange: [tellOfChangedAddress],
  },
  endpoints: peopleEndpoints,
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Instances',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'account'],
    listSearchableFields: ['name', 'email'],
    pagination: { defaultLimit: 25 },
    description: 'Les personnes qui exercent ou ont exercé un mandat, avec ou sans compte.',
    hideAPIURL: true,
    components: {
      beforeListTable: ['/src/admin/lists/AccessExport.tsx#AccessExport'],
      Description: '/src/admin/pending/PendingPanel.tsx#PendingPanel',
      views: historyTab('Mandats', '/src/admin/history/PersonMandates.tsx#PersonMandates'),
    },
  },
  fields: [
    { name: 'firstName', type: 'text', label: 'Prénom', required: true, maxLength: 80 },
    { name: 'lastName', type: 'text', label: 'Nom', required: true, maxLength: 80 },
    { name: 'name', type: 'text', label: 'Nom complet', index: true, admin: { hidden: true } },
    {
      name: 'email',
      type: 'email',
      label: 'Adresse électronique',
      access: { read: whoHasAPart },
      admin: { description: 'Là où la personne est prévenue. Il sert aussi à reconnaître un conflit d’intérêts.' },
    },
    { name: 'emailKey', type: 'text', index: true, hidden: true },
    {
      name: 'account',
      type: 'relationship',
      relationTo: 'users',
      label: 'Compte de l’équipe',
      index: true,
      access: { read: whoHasAPart },
      admin: {
        readOnly: true,
        position: 'sidebar',
        components: { Field: '/src/admin/fields/AccountField.tsx#AccountField' },
      },
    },
    { name: 'accountSlot', type: 'text', unique: true, hidden: true },
    ...secondPersonFields(),
  ],
}
