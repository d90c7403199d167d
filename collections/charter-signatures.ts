import type { CollectionConfig } from 'payload'
import { secretariatOrBureau } from '../access/secretariat-or-bureau.ts'
import { workflowRecord } from './fields/closed.ts'

export const CharterSignatures: CollectionConfig = {
  slug: 'charter-signatures',
  labels: { singular: 'Signature', plural: 'Signatures' },
  ...workflowRecord(secretariatOrBureau),
  admin: {
    group: 'Charte',
    useAsTitle: 'signatory',
    defaultColumns: ['organisationName', 'signatory', 'charterVersion', 'method', 'signedAt'],
    listSearchableFields: ['organisationName', 'signatory'],
    pagination: { defaultLimit: 25 },
    description: 'Qui a signé quelle version de la charte, pour quel organisme. Une signature ne se modifie pas.',
    hideAPIURL: true,
  },
  fields: [
    {
      name: 'method',
      type: 'select',
      label: 'Procédé',
      required: true,
      options: [
        { value: 'electronic', label: 'Électronique' },
        { value: 'handwritten', label: 'Manuscrite' },
      ],
    },
    { name: 'adhesion', type: 'relationship', relationTo: 'adhesions', label: 'Demande', index: true },
    {
      name: 'charterVersion',
      type: 'relationship',
      relationTo: 'charter-versions',
      label: 'Version de la charte',
      required: true,
    },
    { name: 'identifierKey', type: 'text', label: 'Identifiant', required: true, index: true },
    { name: 'organisationName', type: 'text', label: 'Organisme', required: true },
    { name: 'signatory', type: 'text', label: 'Signataire' },
    { name: 'signedAt', type: 'date', label: 'Signée le', required: true },
    { name: 'evidence', type: 'json', label: 'Preuve', admin: { hidden: true } },
    { name: 'salt', type: 'text', hidden: true },
    { name: 'evidenceHash', type: 'text', label: 'Empreinte de la preuve', required: true },
    { name: 'scanSha256', type: 'text', label: 'Empreinte du document numérisé' },
  ],
}
