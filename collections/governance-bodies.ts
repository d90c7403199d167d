import type { CollectionConfig } from 'payload'
import { anybody } from '../access/anybody.ts'
import { nobody } from '../access/nobody.ts'
import { secretariatOnly } from '../access/secretariat-only.ts'
import { staffOnly } from '../access/staff-only.ts'
import { guardProtected } from '../hooks/guard-protected.ts'
import { oneValidatingBody } from '../hooks/one-validating-body.ts'
import { bodyEndpoints } from '../src/api/governance/bodies.ts'
import { COMPETENCES, COMPETENCE_LABELS } from '../src/governance/competences.ts'
import { DEFAULT_RULE, TIE_LABELS, TIES } from '../src/governance/rule.ts'
import { BODY_KIND } from '../src/site/kinds/bodies/kind.ts'
import { historyTab } from './fields/history-tab.ts'
import { secondPersonFields } from './fields/second-person.ts'

export const GovernanceBodies: CollectionConfig = {
  slug: 'governance-bodies',
  custom: { kind: BODY_KIND },
  labels: { singular: 'Instance', plural: 'Instances' },
  access: {
    create: secretariatOnly,
    read: anybody,
    update: secretariatOnly,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: staffOnly,
  },
  hooks: {
    beforeOperation: [
      guardProtected({
        competences: [],
        'rule.quorumNumerator': DEFAULT_RULE.quorum.numerator,
        'rule.quorumDenominator': DEFAULT_RULE.quorum.denominator,
        'rule.minimumFor': DEFAULT_RULE.minimumFor,
        'rule.tie': DEFAULT_RULE.tie,
        'rule.proxiesPerPerson': DEFAULT_RULE.proxies.perPerson,
        'rule.proxiesCountForQuorum': DEFAULT_RULE.proxies.countForQuorum,
        'rule.ballotDays': DEFAULT_RULE.ballotDays,
        'rule.article': null,
        rev: 0,
        pending: null,
      }),
    ],
    beforeValidate: [oneValidatingBody],
  },
  endpoints: bodyEndpoints,
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Instances',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'competences'],
    pagination: { defaultLimit: 25 },
    description: 'Les instances de la CPOF, ce qu’elles décident et selon quelle règle.',
    hideAPIURL: true,
    components: {
      Description: '/src/admin/pending/PendingPanel.tsx#PendingPanel',
      views: historyTab('Composition', '/src/admin/history/BodyComposition.tsx#BodyComposition'),
    },
  },
  fields: [
    { name: 'name', type: 'text', label: 'Nom', required: true, maxLength: 120 },
    {
      name: 'slug',
      type: 'text',
      label: 'Adresse',
      required: true,
      unique: true,
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) ||
        'Des minuscules, des chiffres et des tirets, par exemple «\u00a0bureau\u00a0».',
      admin: { position: 'sidebar', description: 'Ce qui désigne l’instance dans l’adresse de ses pages.' },
    },
    {
      name: 'kind',
      type: 'select',
      label: 'Nature',
      required: true,
      options: [
        { value: 'assembly', label: 'Assemblée générale' },
        { value: 'bureau', label: 'Bureau' },
        { value: 'scientific-committee', label: 'Comité scientifique' },
        { value: 'working-group', label: 'Groupe de travail' },
      ],
    },
    { name: 'mission', type: 'textarea', label: 'Mission', maxLength: 4000 },
    {
      name: 'joinableBy',
      type: 'select',
      hasMany: true,
      label: 'Ouverte aux',
      options: [
        { value: 'member', label: 'Adhérents' },
        { value: 'partner', label: 'Partenaires' },
      ],
      admin: {
        description: 'Qui peut y siéger de sa propre initiative. Laissez vide pour une instance élue ou désignée.',
      },
    },
    {
      name: 'competences',
      type: 'select',
      hasMany: true,
      label: 'Compétences',
      options: COMPETENCES.map((value) => ({ value, label: COMPETENCE_LABELS[value] })),
      admin: { hidden: true },
    },
    {
      name: 'ruleInWords',
      type: 'ui',
      admin: { disableListColumn: true, components: { Field: '/src/admin/fields/RuleField.tsx#RuleField' } },
    },
    {
      // Shown in words by the field before it; each ballot keeps the rule of the day on which it opened.
      name: 'rule',
      type: 'group',
      label: 'Règle de décision',
      admin: { hidden: true },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'quorumNumerator',
              type: 'number',
              label: 'Quorum\u00a0: part',
              required: true,
              min: 0,
              defaultValue: DEFAULT_RULE.quorum.numerator,
            },
            {
              name: 'quorumDenominator',
              type: 'number',
              label: 'sur',
              required: true,
              min: 1,
              defaultValue: DEFAULT_RULE.quorum.denominator,
            },
          ],
        },
        {
          name: 'minimumFor',
          type: 'number',
          label: 'Voix pour, au moins',
          required: true,
          min: 1,
          defaultValue: DEFAULT_RULE.minimumFor,
        },
        {
          name: 'tie',
          type: 'select',
          label: 'En cas d’égalité',
          required: true,
          defaultValue: DEFAULT_RULE.tie,
          options: TIES.map((value) => ({ value, label: TIE_LABELS[value] })),
        },
        {
          name: 'proxiesPerPerson',
          type: 'number',
          label: 'Pouvoirs par personne présente',
          required: true,
          min: 0,
          defaultValue: DEFAULT_RULE.proxies.perPerson,
        },
        {
          name: 'proxiesCountForQuorum',
          type: 'checkbox',
          label: 'Les pouvoirs comptent pour le quorum',
          defaultValue: DEFAULT_RULE.proxies.countForQuorum,
        },
        {
          name: 'ballotDays',
          type: 'number',
          label: 'Durée d’un scrutin en ligne, en jours',
          required: true,
          min: 1,
          max: 365,
          defaultValue: DEFAULT_RULE.ballotDays,
        },
        { name: 'article', type: 'text', label: 'Article des statuts', maxLength: 120 },
      ],
    },
    { name: 'validationSlot', type: 'text', unique: true, hidden: true },
    ...secondPersonFields(),
  ],
}
