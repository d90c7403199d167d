import { countries } from '../../../organisation/countries.ts'
import { LEGAL_FORMS } from '../../../organisation/legal-form.ts'
import { QUALIOPI_CATEGORIES, QUALIOPI_STATUSES } from '../../../organisation/qualiopi.ts'
import { REGIONS } from '../../../organisation/region.ts'
import { fr } from '../../../content/typography.ts'
import type { FieldSpec } from '../form/field-spec.ts'

/** Fields that one thinks of together. */
export type FieldGroup = { title: string; intro?: string; fields: readonly FieldSpec[] }

const asOptions = (list: readonly { id: string; label: string }[]) =>
  list.map(({ id, label }) => ({ value: id, label }))

const KIND: FieldGroup = {
  title: 'La demande',
  fields: [
    {
      path: 'kind',
      control: 'radios',
      label: fr`Votre organisme souhaite devenir`,
      options: [
        { value: 'member', label: 'Adhérent', hint: 'Un organisme qui forme, établi en France.' },
        {
          value: 'partner',
          label: 'Partenaire',
          hint: 'Un organisme qui soutient nos travaux, en France ou ailleurs.',
        },
      ],
    },
  ],
}

const ORGANISATION: FieldGroup = {
  title: 'L’organisme',
  fields: [
    {
      path: 'organisation.legalName',
      control: 'text',
      label: 'Nom légal',
      hint: 'Tel qu’il figure dans les statuts ou au registre.',
      autoComplete: 'organization',
    },
    { path: 'organisation.acronym', control: 'text', label: 'Sigle', optional: true, width: 'medium' },
    {
      path: 'organisation.legalForm',
      control: 'select',
      label: 'Forme juridique',
      optional: true,
      options: asOptions(LEGAL_FORMS),
    },
    {
      path: 'organisation.siret',
      control: 'text',
      label: 'SIRET',
      hint: '14 chiffres. Un organisme établi hors de France laisse ce champ vide.',
      optional: '(obligatoire en France)',
      inputMode: 'numeric',
      width: 'medium',
      spellCheck: false,
    },
    {
      path: 'organisation.rna',
      control: 'text',
      label: 'Numéro RNA',
      hint: fr`Pour une association : W suivi de neuf caractères.`,
      optional: true,
      width: 'medium',
      spellCheck: false,
    },
    {
      path: 'organisation.nda',
      control: 'text',
      label: 'Numéro de déclaration d’activité (NDA)',
      hint: '11 caractères, donnés par la préfecture de région.',
      optional: true,
      inputMode: 'text',
      width: 'medium',
      spellCheck: false,
    },
    {
      path: 'organisation.country',
      control: 'select',
      label: 'Pays',
      hint: 'À choisir pour un partenaire établi hors de France.',
      optional: '(hors de France)',
      options: countries().map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      path: 'organisation.registerNumber',
      control: 'text',
      label: 'Numéro au registre',
      hint: 'Registre du pays, ou registre du tribunal en Alsace et en Moselle.',
      optional: true,
      width: 'medium',
      spellCheck: false,
    },
    {
      path: 'organisation.website',
      control: 'url',
      label: 'Site web',
      optional: true,
      autoComplete: 'url',
      spellCheck: false,
    },
    {
      path: 'organisation.description',
      control: 'textarea',
      label: 'Présentation publique',
      hint: 'Quelques phrases pour l’annuaire des membres.',
      optional: true,
      rows: 5,
    },
  ],
}

const ADDRESS: FieldGroup = {
  title: 'L’adresse',
  fields: [
    { path: 'organisation.address.line1', control: 'text', label: 'Adresse', autoComplete: 'address-line1' },
    {
      path: 'organisation.address.line2',
      control: 'text',
      label: 'Complément d’adresse',
      optional: true,
      autoComplete: 'address-line2',
    },
    {
      path: 'organisation.address.postalCode',
      control: 'text',
      label: 'Code postal',
      autoComplete: 'postal-code',
      width: 'short',
    },
    { path: 'organisation.address.city', control: 'text', label: 'Commune', autoComplete: 'address-level2' },
    {
      path: 'organisation.address.region',
      control: 'select',
      label: 'Région',
      hint: 'À préciser seulement si le code postal en couvre plusieurs.',
      optional: true,
      options: REGIONS.map(({ code, name }) => ({ value: code, label: name })),
    },
  ],
}

