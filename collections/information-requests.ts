import type { CollectionConfig } from 'payload'
import { adhesionPartsReaders } from '../access/files-of-adhesions.ts'
import { workflowRecord } from './fields/closed.ts'

export const InformationRequests: CollectionConfig = {
  slug: 'information-requests',
  labels: { singular: 'Demande de complément', plural: 'Demandes de complément' },
  ...workflowRecord(adhesionPartsReaders),
  indexes: [{ fields: ['adhesion', 'number'], unique: true }, { fields: ['status', 'deadline'] }],
  admin: {
    group: 'Adhésions',
    useAsTitle: 'question',
    defaultColumns: ['adhesion', 'question', 'deadline', 'status'],
    hidden: true,
  },
  fields: [
    { name: 'adhesion', type: 'relationship', relationTo: 'adhesions', label: 'Demande', required: true, index: true },
    { name: 'number', type: 'number', label: 'Numéro', required: true },
    { name: 'question', type: 'textarea', label: 'Question', required: true },
    { name: 'deadline', type: 'text', label: 'Réponse attendue avant le', required: true },
    { name: 'askedBy', type: 'relationship', relationTo: 'users', label: 'Demandé par', required: true },
    { name: 'askedAt', type: 'date', label: 'Demandé le', required: true },
    {
      name: 'status',
      type: 'select',
      label: 'État',
      required: true,
      options: [
        { value: 'open', label: 'En attente' },
        { value: 'answered', label: 'Répondue' },
        { value: 'cancelled', label: 'Annulée' },
      ],
    },
    { name: 'answer', type: 'textarea', label: 'Réponse' },
    { name: 'answeredAt', type: 'date', label: 'Répondu le' },
    { name: 'answeredBy', type: 'relationship', relationTo: 'users', label: 'Saisie par' },
    {
      name: 'source',
      type: 'select',
      label: 'Reçue par',
      options: [
        { value: 'link', label: 'Page de suivi' },
        { value: 'letter', label: 'Courrier' },
        { value: 'phone', label: 'Téléphone' },
        { value: 'email', label: 'Courriel' },
      ],
    },
    { name: 'cancelReason', type: 'textarea', label: 'Motif d’annulation' },
    { name: 'remindedAt', type: 'date', label: 'Rappel envoyé le', admin: { hidden: true } },
  ],
}
