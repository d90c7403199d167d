import type { CollectionConfig } from 'payload'
import { journalReaders } from '../access/journal-readers.ts'
import { noteExport } from '../hooks/note-export.ts'
import { workflowRecord } from './fields/closed.ts'

export const Journal: CollectionConfig = {
  slug: 'journal',
  labels: { singular: 'Fait', plural: 'Journal' },
  ...workflowRecord(journalReaders, journalReaders, [noteExport]),
  indexes: [{ fields: ['subject', 'rank'], unique: true }],
  admin: { group: 'Adhésions', hidden: true },
  fields: [
    { name: 'subject', type: 'text', label: 'Objet', required: true },
    { name: 'adhesion', type: 'relationship', relationTo: 'adhesions', label: 'Demande', index: true },
    { name: 'rank', type: 'number', label: 'Rang', required: true },
    { name: 'type', type: 'text', label: 'Fait', required: true },
    { name: 'at', type: 'date', label: 'Le', required: true },
    { name: 'confidential', type: 'checkbox', label: 'Voix ou note', defaultValue: false },
    { name: 'evidence', type: 'json', label: 'Éléments', admin: { hidden: true } },
    { name: 'salt', type: 'text', label: 'Sel', admin: { hidden: true } },
    { name: 'evidenceHash', type: 'text', label: 'Empreinte des éléments', required: true },
    { name: 'previousHash', type: 'text', label: 'Empreinte précédente', required: true },
    { name: 'hash', type: 'text', label: 'Empreinte', required: true },
  ],
}
