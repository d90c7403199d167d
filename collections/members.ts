import type { CollectionConfig, Field } from 'payload'
import { listedOrInsider } from '../access/listed-or-insider.ts'
import { nobody } from '../access/nobody.ts'
import { secretariatOnly } from '../access/secretariat-only.ts'
import { secretariatOrBureau } from '../access/secretariat-or-bureau.ts'
import { foldSearched } from '../hooks/fold-searched.ts'
import { guardProtected } from '../hooks/guard-protected.ts'
import { madeByUseCase } from '../hooks/made-by-use-case.ts'
import { membersOnADay } from '../hooks/members-on-a-day.ts'
import { noNetworkOfItself } from '../hooks/no-network-of-itself.ts'
import { noteExport } from '../hooks/note-export.ts'
import { searchableName } from '../hooks/searchable-name.ts'
import { memberEndpoints } from '../src/api/governance/members.ts'
import { MEMBER_STATUSES, ORIGIN_LABELS, ORIGINS } from '../src/membership/statuses.ts'
import { MEMBER_STATUS_LABELS } from '../src/record/facts/labels.ts'
import { MEMBER_KIND } from '../src/site/kinds/members/kind.ts'
import { byProposal } from './fields/by-proposal.ts'
import { dayField } from './fields/day.ts'
import { exportLinks } from './fields/export-links.ts'
import { listFilters } from './fields/list-filters.ts'
import { ORGANISATION_IN_HAND } from './fields/in-hand.ts'
import { organisationFields, personFields, publicFields } from './fields/organisation.ts'
import { underOwnName } from './fields/server-cells.ts'
import { historyTab } from './fields/history-tab.ts'
import { confirmationFields, secondPersonFields } from './fields/second-person.ts'

/** Of the secretariat and the Bureau alone: the directory shows an organisation, never its people. */
const insiders = { read: secretariatOrBureau }

/** Found and checked when the organisation joined: a member with another number is another organisation. */
const IDENTIFIERS = new Set(['siret', 'siren', 'rna', 'country', 'registerNumber'])

const withInsiders = (fields: Field[]): Field[] =>
  fields.map(
    (field) =>
      ('name' in field
        ? {
            ...field,
            access: {
              ...('access' in field ? field.access : {}),
              ...insiders,
              ...(IDENTIFIERS.has(field.name) ? byProposal : {}),
            },
          }
        : field) as Field,
  )

const hasEnded = (data: { endedOn?: unknown }): boolean => Boolean(data.endedOn)

