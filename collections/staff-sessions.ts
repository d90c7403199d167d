import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

/**
 * Who is signed in, where: a row a session, so that two sign-ins at once write two rows. The row is no key: its token
 * is signed. Dates that end it are looked at each time that it is used.
 */
export const StaffSessions: CollectionConfig = {
  slug: 'staff-sessions',
  labels: { singular: 'Session', plural: 'Sessions' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  fields: [
    { name: 'account', type: 'text', required: true, index: true },
    { name: 'endsAt', type: 'date', required: true, index: true },
    { name: 'lastSeenAt', type: 'date', required: true },
    { name: 'label', type: 'text' },
    { name: 'ip', type: 'text' },
    { name: 'device', type: 'text' },
    // Signed in with a password alone where a second factor is required: it may be enrolled, and nothing else done.
    { name: 'enrolling', type: 'checkbox', defaultValue: false },
  ],
}
