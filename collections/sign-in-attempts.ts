import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

/**
 * What begins with one request and is ended by another: a mailed code, a second factor, a passkey. Codes stand as
 * hashes; an address that nobody has gets a row like any other, which no code ends.
 */
export const SignInAttempts: CollectionConfig = {
  slug: 'sign-in-attempts',
  labels: { singular: 'Connexion en cours', plural: 'Connexions en cours' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  indexes: [{ fields: ['addressKey', 'createdAt'] }],
  fields: [
    {
      name: 'purpose',
      type: 'select',
      required: true,
      options: ['second-factor', 'mailed-code', 'passkey', 'add-passkey', 'add-totp'],
    },
    { name: 'account', type: 'text', index: true },
    { name: 'addressKey', type: 'text' },
    { name: 'device', type: 'text' },
    { name: 'deviceKnown', type: 'checkbox', defaultValue: false },
    { name: 'codeHash', type: 'text' },
    { name: 'challenge', type: 'text' },
    { name: 'tries', type: 'number', required: true, defaultValue: 0 },
    { name: 'until', type: 'date', required: true, index: true },
    { name: 'endedAt', type: 'date' },
  ],
}
