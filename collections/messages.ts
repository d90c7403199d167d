import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

export const Messages: CollectionConfig = {
  slug: 'messages',
  labels: { singular: 'Courriel', plural: 'Courriels' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  indexes: [
    { fields: ['status', 'notBefore'] },
    { fields: ['status', 'lane', 'notBefore'] },
    { fields: ['recipientKey', 'sentAt'] },
    { fields: ['network', 'sentAt'] },
  ],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'subject', type: 'text', required: true, index: true },
    { name: 'template', type: 'text', required: true },
    { name: 'recipient', type: 'text', required: true },
    { name: 'recipientKey', type: 'text', required: true },
    { name: 'domain', type: 'text', required: true },
    { name: 'cause', type: 'select', options: ['stranger', 'applicant', 'staff', 'system'] },
    // A keyed hash of where the act came from.
    { name: 'network', type: 'text', defaultValue: '' },
    { name: 'capped', type: 'checkbox', defaultValue: false },
    // Absent for what nothing may hold up.
    { name: 'lane', type: 'number' },
    { name: 'data', type: 'json', required: true },
    { name: 'links', type: 'json', required: true },
    { name: 'attachments', type: 'json' },
    { name: 'status', type: 'select', required: true, options: ['owed', 'sending', 'sent', 'failed'] },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'notBefore', type: 'date', required: true },
    { name: 'leaseUntil', type: 'date' },
    { name: 'leaseBy', type: 'text' },
    { name: 'sentAt', type: 'date' },
    { name: 'messageId', type: 'text' },
    { name: 'response', type: 'text' },
    { name: 'lastError', type: 'text' },
  ],
}
