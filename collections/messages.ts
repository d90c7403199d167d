import type { CollectionConfig } from 'payload'
import { mailReaders } from '../access/mail-readers.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { secretariatOnly } from '../access/secretariat-only.ts'
import { messageEndpoints } from '../src/api/messages/endpoints.ts'
import { exportLinks } from './fields/export-links.ts'
import { listFilters } from './fields/list-filters.ts'
import { workflowRecord } from './fields/closed.ts'
import { outboxAttempts, outboxLease, outboxStatus, ownBusiness } from './fields/outbox-row.ts'

export const Messages: CollectionConfig = {
  slug: 'messages',
  labels: { singular: 'Courriel', plural: 'Courriels' },
  ...workflowRecord(mailReaders, secretariatOnly),
  endpoints: messageEndpoints,
  admin: {
    group: 'Adhésions',
    hidden: hiddenButFrom('secretariat'),
    useAsTitle: 'template',
    defaultColumns: ['template', 'recipient', 'adhesion', 'status', 'lastError', 'createdAt'],
    listSearchableFields: ['recipient'],
    pagination: { defaultLimit: 25 },
    description: 'Ce qui a été écrit au sujet des dossiers, et tout ce qui n’a pas pu être remis.',
    hideAPIURL: true,
    components: {
      beforeListTable: [listFilters('messages'), exportLinks('messages')],
      views: { edit: { root: { Component: '/src/admin/mails/MailView.tsx#MailView' } } },
    },
  },
  indexes: [
    { fields: ['status', 'notBefore'] },
    { fields: ['status', 'lane', 'notBefore'] },
    { fields: ['recipientKey', 'sentAt'] },
    { fields: ['network', 'sentAt'] },
    { fields: ['network', 'turn'] },
  ],
  fields: [
    { name: 'key', type: 'text', ...ownBusiness, required: true, unique: true },
    { name: 'subject', type: 'text', label: 'Sujet', required: true, index: true },
    // The file that it is about, for who reads it.
    { name: 'adhesion', type: 'relationship', relationTo: 'adhesions', label: 'Dossier', index: true },
    {
      name: 'template',
      type: 'text',
      label: 'Courriel',
      required: true,
      admin: { components: { Cell: '/src/admin/cells/MailCell.tsx#MailCell' } },
    },
    { name: 'recipient', type: 'text', label: 'Destinataire', required: true },
    { name: 'recipientKey', type: 'text', ...ownBusiness, required: true },
    { name: 'domain', type: 'text', ...ownBusiness, required: true },
    {
      name: 'cause',
      type: 'select',
      ...ownBusiness,
      options: ['stranger', 'applicant', 'federation', 'staff', 'system'],
    },
    // A keyed hash of where the act came from.
    { name: 'network', type: 'text', ...ownBusiness, defaultValue: '' },
    { name: 'capped', type: 'checkbox', ...ownBusiness, defaultValue: false },
    // Absent for what nothing may hold up.
    { name: 'lane', type: 'number', ...ownBusiness },
    // Of bounded ones: their place among those of other networks.
    { name: 'turn', type: 'date', ...ownBusiness },
    { name: 'data', type: 'json', ...ownBusiness, required: true },
    { name: 'links', type: 'json', ...ownBusiness, required: true },
    { name: 'attachments', type: 'json', ...ownBusiness },
    outboxStatus('Envoyé'),
    outboxAttempts(),
    { name: 'firstTriedAt', type: 'date' },
    // The last attempt failed because of the mail server, not of this e-mail.
    { name: 'serverAway', type: 'checkbox', ...ownBusiness, defaultValue: false },
    ...outboxLease(),
    { name: 'sentAt', type: 'date', label: 'Envoyé le' },
    { name: 'messageId', type: 'text' },
    { name: 'response', type: 'text', label: 'Réponse du serveur' },
    {
      name: 'lastError',
      type: 'text',
      label: 'Dernière erreur',
      admin: { components: { Cell: '/src/admin/cells/MailErrorCell.tsx#MailErrorCell' } },
    },
  ],
}
