import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

/** Applications that are being filled in and were not sent yet, sealed with the link by which they are taken up again. */
export const JoinDrafts: CollectionConfig = {
  slug: 'join-drafts',
  labels: { singular: 'Demande commencée', plural: 'Demandes commencées' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  fields: [
    { name: 'tokenHash', type: 'text', required: true, unique: true },
    { name: 'sealed', type: 'text', required: true },
    { name: 'until', type: 'date', required: true, index: true },
  ],
}
