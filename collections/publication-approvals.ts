import type { CollectionConfig } from 'payload'
import { publicationInsiders } from '../access/publication-readers.ts'
import { workflowRecord } from './fields/closed.ts'
import { ofContent, saidBy } from './fields/of-content.ts'

/** Append-only: a later change of the content leaves an approval without effect, and never removes it. */
export const PublicationApprovals: CollectionConfig = {
  slug: 'publication-approvals',
  labels: { singular: 'Approbation', plural: 'Approbations' },
  ...workflowRecord(publicationInsiders),
  indexes: [{ fields: ['subject', 'contentHash', 'person', 'withoutOpinion'], unique: true }],
  admin: { group: 'Site', hidden: true },
  fields: [
    ...ofContent(),
    ...saidBy(),
    {
      name: 'withoutOpinion',
      type: 'checkbox',
      label: 'Sans avis du comité scientifique',
      required: true,
      defaultValue: false,
    },
  ],
}
