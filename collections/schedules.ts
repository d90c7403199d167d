import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { nobody } from '../access/nobody.ts'
import { ENDINGS } from '../src/scheduling/schedulable.ts'
import { workflowRecord } from './fields/closed.ts'

/** Publications to come: one row a moment that an editor chose, kept with what became of it. */
export const Schedules: CollectionConfig = {
  slug: 'schedules',
  labels: { singular: 'Publication programmée', plural: 'Publications programmées' },
  ...workflowRecord(editorOnly, nobody),
  admin: { hidden: true },
  indexes: [{ fields: ['status', 'at'] }],
  fields: [
    { name: 'subject', type: 'text', label: 'Enregistrement', required: true, index: true },
    // The subject while it waits, so that one alone can; then its own.
    { name: 'slot', type: 'text', required: true, unique: true, hidden: true },
    { name: 'version', type: 'text', required: true },
    { name: 'savedAt', type: 'text', required: true },
    { name: 'at', type: 'date', label: 'Prévue pour', required: true },
    // Not required: the account may be deleted since.
    { name: 'by', type: 'relationship', relationTo: 'users', label: 'Programmée par' },
    { name: 'status', type: 'select', required: true, options: ['waiting', 'published', 'ended'] },
    { name: 'ending', type: 'select', options: [...ENDINGS] },
    { name: 'said', type: 'textarea', label: 'Ce que disait le refus' },
    { name: 'endedAt', type: 'date' },
  ],
}
