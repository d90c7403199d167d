import type { z } from 'zod'
import { choice, day, list, optional, optionalText, parsed, text, ticked } from '../input/fields.ts'
import { isRefused, refused, type Refused } from '../input/issue.ts'
import { countries, parseCountry } from './countries.ts'
import { email } from './email-field.ts'
import { registerCore } from './identifier-key.ts'
import { LEGAL_FORMS, parseLegalForm } from './legal-form.ts'
import { QUALIOPI_CATEGORIES, QUALIOPI_STATUSES } from './qualiopi.ts'
import { REGIONS } from './region.ts'
import { parseWebsite } from './website.ts'

/** What an organisation applies as: one that trains, or one that supports. */
export const KINDS = ['member', 'partner'] as const

/** By what power a representative signs. */
export const CAPACITIES = ['legal-representative', 'delegated'] as const

/** One of the values of a closed list; `help` says more of it where somebody chooses. */
type FieldOption = { value: string; label: string; help?: string }

/** What a field holds: how it is stored, asked for and shown follows from it. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'choice'
  | 'choices'
  | 'day'
  | 'email'
  | 'phone'
  | 'website'
  | 'country'
  | 'region'
  | 'siret'
  | 'tick'

/** One field that an applicant fills in: everything that is said of it, said here. */
export type DeclaredField = {
  /** Where it stands in what is sent, stored and shown. */
  path: string
  /** What it is called, in the form, in the panel and in what is exported. */
  label: string
  help?: string
  is: FieldKind
  /** How it is read, and within which bounds. */
  reads: z.ZodType
  /** Whether it may stay empty, in words where that depends on other fields. */
  optional?: true | string
  options?: readonly FieldOption[]
  /** Whether the public reads it in the directory; of a sole trader, whose business is a person, only what says so. */
  seenBy?: 'anybody' | 'anybody-of-sole-traders-too'
  /** What another value undoes after the signature: the organisation that signed, or who signed for it. */
  signed?: 'organisation' | 'signatory'
  /** How the browser helps to fill it in. */
  entry?: {
    autoComplete?: string
    inputMode?: 'numeric' | 'text'
    width?: 'short' | 'medium'
    spellCheck?: false
    rows?: number
  }
}

const named = { named: true } as const
const several = { lines: 'several' } as const

const idsOf = <Id extends string>(choices: readonly { id: Id }[]): Id[] => choices.map(({ id }) => id)
const optionsOf = (choices: readonly { id: string; label: string }[]): FieldOption[] =>
  choices.map(({ id, label }) => ({ value: id, label }))

/** A text of one line that a parser reads to one value. */
const readTo = <Name extends string>(
  longest: number,
  name: Name,
  parse: (text: string) => { [Key in Name]: string } | Refused,
) =>
  parsed(longest, (given) => {
    const read = parse(given)
    return isRefused(read) ? read : { value: read[name] }
  }).transform(({ value }) => value)

function legalForm(given: string): { id: string } | Refused {
  const id = parseLegalForm(given)
  return id ? { id } : refused('legal-form-unknown')
}

const registerNumber = (given: string): { registerNumber: string } | Refused =>
  registerCore(given) ? { registerNumber: given } : refused('register-number-format')

const narrow = { width: 'medium', spellCheck: false } as const

/**
 * Every field that an applicant fills in, in the order in which it is asked. The stored groups of files and members, the
 * body of the API, the site's forms, what a correction may change, the panel's facts and the directory's entry are drawn
 * from this table: a field is added by a row here, and `npm run generate`.
 */
