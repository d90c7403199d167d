import type { z } from 'zod'
import {
  choice,
  day,
  fields,
  list,
  notSettable,
  optional,
  optionalText,
  parsed,
  part,
  text,
  ticked,
} from '../../input/fields.ts'
import { isRefused, refused, type Refused } from '../../input/issue.ts'
import { parseCountry } from '../../organisation/countries.ts'
import { email } from '../../organisation/email-field.ts'
import { registerCore } from '../../organisation/identifier-key.ts'
import { parseLegalForm } from '../../organisation/legal-form.ts'
import { QUALIOPI_CATEGORIES, QUALIOPI_STATUSES } from '../../organisation/qualiopi.ts'
import { parseWebsite } from '../../organisation/website.ts'
import { CAPACITIES, KINDS } from '../declaration-types.ts'

const named = { named: true } as const
const several = { lines: 'several' } as const

const idsOf = <Id extends string>(choices: readonly { id: Id }[]): Id[] => choices.map(({ id }) => id)

/** A text of one line that a parser of the organisation's reads to one value. */
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

/** Every field that an applicant fills in, in the order of the shape: where it stands, and how it is read. */
export const DECLARED = [
  { path: 'kind', reads: choice(KINDS) },
  { path: 'organisation.legalName', reads: text(200, named) },
  { path: 'organisation.acronym', reads: optionalText(50, named) },
  { path: 'organisation.legalForm', reads: optional(readTo(200, 'id', legalForm)) },
  { path: 'organisation.siret', reads: optionalText(60) },
  { path: 'organisation.country', reads: optional(readTo(60, 'country', parseCountry)) },
  { path: 'organisation.registerNumber', reads: optional(readTo(60, 'registerNumber', registerNumber)) },
  { path: 'organisation.rna', reads: optionalText(60) },
  { path: 'organisation.nda', reads: optionalText(60) },
  { path: 'organisation.qualiopi.status', reads: choice(idsOf(QUALIOPI_STATUSES)) },
  { path: 'organisation.qualiopi.certifier', reads: optionalText(200, named) },
  { path: 'organisation.qualiopi.certificateNumber', reads: optionalText(100, named) },
  { path: 'organisation.qualiopi.categories', reads: optional(list(choice(idsOf(QUALIOPI_CATEGORIES)))) },
  { path: 'organisation.qualiopi.validFrom', reads: optional(day()) },
  { path: 'organisation.qualiopi.validUntil', reads: optional(day()) },
  { path: 'organisation.address.line1', reads: text(200, named) },
  { path: 'organisation.address.line2', reads: optionalText(200, named) },
  { path: 'organisation.address.postalCode', reads: text(20) },
  { path: 'organisation.address.city', reads: text(200, named) },
  { path: 'organisation.address.region', reads: optionalText(100) },
  { path: 'organisation.website', reads: optional(readTo(500, 'website', parseWebsite)) },
  { path: 'organisation.description', reads: optionalText(2000, several) },
  { path: 'representative.firstName', reads: text(100, named) },
  { path: 'representative.lastName', reads: text(100, named) },
  { path: 'representative.function', reads: text(150, named) },
  { path: 'representative.capacity', reads: choice(CAPACITIES) },
  { path: 'representative.email', reads: email() },
  { path: 'representative.phone', reads: optionalText(50) },
  { path: 'contact.firstName', reads: text(100, named) },
  { path: 'contact.lastName', reads: text(100, named) },
  { path: 'contact.email', reads: email() },
  { path: 'contact.phone', reads: optionalText(50) },
  { path: 'contact.function', reads: optionalText(150, named) },
  { path: 'motivation', reads: optionalText(5000, several) },
  { path: 'privacyNoticeRead', reads: ticked('privacy-notice-unread') },
] as const satisfies readonly { path: string; reads: z.ZodType }[]

export type DeclarationPath = (typeof DECLARED)[number]['path']

/** Every place that an applicant fills in, in the order of the shape. */
export const DECLARATION_PATHS: readonly DeclarationPath[] = DECLARED.map(({ path }) => path)

/** Parts that may be left out whole; one that is there is asked for its required fields. */
const OPTIONAL_PARTS: ReadonlySet<string> = new Set(['organisation.qualiopi', 'contact'])

/** What an application holds beside its declaration, by the part: only its own course may set it. */
const NOT_SETTABLE: Readonly<Record<string, readonly string[]>> = {
  organisation: ['id', 'siren', 'identifierKey', 'searchKey'],
  'organisation.address': ['country'],
  representative: ['id'],
  contact: ['id'],
}

/** The same of the whole. */
const NOT_SETTABLE_HERE = [
  ...['id', '_id', '_status', 'createdAt', 'updatedAt', 'deletedAt', 'title', 'reference'],
  ...['status', 'rev', 'slot', 'identifierKey', 'searchKey', 'everSubmitted', 'enteredStateAt', 'endedAt', 'openedBy'],
  ...['representativeEmailKey', 'contactEmailKey', 'privacyNoticeVersion', 'charterVersion', 'warnings'],
  ...['signature', 'signedAt', 'linkSentAt', 'expiryNoticeAt', 'claimedBy', 'claimedAt', 'powerToBind'],
  ...[
    'round',
    'ballot',
    'decidedOn',
    'decision',
    'member',
    'refusal',
    'closeReason',
    'reopenAgreement',
    'anonymisedAt',
  ],
]

type Rows = readonly { path: string; reads: z.ZodType }[]

/** The shape of the fields under a part (`''` for the whole), its parts within it. */
function shapeUnder(prefix: string, rows: Rows): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {}
  for (const { path, reads } of rows) {
    if (!path.startsWith(prefix)) continue
    const [name = '', ...deeper] = path.slice(prefix.length).split('.')
    if (deeper.length === 0) shape[name] = reads
    else shape[name] ??= partAt(`${prefix}${name}`, rows)
  }
  return shape
}

function partAt(path: string, rows: Rows): z.ZodType {
  const closed = (NOT_SETTABLE[path] ?? []).map((name) => [name, notSettable()] as const)
  const shape = { ...shapeUnder(`${path}.`, rows), ...Object.fromEntries(closed) }
  return OPTIONAL_PARTS.has(path) ? optional(fields(shape)) : part(shape)
}

const SHAPE = shapeUnder('', DECLARED)

/** What is declared of a member that is entered from paper: the organisation and its people, as in an application. */
export const MEMBER_PARTS: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  ['kind', 'organisation', 'representative', 'contact'].flatMap((name) => (SHAPE[name] ? [[name, SHAPE[name]]] : [])),
)

/** The body of `POST /api/adhesions`, and of a correction once it is laid over what is declared. */
export const DECLARATION = fields({
  ...SHAPE,
  ...Object.fromEntries(NOT_SETTABLE_HERE.map((name) => [name, notSettable()] as const)),
})
