import type { CollectionConfig } from 'payload'
import { publicationInsiders } from '../access/publication-readers.ts'
import { OPINIONS } from '../src/publications/rules.ts'
import { OPINION_LABELS } from '../src/record/facts/labels.ts'
import { workflowRecord } from './fields/closed.ts'
import { ofContent, saidBy } from './fields/of-content.ts'

/** Append-only, as approvals are. */
export const PublicationOpinions: CollectionConfig = {
  slug: 'publication-opinions',
  labels: { singular: 'Avis', plural: 'Avis' },
  ...workflowRecord(publicationInsiders),
  indexes: [{ fields: ['subject', 'contentHash', 'person'], unique: true }],
  admin: { group: 'Site', hidden: true },
  fields: [
    ...ofContent(),
    ...saidBy(),
    {
      name: 'opinion',
      type: 'select',
      label: 'Avis',
      required: true,
      options: OPINIONS.map((value) => ({ value, label: OPINION_LABELS[value] })),
    },
    { name: 'comments', type: 'textarea', label: 'Commentaires' },
  ],
}
