import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

export const Counters: CollectionConfig = {
  slug: 'counters',
  labels: { singular: 'Compteur', plural: 'Compteurs' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'last', type: 'number', required: true, defaultValue: 0 },
  ],
}
