import type { Field } from 'payload'
import { LEGAL_FORMS } from '../../src/organisation/legal-form.ts'
import { QUALIOPI_CATEGORIES, QUALIOPI_STATUSES } from '../../src/organisation/qualiopi.ts'
import { regionField } from './region.ts'
import { webAddress } from './web-address.ts'

const options = (choices: readonly { id: string; label: string }[]) =>
  choices.map(({ id, label }) => ({ value: id, label }))

/** What an organisation declares of itself: the same fields on the file and on the member. */
export function organisationFields(): Field[] {
  return [
    { name: 'legalName', type: 'text', label: 'Dénomination', required: true },
    { name: 'acronym', type: 'text', label: 'Sigle' },
    { name: 'legalForm', type: 'select', label: 'Forme juridique', options: options(LEGAL_FORMS) },
    { name: 'siret', type: 'text', label: 'SIRET' },
    { name: 'siren', type: 'text', label: 'SIREN', index: true },
    { name: 'country', type: 'text', label: 'Pays', defaultValue: 'FR' },
    { name: 'registerNumber', type: 'text', label: 'Numéro de registre étranger' },
    { name: 'rna', type: 'text', label: 'RNA' },
    { name: 'nda', type: 'text', label: 'Numéro de déclaration d’activité' },
    {
      name: 'qualiopi',
      type: 'group',
      label: 'Qualiopi',
      fields: [
        { name: 'status', type: 'select', label: 'Situation', options: options(QUALIOPI_STATUSES) },
        { name: 'certifier', type: 'text', label: 'Organisme certificateur' },
        { name: 'certificateNumber', type: 'text', label: 'Numéro de certificat' },
        {
          name: 'categories',
          type: 'select',
          hasMany: true,
          label: 'Catégories d’actions',
          options: options(QUALIOPI_CATEGORIES),
        },
        { name: 'validFrom', type: 'text', label: 'Valable du' },
        { name: 'validUntil', type: 'text', label: 'Valable jusqu’au' },
      ],
    },
    {
      name: 'address',
      type: 'group',
      label: 'Adresse',
      fields: [
        { name: 'line1', type: 'text', label: 'Adresse' },
        { name: 'line2', type: 'text', label: 'Complément' },
        { name: 'postalCode', type: 'text', label: 'Code postal' },
        { name: 'city', type: 'text', label: 'Commune' },
        regionField(),
      ],
    },
    webAddress({ name: 'website', label: 'Site internet', maxLength: 500 }),
    { name: 'description', type: 'textarea', label: 'Présentation publique' },
  ]
}

/** A person named in a declaration; the representative also has a function and a capacity. */
export function personFields(withCapacity: boolean, required = false): Field[] {
  return [
    { name: 'firstName', type: 'text', label: 'Prénom', required },
    { name: 'lastName', type: 'text', label: 'Nom', required },
    { name: 'function', type: 'text', label: 'Fonction' },
    ...(withCapacity
      ? [
          {
            name: 'capacity',
            type: 'select' as const,
            label: 'Qualité',
            options: [
              { value: 'legal-representative', label: 'Représentant légal' },
              { value: 'delegated', label: 'Personne ayant reçu délégation' },
            ],
          },
        ]
      : []),
    { name: 'email', type: 'text', label: 'Adresse électronique', required },
    { name: 'phone', type: 'text', label: 'Téléphone' },
  ]
}
