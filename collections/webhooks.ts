import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { secretariatOrAdmin } from '../access/secretariat-or-admin.ts'
import { EVENT_TYPES } from '../src/adhesion/lifecycle/state-events.ts'
import { webhookEndpoints } from '../src/api/federations/webhook-endpoints.ts'
import { workflowRecord } from './fields/closed.ts'

const sealed = { hidden: true, access: { read: nobody } } as const

/** Addresses that are told what becomes of the files of a federation. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  labels: { singular: 'Notification automatique', plural: 'Notifications automatiques' },
  ...workflowRecord(secretariatOrAdmin),
  endpoints: webhookEndpoints,
  admin: { hidden: true },
  fields: [
    { name: 'member', type: 'relationship', relationTo: 'members', label: 'Réseau', required: true, index: true },
    { name: 'key', type: 'relationship', relationTo: 'api-keys', label: 'Clé d’API', required: true, index: true },
    { name: 'url', type: 'text', label: 'Adresse', required: true },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      label: 'Événements',
      options: EVENT_TYPES.map((value) => ({ value, label: value })),
    },
    { name: 'secret', type: 'text', ...sealed, required: true },
    { name: 'formerSecret', type: 'text', ...sealed },
    { name: 'formerSecretUntil', type: 'date', label: 'Ancien secret accepté jusqu’au' },
    {
      name: 'state',
      type: 'select',
      label: 'État',
      required: true,
      options: [
        { value: 'enabled', label: 'Active' },
        { value: 'disabled', label: 'Désactivée' },
        { value: 'revoked', label: 'Révoquée' },
      ],
    },
    {
      name: 'disabledReason',
      type: 'select',
      label: 'Motif',
      options: [
        { value: 'failures', label: 'Échecs pendant une semaine' },
        { value: 'gone', label: 'Adresse supprimée (410)' },
      ],
    },
    { name: 'disabledAt', type: 'date', label: 'Désactivée le' },
    { name: 'failingSince', type: 'date', label: 'En échec depuis le' },
    { name: 'lastFailureAt', type: 'date', label: 'Dernier échec' },
    { name: 'rev', type: 'number', label: 'Révision', required: true, defaultValue: 0 },
  ],
}
