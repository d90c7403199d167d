import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

/** The security journal: written by `noteSecurityEvent`, read by a view of the panel, by nobody through the API. */
export const SecurityEvents: CollectionConfig = {
  slug: 'security-events',
  labels: { singular: 'Fait de sécurité', plural: 'Journal de sécurité' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  indexes: [{ fields: ['account', 'at'] }, { fields: ['type', 'at'] }],
  fields: [
    { name: 'type', type: 'text', required: true },
    { name: 'at', type: 'date', required: true, index: true },
    // Of what is counted by the minute: the last one of them.
    { name: 'until', type: 'date' },
    { name: 'count', type: 'number', required: true, defaultValue: 1 },
    // Ids as text: the journal outlives the accounts.
    { name: 'account', type: 'text' },
    { name: 'by', type: 'text' },
    { name: 'ip', type: 'text' },
    { name: 'network', type: 'text' },
    { name: 'device', type: 'text' },
    { name: 'data', type: 'json' },
  ],
}
