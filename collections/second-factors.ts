import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

/**
 * What somebody shows beside a password: an application's secret (sealed), a passkey's public key, recovery codes (as
 * hashes). `key` tells one from all others: an account has one application, a credential belongs to one account.
 */
export const SecondFactors: CollectionConfig = {
  slug: 'second-factors',
  labels: { singular: 'Second facteur', plural: 'Seconds facteurs' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'account', type: 'text', required: true, index: true },
    { name: 'kind', type: 'select', required: true, options: ['totp', 'passkey', 'recovery-code'] },
    { name: 'label', type: 'text' },
    { name: 'secret', type: 'text' },
    { name: 'lastStep', type: 'number' },
    { name: 'credentialId', type: 'text' },
    { name: 'publicKey', type: 'text' },
    { name: 'signCount', type: 'number' },
    { name: 'transports', type: 'text' },
    { name: 'usedAt', type: 'date' },
  ],
}