const QUALIOPI: FieldGroup = {
  title: 'La certification Qualiopi',
  intro: 'Elle n’est pas exigée pour nous rejoindre.',
  fields: [
    {
      path: 'organisation.qualiopi.status',
      control: 'select',
      label: 'Situation',
      optional: true,
      options: asOptions(QUALIOPI_STATUSES),
    },
    { path: 'organisation.qualiopi.certifier', control: 'text', label: 'Certificateur', optional: true },
    {
      path: 'organisation.qualiopi.certificateNumber',
      control: 'text',
      label: 'Numéro du certificat',
      optional: true,
      width: 'medium',
      spellCheck: false,
    },
    {
      path: 'organisation.qualiopi.categories',
      control: 'checkboxes',
      label: 'Actions concernées',
      optional: true,
      options: asOptions(QUALIOPI_CATEGORIES),
    },
    {
      path: 'organisation.qualiopi.validFrom',
      control: 'date',
      label: 'Valable à partir du',
      optional: true,
      width: 'medium',
    },
    {
      path: 'organisation.qualiopi.validUntil',
      control: 'date',
      label: 'Valable jusqu’au',
      optional: true,
      width: 'medium',
    },
  ],
}

export const REPRESENTATIVE: FieldGroup = {
  title: 'Le représentant qui signe',
  fields: [
    { path: 'representative.firstName', control: 'text', label: 'Prénom du représentant', spellCheck: false },
    { path: 'representative.lastName', control: 'text', label: 'Nom du représentant', spellCheck: false },
    {
      path: 'representative.function',
      control: 'text',
      label: 'Fonction',
      hint: fr`Par exemple : présidente, directeur général.`,
    },
    {
      path: 'representative.capacity',
      control: 'radios',
      label: 'Pouvoir de signer',
      options: [
        { value: 'legal-representative', label: 'Représentant légal' },
        {
          value: 'delegated',
          label: 'Par délégation de signature',
          hint: 'Le secrétariat pourra demander la délégation.',
        },
      ],
    },
    {
      path: 'representative.email',
      control: 'email',
      label: 'Adresse électronique du représentant',
      hint: 'Le lien de signature y est envoyé.',
      spellCheck: false,
    },
    {
      path: 'representative.phone',
      control: 'tel',
      label: 'Téléphone du représentant',
      optional: true,
      width: 'medium',
    },
  ],
}

const CONTACT: FieldGroup = {
  title: 'La personne à contacter',
  intro: 'À remplir si ce n’est pas le représentant. Elle reçoit le lien de suivi.',
  fields: [
    { path: 'contact.firstName', control: 'text', label: 'Prénom du contact', optional: true, spellCheck: false },
    { path: 'contact.lastName', control: 'text', label: 'Nom du contact', optional: true, spellCheck: false },
    { path: 'contact.function', control: 'text', label: 'Fonction du contact', optional: true },
    {
      path: 'contact.email',
      control: 'email',
      label: 'Adresse électronique du contact',
      optional: true,
      spellCheck: false,
    },
    { path: 'contact.phone', control: 'tel', label: 'Téléphone du contact', optional: true, width: 'medium' },
  ],
}

const MOTIVATION: FieldGroup = {
  title: 'Vos motivations',
  fields: [{ path: 'motivation', control: 'textarea', label: 'Pourquoi nous rejoindre', optional: true, rows: 6 }],
}

/** All that an applicant declares, in the order in which it is asked. */
export const DECLARATION: readonly FieldGroup[] = [
  KIND,
  ORGANISATION,
  ADDRESS,
  QUALIOPI,
  REPRESENTATIVE,
  CONTACT,
  MOTIVATION,
]
