import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

/** Who runs the timers: one row per task, renewed by the process that holds it. */
export const Leases: CollectionConfig = {
  slug: 'leases',
  labels: { singular: 'Bail', plural: 'Baux' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'holder', type: 'text', required: true },
    { name: 'until', type: 'date', required: true },
  ],
}
