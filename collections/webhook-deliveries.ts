import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { secretariatOrAdmin } from '../access/secretariat-or-admin.ts'
import { deliveryEndpoints } from '../src/api/federations/webhook-endpoints.ts'
import { workflowRecord } from './fields/closed.ts'

/** What only the sender needs: who holds the row, and since when it is tried. */
const ownBusiness = { access: { read: nobody } } as const

/** Events owed and sent to webhooks, one row for each address, with every attempt. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: { singular: 'Envoi automatique', plural: 'Envois automatiques' },
  ...workflowRecord(secretariatOrAdmin),
  endpoints: deliveryEndpoints,
  admin: { hidden: true },
  indexes: [
    { fields: ['status', 'notBefore'] },
    { fields: ['webhook', 'createdAt'] },
    { fields: ['webhook', 'event'], unique: true },
  ],
  fields: [
    { name: 'webhook', type: 'relationship', relationTo: 'webhooks', label: 'Notification', required: true },
    { name: 'event', type: 'text', label: 'Événement', required: true },
    { name: 'type', type: 'text', label: 'Type', required: true },
    { name: 'body', type: 'text', label: 'Contenu', required: true },
    {
      name: 'status',
      type: 'select',
      label: 'État',
      required: true,
      options: [
        { value: 'owed', label: 'À envoyer' },
        { value: 'sending', label: 'En cours d’envoi' },
        { value: 'sent', label: 'Reçu' },
        { value: 'failed', label: 'En échec' },
      ],
    },
    { name: 'attempts', type: 'number', label: 'Essais', required: true, defaultValue: 0 },
    { name: 'firstTriedAt', type: 'date', ...ownBusiness },
    { name: 'notBefore', type: 'date', label: 'Pas avant le', required: true },
    { name: 'leaseUntil', type: 'date', ...ownBusiness },
    { name: 'leaseBy', type: 'text', ...ownBusiness },
    { name: 'sentAt', type: 'date', label: 'Reçu le' },
    { name: 'lastError', type: 'text', label: 'Dernière erreur' },
    { name: 'log', type: 'json', label: 'Essais en détail' },
  ],
}