export const DECLARED_FIELDS = [
  {
    path: 'kind',
    label: 'Votre organisme souhaite devenir',
    is: 'choice',
    reads: choice(KINDS),
    options: [
      { value: 'member', label: 'Adhérent', help: 'Un organisme qui forme, établi en France.' },
      { value: 'partner', label: 'Partenaire', help: 'Un organisme qui soutient nos travaux, en France ou ailleurs.' },
    ],
    signed: 'organisation',
  },
  {
    path: 'organisation.legalName',
    label: 'Dénomination',
    help: 'Telle qu’elle figure dans les statuts ou au registre.',
    is: 'text',
    reads: text(200, named),
    signed: 'organisation',
    entry: { autoComplete: 'organization' },
  },
  {
    path: 'organisation.acronym',
    label: 'Sigle',
    is: 'text',
    reads: optionalText(50, named),
    optional: true,
    entry: { width: 'medium' },
  },
  {
    path: 'organisation.legalForm',
    label: 'Forme juridique',
    is: 'choice',
    reads: optional(readTo(200, 'id', legalForm)),
    optional: true,
    options: optionsOf(LEGAL_FORMS),
  },
  {
    path: 'organisation.siret',
    label: 'SIRET',
    help: '14 chiffres. Un organisme établi hors de France laisse ce champ vide.',
    is: 'siret',
    reads: optionalText(60),
    optional: '(obligatoire en France)',
    signed: 'organisation',
    entry: { inputMode: 'numeric', ...narrow },
  },
  {
    path: 'organisation.country',
    label: 'Pays',
    help: 'À choisir par un partenaire établi hors de France, ou par un organisme de Nouvelle-Calédonie, de Polynésie française ou de Wallis-et-Futuna.',
    is: 'country',
    reads: optional(readTo(60, 'country', parseCountry)),
    optional: '(hors de France)',
    options: countries().map(({ code, name }) => ({ value: code, label: name })),
  },
  {
    path: 'organisation.registerNumber',
    label: 'Numéro au registre',
    help: 'RIDET, N°\u00a0TAHITI, registre du pays, ou registre du tribunal en Alsace et en Moselle.',
    is: 'text',
    reads: optional(readTo(60, 'registerNumber', registerNumber)),
    optional: true,
    entry: narrow,
  },
  {
    path: 'organisation.rna',
    label: 'Numéro RNA',
    help: 'Pour une association\u00a0: W suivi de neuf caractères.',
    is: 'text',
    reads: optionalText(60),
    optional: true,
    entry: narrow,
  },
  {
    path: 'organisation.nda',
    label: 'Numéro de déclaration d’activité (NDA)',
    help: '11 caractères, donnés par la préfecture de région.',
    is: 'text',
    reads: optionalText(60),
    optional: true,
    entry: { inputMode: 'text', ...narrow },
  },
  {
    path: 'organisation.qualiopi.status',
    label: 'Certification Qualiopi',
    is: 'choice',
    reads: choice(idsOf(QUALIOPI_STATUSES)),
    optional: true,
    options: optionsOf(QUALIOPI_STATUSES),
  },
  {
    path: 'organisation.qualiopi.certifier',
    label: 'Organisme certificateur',
    is: 'text',
    reads: optionalText(200, named),
    optional: true,
  },
  {
    path: 'organisation.qualiopi.certificateNumber',
    label: 'Numéro du certificat',
    is: 'text',
    reads: optionalText(100, named),
    optional: true,
    entry: narrow,
  },
  {
    path: 'organisation.qualiopi.categories',
    label: 'Actions concernées',
    is: 'choices',
    reads: optional(list(choice(idsOf(QUALIOPI_CATEGORIES)))),
    optional: true,
    options: optionsOf(QUALIOPI_CATEGORIES),
  },
  {
    path: 'organisation.qualiopi.validFrom',
    label: 'Valable à partir du',
    is: 'day',
    reads: optional(day()),
    optional: true,
    entry: { width: 'medium' },
  },
  {
    path: 'organisation.qualiopi.validUntil',
    label: 'Valable jusqu’au',
    is: 'day',
    reads: optional(day()),
    optional: true,
    entry: { width: 'medium' },
  },
  {
    path: 'organisation.address.line1',
    label: 'Adresse',
    is: 'text',
    reads: text(200, named),
    entry: { autoComplete: 'address-line1' },
  },
  {
    path: 'organisation.address.line2',
    label: 'Complément d’adresse',
    is: 'text',
    reads: optionalText(200, named),
    optional: true,
    entry: { autoComplete: 'address-line2' },
  },
  {
    path: 'organisation.address.postalCode',
    label: 'Code postal',
    is: 'text',
    reads: optionalText(20),
    optional: 'sauf si votre pays n’en a pas',
    entry: { autoComplete: 'postal-code', width: 'short' },
  },
  {
    path: 'organisation.address.city',
    label: 'Commune',
    is: 'text',
    reads: text(200, named),
    seenBy: 'anybody-of-sole-traders-too',
    entry: { autoComplete: 'address-level2' },
  },
  {
    path: 'organisation.address.region',
    label: 'Région',
    help: 'À préciser seulement si le code postal en couvre plusieurs.',
    is: 'region',
    reads: optionalText(100),
    optional: true,
    options: REGIONS.map(({ code, name }) => ({ value: code, label: name })),
    seenBy: 'anybody-of-sole-traders-too',
  },
  {
    path: 'organisation.website',
    label: 'Site internet',
    is: 'website',
    reads: optional(readTo(500, 'website', parseWebsite)),
    optional: true,
    seenBy: 'anybody',
    entry: { autoComplete: 'url', spellCheck: false },
  },
  {
    path: 'organisation.description',
    label: 'Présentation publique',
    help: 'Quelques phrases pour l’annuaire des membres.',
    is: 'long-text',
    reads: optionalText(2000, several),
    optional: true,
    seenBy: 'anybody',
    entry: { rows: 5 },
  },
  {
    path: 'representative.firstName',
    label: 'Prénom du représentant',
    is: 'text',
    reads: text(100, named),
    signed: 'signatory',
    entry: { spellCheck: false },
  },
  {
    path: 'representative.lastName',
    label: 'Nom du représentant',
    is: 'text',
    reads: text(100, named),
    signed: 'signatory',
    entry: { spellCheck: false },
  },
  {
    path: 'representative.function',
    label: 'Fonction',
    help: 'Par exemple\u00a0: présidente, directeur général.',
    is: 'text',
    reads: text(150, named),
  },
  {
    path: 'representative.capacity',
    label: 'Pouvoir de signer',
    is: 'choice',
    reads: choice(CAPACITIES),
    options: [
      { value: 'legal-representative', label: 'Représentant légal' },
      {
        value: 'delegated',
        label: 'Par délégation de signature',
        help: 'Le secrétariat pourra demander la délégation.',
      },
    ],
    signed: 'signatory',
  },
  {
    path: 'representative.email',
    label: 'Adresse électronique du représentant',
    help: 'Le lien de signature y est envoyé.',
    is: 'email',
    reads: email(),
    signed: 'signatory',
    entry: { spellCheck: false },
  },
  {
    path: 'representative.phone',
    label: 'Téléphone du représentant',
    is: 'phone',
    reads: optionalText(50),
    optional: true,
    entry: { width: 'medium' },
  },
  {
    path: 'contact.firstName',
    label: 'Prénom du contact',
    is: 'text',
    reads: text(100, named),
    optional: true,
    entry: { spellCheck: false },
  },
  {
    path: 'contact.lastName',
    label: 'Nom du contact',
    is: 'text',
    reads: text(100, named),
    optional: true,
    entry: { spellCheck: false },
  },
  {
    path: 'contact.function',
    label: 'Fonction du contact',
    is: 'text',
    reads: optionalText(150, named),
    optional: true,
  },
  {
    path: 'contact.email',
    label: 'Adresse électronique du contact',
    is: 'email',
    reads: email(),
    optional: true,
    entry: { spellCheck: false },
  },
  {
    path: 'contact.phone',
    label: 'Téléphone du contact',
    is: 'phone',
    reads: optionalText(50),
    optional: true,
    entry: { width: 'medium' },
  },
  {
    path: 'motivation',
    label: 'Pourquoi nous rejoindre',
    is: 'long-text',
    reads: optionalText(5000, several),
    optional: true,
    entry: { rows: 6 },
  },
  {
    path: 'privacyNoticeRead',
    label: 'Vos données personnelles',
    is: 'tick',
    reads: ticked('privacy-notice-unread'),
  },
] as const satisfies readonly DeclaredField[]

/** Where a field of a declaration stands. */
export type DeclarationPath = (typeof DECLARED_FIELDS)[number]['path']

/** The fields under a part (`organisation.address`), its own parts among them. */
export const fieldsUnder = (part: string): readonly DeclaredField[] =>
  DECLARED_FIELDS.filter(({ path }) => path.startsWith(`${part}.`))

/** The field at a path. */
export function declaredField(path: DeclarationPath): DeclaredField {
  const found: DeclaredField | undefined = DECLARED_FIELDS.find((field) => field.path === path)
  if (!found) throw new Error(`No field is declared at ${path}`)
  return found
}

/** The words for a value of a closed list; undefined for what is not in it. */
export const labelOf = ({ options = [] }: Pick<DeclaredField, 'options'>, value: unknown): string | undefined =>
  options.find((option) => option.value === value)?.label
