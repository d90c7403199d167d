import type { CollectionConfig, Field } from 'payload'
import { nobody } from '../access/nobody.ts'
import { whoGivesRights } from '../access/who-gives-rights.ts'
import { apiKeyEndpoints } from '../src/api/federations/key-endpoints.ts'
import { SCOPE_LABELS, SCOPES } from '../src/federations/scopes.ts'
import { workflowRecord } from './fields/closed.ts'

const byUseCases = { access: { create: nobody, update: nobody } } as const
const account = (name: string, label: string): Field => ({
  name,
  type: 'relationship',
  relationTo: 'users',
  label,
  ...byUseCases,
})

/** Keys by which federations use the API: proposed by one, made when another confirms, kept as a hash. */
export const ApiKeys: CollectionConfig = {
  slug: 'api-keys',
  labels: { singular: 'Clé d’API', plural: 'Clés d’API' },
  ...workflowRecord(whoGivesRights),
  endpoints: apiKeyEndpoints,
  admin: { hidden: true },
  fields: [
    { name: 'label', type: 'text', label: 'Nom', required: true },
    { name: 'member', type: 'relationship', relationTo: 'members', label: 'Réseau', required: true, index: true },
    {
      name: 'contact',
      type: 'group',
      label: 'Contact du réseau',
      fields: [
        { name: 'firstName', type: 'text', label: 'Prénom', required: true },
        { name: 'lastName', type: 'text', label: 'Nom', required: true },
        { name: 'email', type: 'text', label: 'Adresse électronique', required: true },
      ],
    },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      label: 'Portées',
      required: true,
      options: SCOPES.map((value) => ({ value, label: SCOPE_LABELS[value] })),
    },
    { name: 'expiresAt', type: 'date', label: 'Échéance', required: true },
    { name: 'reason', type: 'text', label: 'Motif' },
    // Absent, never null, until it is confirmed: two empty ones would be the same.
    { name: 'keyHash', type: 'text', unique: true, hidden: true, access: { read: nobody } },
    { name: 'confirmed', type: 'checkbox', label: 'Confirmée', required: true, defaultValue: false },
    {
      name: 'proposedAs',
      type: 'select',
      label: 'Proposée au titre de',
      required: true,
      options: ['admin', 'secretary', 'chair'],
    },
    account('enteredBy', 'Proposée par'),
    account('confirmedBy', 'Confirmée par'),
    { name: 'confirmedAt', type: 'date', label: 'Confirmée le' },
    { name: 'revokedAt', type: 'date', label: 'Révoquée le' },
    account('revokedBy', 'Révoquée par'),
    { name: 'revocationReason', type: 'text', label: 'Motif de la révocation' },
    { name: 'lastUsedAt', type: 'date', label: 'Dernier usage' },
    { name: 'rev', type: 'number', label: 'Révision', required: true, defaultValue: 0 },
  ],
}
