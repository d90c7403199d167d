import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

/** Requests that may be sent again without being carried out again, by what names them, and what they were answered. */
export const RequestKeys: CollectionConfig = {
  slug: 'request-keys',
  labels: { singular: 'Requête reconnue', plural: 'Requêtes reconnues' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  indexes: [{ fields: ['caller', 'until'] }],
  fields: [
    { name: 'nameHash', type: 'text', required: true, unique: true },
    { name: 'caller', type: 'text', required: true },
    { name: 'bodyHash', type: 'text', required: true },
    { name: 'state', type: 'select', required: true, options: ['under-way', 'in-effect', 'answered'] },
    { name: 'holder', type: 'text', required: true },
    { name: 'heldUntil', type: 'date', required: true },
    { name: 'until', type: 'date', required: true, index: true },
    { name: 'answer', type: 'text' },
  ],
}
