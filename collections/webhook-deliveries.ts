import type { CollectionConfig } from 'payload'
import { secretariatOrAdmin } from '../access/secretariat-or-admin.ts'
import { deliveryEndpoints } from '../src/api/federations/webhook-endpoints.ts'
import { workflowRecord } from './fields/closed.ts'
import { outboxAttempts, outboxLease, outboxStatus, ownBusiness } from './fields/outbox-row.ts'

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
    outboxStatus('Reçu'),
    outboxAttempts(),
    { name: 'firstTriedAt', type: 'date', ...ownBusiness },
    ...outboxLease(),
    { name: 'sentAt', type: 'date', label: 'Reçu le' },
    { name: 'lastError', type: 'text', label: 'Dernière erreur' },
    { name: 'log', type: 'json', label: 'Essais en détail' },
  ],
}
