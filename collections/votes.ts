import type { CollectionConfig } from 'payload'
import { votesReaders } from '../access/files-of-adhesions.ts'
import { workflowRecord } from './fields/closed.ts'

export const Votes: CollectionConfig = {
  slug: 'votes',
  labels: { singular: 'Vote', plural: 'Votes' },
  ...workflowRecord(votesReaders),
  indexes: [{ fields: ['round', 'person'], unique: true }],
  admin: { group: 'Adhésions', hidden: true },
  fields: [
    { name: 'subject', type: 'text', label: 'Objet', required: true, index: true },
    { name: 'round', type: 'relationship', relationTo: 'rounds', label: 'Scrutin', required: true },
    { name: 'person', type: 'relationship', relationTo: 'people', label: 'Votant', required: true },
    {
      name: 'choice',
      type: 'select',
      label: 'Choix',
      required: true,
      options: [
        { value: 'for', label: 'Pour' },
        { value: 'against', label: 'Contre' },
        { value: 'abstain', label: 'Abstention' },
        { value: 'recused', label: 'Déport' },
      ],
    },
    { name: 'reason', type: 'textarea', label: 'Explication' },
    { name: 'castAt', type: 'date', label: 'Exprimé le', required: true },
    { name: 'live', type: 'checkbox', label: 'Compte', defaultValue: true },
  ],
}
