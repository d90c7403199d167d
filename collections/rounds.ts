import type { CollectionConfig } from 'payload'
import { roundsReaders } from '../access/files-of-adhesions.ts'
import { workflowRecord } from './fields/closed.ts'

export const Rounds: CollectionConfig = {
  slug: 'rounds',
  labels: { singular: 'Scrutin', plural: 'Scrutins' },
  ...workflowRecord(roundsReaders),
  indexes: [{ fields: ['subject', 'round'], unique: true }, { fields: ['status', 'closesAt'] }],
  admin: { group: 'Adhésions', useAsTitle: 'subject', hidden: true },
  fields: [
    { name: 'subject', type: 'text', label: 'Objet', required: true },
    { name: 'round', type: 'number', label: 'Tour', required: true },
    { name: 'body', type: 'relationship', relationTo: 'governance-bodies', label: 'Instance', required: true },
    {
      name: 'mode',
      type: 'select',
      label: 'Mode',
      required: true,
      options: [
        { value: 'online', label: 'En ligne' },
        { value: 'session', label: 'En séance' },
      ],
    },
    {
      name: 'status',
      type: 'select',
      label: 'État',
      required: true,
      options: [
        { value: 'open', label: 'Ouvert' },
        { value: 'suspended', label: 'Suspendu' },
        { value: 'awaiting-confirmation', label: 'En attente de confirmation' },
        { value: 'closed', label: 'Clos' },
        { value: 'void', label: 'Annulé' },
      ],
    },
    { name: 'rule', type: 'json', label: 'Règle', required: true, admin: { hidden: true } },
    { name: 'electorate', type: 'json', label: 'Membres appelés à voter', required: true, admin: { hidden: true } },
    { name: 'recused', type: 'json', label: 'Membres déportés', required: true, admin: { hidden: true } },
    { name: 'questions', type: 'json', label: 'Questions de déport', admin: { hidden: true } },
    { name: 'chair', type: 'relationship', relationTo: 'people', label: 'Présidence' },
    { name: 'opensAt', type: 'date', label: 'Ouvre le', required: true },
    { name: 'closesAt', type: 'date', label: 'Se termine le' },
    { name: 'closedAt', type: 'date', label: 'Clos le' },
    { name: 'halfNoticeAt', type: 'date', admin: { hidden: true } },
    { name: 'lastDayNoticeAt', type: 'date', admin: { hidden: true } },
    { name: 'sweptOn', type: 'text', admin: { hidden: true } },
    {
      name: 'outcome',
      type: 'select',
      label: 'Résultat',
      options: [
        { value: 'approved', label: 'Approuvée' },
        { value: 'rejected', label: 'Refusée' },
        { value: 'referred', label: 'Renvoyée en séance' },
      ],
    },
    { name: 'tally', type: 'json', label: 'Décompte', admin: { hidden: true } },
    { name: 'session', type: 'json', label: 'Séance', admin: { hidden: true } },
    { name: 'recordedBy', type: 'relationship', relationTo: 'users', label: 'Enregistrée par' },
    { name: 'confirmedBy', type: 'relationship', relationTo: 'people', label: 'Confirmée par' },
    { name: 'voidReason', type: 'textarea', label: 'Motif d’annulation' },
  ],
}
