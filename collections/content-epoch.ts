import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { workflowRecord } from './fields/closed.ts'

/** That something public has changed: a row for each transaction that did, written in it by the database's adapter. */
export const ContentEpoch: CollectionConfig = {
  slug: 'content-epoch',
  labels: { singular: 'Changement du site', plural: 'Changements du site' },
  ...workflowRecord(nobody),
  admin: { hidden: true },
  fields: [{ name: 'area', type: 'text', required: true }],
}