export const Members: CollectionConfig = {
  slug: 'members',
  custom: { kind: MEMBER_KIND },
  labels: { singular: 'Membre', plural: 'Membres' },
  access: {
    // By adhesion, or by `POST /api/members`, whose form the panel's own cannot be: it takes the signed paper.
    create: nobody,
    read: listedOrInsider,
    update: secretariatOnly,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: secretariatOrBureau,
  },
  hooks: {
    afterOperation: [noteExport],
    beforeOperation: [
      madeByUseCase,
      foldSearched('legalName'),
      membersOnADay,
      guardProtected({
        kind: undefined,
        origin: undefined,
        status: 'active',
        slot: undefined,
        identifierKey: undefined,
        'organisation.siren': undefined,
        'organisation.siret': undefined,
        'organisation.rna': undefined,
        'organisation.country': undefined,
        'organisation.registerNumber': undefined,
        adhesion: null,
        signature: null,
        effectiveOn: undefined,
        endedOn: null,
        deliberation: undefined,
        confirmed: false,
        enteredBy: null,
        confirmedBy: null,
        confirmedAt: null,
        rev: 0,
        pending: null,
        networkProposed: null,
      }),
    ],
    beforeValidate: [noNetworkOfItself],
    beforeChange: [searchableName],
  },
  endpoints: memberEndpoints,
  indexes: [{ fields: ['status', 'searchKey'] }, { fields: ['confirmed', 'status', 'searchKey'] }],
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Adhésions',
    useAsTitle: 'legalName',
    defaultColumns: ['legalName', 'kind', 'status', 'directory.region', 'effectiveOn'],
    pagination: { defaultLimit: 25 },
    listSearchableFields: ['searchKey', ...ORGANISATION_IN_HAND],
    description: 'Les organismes qui ont rejoint la CPOF.',
    hideAPIURL: true,
    components: {
      Description: '/src/admin/pending/PendingPanel.tsx#PendingPanel',
      views: historyTab('Historique', '/src/admin/history/MemberHistory.tsx#MemberHistory'),
      beforeListTable: [
        '/src/admin/lists/EnterMember.tsx#EnterMember',

        listFilters('members'),
        '/src/admin/lists/OnDay.tsx#OnDay',
        exportLinks('members', { mailings: true }),
      ],
    },
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Annuaire',
          description: 'Ce que chacun lit sur le site.',
          fields: [
            { name: 'legalName', type: 'text', label: 'Dénomination', required: true, maxLength: 200 },
            { name: 'acronym', type: 'text', label: 'Sigle', maxLength: 50 },
            {
              name: 'directory',
              type: 'group',
              label: 'Annuaire public',
              fields: [
                { name: 'listed', type: 'checkbox', label: 'Paraît dans l’annuaire', defaultValue: true, index: true },
                ...publicFields().map((field) =>
                  field.type === 'text' && field.name === 'region' ? underOwnName({ ...field, index: true }) : field,
                ),
              ],
            },
          ],
        },
        {
          label: 'Adhésion',
          description:
            'Comment l’organisme est devenu membre. Le statut se propose et se confirme à deux\u00a0; la qualité change par une nouvelle demande.',
          fields: [
            {
              name: 'kind',
              type: 'select',
              label: 'Qualité',
              required: true,
              index: true,
              access: byProposal,
              options: [
                { value: 'member', label: 'Adhérent' },
                { value: 'partner', label: 'Partenaire' },
              ],
            },
            {
              name: 'status',
              type: 'select',
              label: 'Statut',
              required: true,
              index: true,
              defaultValue: 'active',
              options: MEMBER_STATUSES.map((value) => ({ value, label: MEMBER_STATUS_LABELS[value] })),
              access: { ...insiders, ...byProposal },
              admin: { components: { Cell: '/src/admin/cells/MemberStatusCell.tsx#MemberStatusCell' } },
            },
            { ...dayField({ name: 'effectiveOn', label: 'Membre depuis le', required: true }), access: byProposal },
            {
              ...dayField({ name: 'endedOn', label: 'Dernier jour comme membre', condition: hasEnded }),
              access: { ...insiders, ...byProposal },
            },
            {
              name: 'origin',
              type: 'select',
              label: 'Origine',
              required: true,
              options: ORIGINS.map((value) => ({ value, label: ORIGIN_LABELS[value] })),
              access: { ...insiders, ...byProposal },
            },
            {
              name: 'deliberation',
              type: 'text',
              label: 'Référence de la délibération',
              maxLength: 200,
              access: { ...insiders, ...byProposal },
            },
            {
              name: 'adhesion',
              type: 'relationship',
              relationTo: 'adhesions',
              label: 'Demande d’adhésion',
              unique: true,
              access: { ...insiders, ...byProposal },
            },
            {
              name: 'signature',
              type: 'relationship',
              relationTo: 'charter-signatures',
              label: 'Signature de la charte',
              access: { ...insiders, ...byProposal },
            },
            {
              name: 'network',
              type: 'relationship',
              relationTo: 'members',
              label: 'Réseau',
              access: insiders,
              admin: {
                description:
                  'Le membre qui fédère cet organisme, s’il y en a un. L’annuaire le nomme si tous deux y paraissent.',
              },
            },
            {
              name: 'networkProposed',
              type: 'relationship',
              relationTo: 'members',
              label: 'Réseau proposé',
              access: { ...insiders, ...byProposal },
              admin: {
                condition: (data) => Boolean(data['networkProposed']),
                description:
                  'Le réseau qui a déposé la demande de cet organisme. Le secrétariat le confirme ou l’écarte.',
              },
            },
          ],
        },
        {
          label: 'Organisme',
          description: 'Ce que l’organisme a déclaré. Les identifiants, vérifiés à l’entrée, ne se modifient pas.',
          fields: [
            {
              name: 'organisation',
              type: 'group',
              label: false,
              access: insiders,
              fields: withInsiders(organisationFields()),
            },
          ],
        },
        {
          label: 'Personnes',
          fields: [
            {
              name: 'representative',
              type: 'group',
              label: 'Représentant',
              access: insiders,
              fields: withInsiders(personFields('representative')),
            },
            {
              name: 'contact',
              type: 'group',
              label: 'Contact',
              access: insiders,
              fields: withInsiders(personFields('contact')),
            },
          ],
        },
      ],
    },
    { name: 'slot', type: 'text', required: true, unique: true, hidden: true },
    {
      name: 'identifierKey',
      type: 'text',
      label: 'Identifiant',
      required: true,
      index: true,
      access: insiders,
      admin: { hidden: true },
    },
    {
      name: 'searchKey',
      type: 'text',
      label: 'dénomination ou sigle',
      index: true,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    ...confirmationFields(),
    ...secondPersonFields(),
  ],
}
