import type { CollectionConfig } from 'payload'
import { adoptedOrInsider } from '../access/adopted-or-insider.ts'
import { deletableDrafts } from '../access/deletable-drafts.ts'
import { nobody } from '../access/nobody.ts'
import { secretariatOnly } from '../access/secretariat-only.ts'
import { secretariatOrBureau } from '../access/secretariat-or-bureau.ts'
import { staffOnly } from '../access/staff-only.ts'
import { adoptedIsForGood, adoptedStays } from '../hooks/adopted-is-for-good.ts'
import { guardProtected } from '../hooks/guard-protected.ts'
import { charterEndpoints } from '../src/api/governance/charter-versions.ts'
import { importEndpoint } from '../src/api/import/import-endpoint.ts'
import { CHARTER_KIND } from '../src/site/kinds/charter/kind.ts'
import { dayField } from './fields/day.ts'
import { secondPersonFields } from './fields/second-person.ts'

/** The form of an adopted version is read; that nothing changes it is held by `adoptedIsForGood`. */
const whileDraft = { update: ({ doc }: { doc?: { status?: unknown } }): boolean => doc?.status !== 'adopted' }

const isAdopted = (data: { status?: unknown }): boolean => data.status === 'adopted'

export const CharterVersions: CollectionConfig = {
  slug: 'charter-versions',
  custom: { kind: CHARTER_KIND },
  labels: { singular: 'Version de la charte', plural: 'Versions de la charte' },
  access: {
    create: secretariatOnly,
    read: adoptedOrInsider,
    update: secretariatOnly,
    delete: deletableDrafts,
    readVersions: nobody,
    unlock: nobody,
    admin: staffOnly,
  },
  hooks: {
    beforeOperation: [
      guardProtected({
        status: 'draft',
        canonicalText: null,
        sha256: null,
        effectiveOn: null,
        deliberation: null,
        adoptedAt: null,
        rev: 0,
        pending: null,
      }),
    ],
    beforeChange: [adoptedIsForGood],
    beforeDelete: [adoptedStays],
  },
  endpoints: [importEndpoint('charter'), ...charterEndpoints],
  indexes: [{ fields: ['status', 'effectiveOn'] }],
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Charte',
    useAsTitle: 'title',
    defaultColumns: ['title', 'number', 'binds', 'status', 'effectiveOn'],
    pagination: { defaultLimit: 25 },
    description: 'Les textes de la charte. Une version adoptée ne change plus, pour personne.',
    hideAPIURL: true,
    components: {
      beforeListTable: [
        { path: '/src/admin/import/ImportText.tsx#ImportText', clientProps: { collection: 'charter-versions' } },
      ],
      Description: '/src/admin/pending/PendingPanel.tsx#PendingPanel',
      edit: { SaveButton: '/src/admin/edit/SaveDraft.tsx#SaveDraft' },
    },
  },
  fields: [
    { name: 'number', type: 'number', label: 'Numéro', required: true, unique: true, min: 1, access: whileDraft },
    { name: 'title', type: 'text', label: 'Titre', required: true, maxLength: 200, access: whileDraft },
    {
      name: 'binds',
      type: 'select',
      label: 'Engage',
      required: true,
      defaultValue: 'both',
      access: whileDraft,
      options: [
        { value: 'member', label: 'Les adhérents' },
        { value: 'partner', label: 'Les partenaires' },
        { value: 'both', label: 'Les adhérents et les partenaires' },
      ],
    },
    {
      name: 'resignRequired',
      type: 'checkbox',
      label: 'Les membres actuels doivent la signer de nouveau',
      defaultValue: false,
      access: whileDraft,
    },
    {
      name: 'content',
      type: 'richText',
      label: 'Texte',
      required: true,
      access: { read: secretariatOrBureau, ...whileDraft },
      admin: { description: 'À l’adoption, ce texte est figé\u00a0: c’est lui que les membres signent.' },
    },
    {
      name: 'signatureLines',
      type: 'textarea',
      label: 'Cadre de signature',
      maxLength: 600,
      access: whileDraft,
      admin: {
        description:
          'Ce que l’on remplit à la main sur la version imprimée, une ligne par mention. Ce cadre ne fait pas partie du texte figé.',
      },
    },
    { name: 'canonicalText', type: 'textarea', label: 'Texte figé', admin: { hidden: true } },
    {
      name: 'status',
      type: 'select',
      label: 'État',
      required: true,
      index: true,
      defaultValue: 'draft',
      options: [
        { value: 'draft', label: 'Projet' },
        { value: 'adopted', label: 'Adoptée' },
      ],
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'Une version s’adopte à deux\u00a0: une personne le propose, une autre confirme.',
        components: { Cell: '/src/admin/cells/CharterStatusCell.tsx#CharterStatusCell' },
      },
    },
    dayField({
      name: 'effectiveOn',
      label: 'Entre en vigueur le',
      readOnly: true,
      index: true,
      position: 'sidebar',
      condition: isAdopted,
    }),
    {
      name: 'deliberation',
      type: 'text',
      label: 'Référence de la délibération',
      maxLength: 200,
      admin: { readOnly: true, position: 'sidebar', condition: isAdopted },
    },
    {
      name: 'sha256',
      type: 'text',
      label: 'Empreinte SHA-256',
      admin: {
        readOnly: true,
        position: 'sidebar',
        condition: isAdopted,
        description: 'Du texte figé, octet par octet.',
      },
    },
    {
      name: 'adoptedAt',
      type: 'date',
      label: 'Adoption confirmée le',
      admin: { readOnly: true, position: 'sidebar', condition: isAdopted },
    },
    ...secondPersonFields(),
  ],
}
