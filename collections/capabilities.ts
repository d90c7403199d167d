import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

export const Capabilities: CollectionConfig = {
  slug: 'capabilities',
  labels: { singular: 'Lien', plural: 'Liens' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  indexes: [{ fields: ['subject', 'purpose'] }],
  fields: [
    { name: 'uid', type: 'text', required: true, unique: true },
    {
      name: 'purpose',
      type: 'select',
      required: true,
      options: ['sign', 'follow-up', 'representative-follow-up', 'confirm-email'],
    },
    { name: 'subject', type: 'text', required: true },
    { name: 'version', type: 'number', required: true },
    { name: 'tokenHash', type: 'text', required: true, unique: true },
    { name: 'expiresAt', type: 'date' },
    { name: 'uses', type: 'number', defaultValue: 0 },
    { name: 'usedAt', type: 'date' },
    { name: 'revokedAt', type: 'date' },
  ],
}
