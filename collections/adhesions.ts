import type { CollectionConfig } from 'payload'
import { adhesionReaders } from '../access/files-of-adhesions.ts'
import { foldSearched } from '../hooks/fold-searched.ts'
import { noteExport } from '../hooks/note-export.ts'
import { onlyUseCases } from '../hooks/only-use-cases.ts'
import { STATES, STATE_LABELS } from '../src/adhesion/lifecycle/states.ts'
import { adhesionEndpoints } from '../src/api/adhesions/endpoints.ts'
import { workflowRecord } from './fields/closed.ts'
import { underOwnName } from './fields/server-cells.ts'
import { exportLinks } from './fields/export-links.ts'
import { listFilters } from './fields/list-filters.ts'
import { inLists } from './fields/in-lists.ts'
import { ORGANISATION_IN_HAND } from './fields/in-hand.ts'
import { organisationFields, otherDeclaredFields, personFields } from './fields/organisation.ts'

/** What one looks for files by. */
const IN_LISTS = [
  'reference',
  'kind',
  'status',
  'organisation.legalName',
  'organisation.siret',
  'organisation.address.city',
  'organisation.address.region',
  'signedAt',
  'enteredStateAt',
  'termOn',
  'claimedBy',
  'decidedOn',
]

export const Adhesions: CollectionConfig = {
  slug: 'adhesions',
  labels: { singular: 'Demande d’adhésion', plural: 'Demandes d’adhésion' },
  ...workflowRecord(adhesionReaders),
  hooks: { beforeOperation: [onlyUseCases, foldSearched('organisation.legalName')], afterOperation: [noteExport] },
  endpoints: adhesionEndpoints,
  indexes: [
    { fields: ['status', 'createdAt'] },
    { fields: ['status', 'enteredStateAt'] },
    { fields: ['status', 'termOn'] },
    { fields: ['everSubmitted', 'createdAt'] },
  ],
  admin: {
    group: 'Adhésions',
    useAsTitle: 'title',
    description: 'Les demandes reçues, de leur dépôt à la décision du Bureau.',
    defaultColumns: ['reference', 'organisation.legalName', 'status', 'enteredStateAt', 'termOn', 'claimedBy'],
    listSearchableFields: ['reference', 'searchKey', ...ORGANISATION_IN_HAND],
    pagination: { defaultLimit: 25 },
    hideAPIURL: true,
    components: {
      beforeListTable: [listFilters('adhesions'), exportLinks('adhesions'), '/src/admin/lists/OnSeveral.tsx#OnSeveral'],
      views: { edit: { root: { Component: '/src/admin/adhesion/FileView.tsx#FileView' } } },
    },
  },
  fields: inLists(
    [
      { name: 'title', type: 'text', label: 'Intitulé', admin: { hidden: true } },
      { name: 'reference', type: 'text', label: 'Référence', required: true, unique: true },
      {
        name: 'kind',
        type: 'select',
        label: 'Demande à devenir',
        required: true,
        options: [
          { value: 'member', label: 'Adhérent' },
          { value: 'partner', label: 'Partenaire' },
        ],
      },
      {
        name: 'status',
        type: 'select',
        label: 'État',
        required: true,
        index: true,
        options: STATES.map((value) => ({ value, label: STATE_LABELS[value] })),
        admin: { components: { Cell: '/src/admin/cells/StateCell.tsx#StateCell' } },
      },
      { name: 'rev', type: 'number', label: 'Révision', required: true, defaultValue: 0, admin: { hidden: true } },
      { name: 'slot', type: 'text', label: 'Place', required: true, unique: true, hidden: true },
      {
        name: 'identifierKey',
        type: 'text',
        label: 'Identifiant',
        required: true,
        index: true,
        admin: { hidden: true },
      },
      { name: 'searchKey', type: 'text', label: 'nom de l’organisme', index: true, admin: { hidden: true } },
      {
        name: 'everSubmitted',
        type: 'checkbox',
        label: 'Déjà signée une fois',
        defaultValue: false,
        index: true,
        admin: { hidden: true },
      },
      {
        name: 'organisation',
        type: 'group',
        label: 'Organisme',
        fields: organisationFields().map((field) =>
          'name' in field && field.name === 'legalName' && field.type === 'text'
            ? underOwnName({ ...field, label: 'Organisme' })
            : field,
        ),
      },
      {
        name: 'representative',
        type: 'group',
        label: 'Représentant qui signe',
        fields: personFields('representative', true),
      },
      { name: 'contact', type: 'group', label: 'Contact', fields: personFields('contact') },
      { name: 'representativeEmailKey', type: 'text', required: true, index: true, hidden: true },
      { name: 'contactEmailKey', type: 'text', index: true, hidden: true },
      // The addresses to which a link was sent that somebody used: proof that the address is theirs.
      { name: 'representativeProvenKey', type: 'text', hidden: true },
      { name: 'contactProvenKey', type: 'text', hidden: true },
      // Of what a federation sent by its key: whose it is, and whom of it one writes to.
      { name: 'federation', type: 'relationship', relationTo: 'members', label: 'Déposée par le réseau', index: true },
      { name: 'apiKey', type: 'relationship', relationTo: 'api-keys', hidden: true },
      { name: 'federationContact', type: 'text', label: 'Contact du réseau' },
      { name: 'federationContactKey', type: 'text', hidden: true },
      // The line of a batch that it was; absent, never null, for others.
      { name: 'submittedUnder', type: 'text', unique: true, hidden: true },
      ...otherDeclaredFields(),
      { name: 'privacyNoticeVersion', type: 'text', label: 'Version de la notice d’information lue' },
      {
        name: 'charterVersion',
        type: 'relationship',
        relationTo: 'charter-versions',
        label: 'Version de la charte',
        required: true,
      },
      { name: 'signature', type: 'relationship', relationTo: 'charter-signatures', label: 'Signature valable' },
      { name: 'signedAt', type: 'date', label: 'Signée le' },
      {
        name: 'enteredStateAt',
        type: 'date',
        label: 'Dans cet état',
        required: true,
        admin: { components: { Cell: '/src/admin/cells/AgeCell.tsx#AgeCell' } },
      },
      {
        name: 'termOn',
        type: 'text',
        label: 'Échéance',
        admin: { components: { Cell: '/src/admin/cells/TermCell.tsx#TermCell' } },
      },
      { name: 'claimedBy', type: 'relationship', relationTo: 'users', label: 'Instruite par' },
      { name: 'claimedAt', type: 'date', label: 'Prise en charge le' },
      {
        name: 'powerToBind',
        type: 'group',
        label: 'Pouvoir d’engager l’organisme',
        fields: [
          { name: 'source', type: 'text', label: 'Source vérifiée' },
          { name: 'checkedBy', type: 'relationship', relationTo: 'users', label: 'Vérifié par' },
          { name: 'checkedAt', type: 'date', label: 'Vérifié le' },
        ],
      },
      { name: 'round', type: 'number', label: 'Tour de scrutin', defaultValue: 0 },
      { name: 'currentRound', type: 'relationship', relationTo: 'rounds', label: 'Scrutin en cours' },
      {
        name: 'decidedOn',
        type: 'text',
        label: 'Décidée le',
        index: true,
        admin: { components: { Cell: '/src/admin/cells/DayCell.tsx#DayCell' } },
      },
      { name: 'member', type: 'relationship', relationTo: 'members', label: 'Membre' },
      {
        name: 'refusal',
        type: 'group',
        label: 'Refus',
        fields: [
          { name: 'text', type: 'textarea', label: 'Motif écrit pour l’organisme' },
          { name: 'approvedBy', type: 'relationship', relationTo: 'people', label: 'Approuvé par' },
          { name: 'notifiedAt', type: 'date', label: 'Notifié le' },
          { name: 'overdueNoticeAt', type: 'date', label: 'Alerte envoyée le', admin: { hidden: true } },
        ],
      },
      { name: 'closeReason', type: 'text', label: 'Motif de classement' },
      { name: 'endedAt', type: 'date', label: 'Terminée le' },
      { name: 'reopenAgreement', type: 'text', label: 'Accord pour la réouverture', admin: { hidden: true } },
      { name: 'expiryNoticeAt', type: 'date', label: 'Rappel d’expiration envoyé le', admin: { hidden: true } },
      { name: 'linkSentAt', type: 'date', label: 'Lien de signature envoyé le' },
      { name: 'warnings', type: 'json', label: 'Points à vérifier', admin: { hidden: true } },
      { name: 'anonymisedAt', type: 'date', label: 'Anonymisée le', admin: { hidden: true } },
    ],
    IN_LISTS,
  ),
}
