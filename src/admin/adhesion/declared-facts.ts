import { formatDay, formatDateTime, isDay } from '../../lib/dates.ts'
import { valueAt } from '../../lib/paths.ts'
import {
  declaredField,
  fieldsUnder,
  labelOf,
  type DeclarationPath,
  type DeclaredField,
} from '../../organisation/declared-fields.ts'
import { declaredWords } from '../../organisation/declared-words.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Fact } from '../fact.ts'
import { LABELS } from './words.ts'

type Line = { label: string; value: string | null | undefined; href?: string }

/** The lines that say something. */
export const facts = (lines: readonly Line[]): Fact[] =>
  lines.flatMap(({ value, ...line }) => (value ? [{ ...line, value }] : []))

/** A moment in full, or null. */
export const moment = (at: string | null | undefined): string | null => (at ? formatDateTime(new Date(at)) : null)

/** A declared value as people read it; null where there is nothing to say. */
function inWords(field: DeclaredField, value: unknown): string | null {
  const said = declaredWords(field, value)
  if (said === null || typeof value !== 'string') return said
  switch (field.is) {
    case 'day':
      return isDay(value) ? formatDay(value) : value
    case 'country':
      return value === 'FR' ? null : said
    case 'siret':
      // « 123 456 789 00012 », as people read it aloud.
      return value.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')
    default:
      return said
  }
}

/** Where a value leads: an address of the web that a browser may follow, a mailbox, a telephone. */
function hrefOf({ is }: DeclaredField, value: unknown): { href: string } | object {
  if (typeof value !== 'string' || value === '') return {}
  if (is === 'website') return /^https?:\/\//.test(value) ? { href: value } : {}
  if (is === 'email') return { href: `mailto:${value}` }
  return is === 'phone' ? { href: `tel:${value}` } : {}
}

/** Fields that people read as one. */
type Together = {
  paths: readonly DeclarationPath[]
  label: string
  joined: (words: readonly (string | null)[]) => string | null
}

const joinedBy =
  (separator: string) =>
  (words: readonly (string | null)[]): string =>
    words.filter(Boolean).join(separator)

const TOGETHER: readonly Together[] = [
  {
    paths: ['organisation.qualiopi.validFrom', 'organisation.qualiopi.validUntil'],
    label: LABELS.validity,
    joined: ([from, until]) => {
      if (from && until) return `du ${from} au ${until}`
      if (from) return `à partir du ${from}`
      return until ? `jusqu’au ${until}` : null
    },
  },
  {
    paths: [
      'organisation.address.line1',
      'organisation.address.line2',
      'organisation.address.postalCode',
      'organisation.address.city',
    ],
    label: declaredField('organisation.address.line1').label,
    joined: ([line1, line2, postalCode, city]) =>
      joinedBy('\n')([line1 ?? null, line2 ?? null, joinedBy(' ')([postalCode ?? null, city ?? null])]),
  },
  {
    paths: ['representative.firstName', 'representative.lastName'],
    label: LABELS.name,
    joined: joinedBy(' '),
  },
  { paths: ['contact.firstName', 'contact.lastName'], label: LABELS.name, joined: joinedBy(' ') },
]

/** A line for each field, those that people read as one where the first of them stands. */
function linesOf(fields: readonly DeclaredField[], adhesion: object): Line[] {
  const words = (path: string): string | null => {
    const field = fields.find((each) => each.path === path)
    return field ? inWords(field, valueAt(adhesion, path)) : null
  }
  return fields.flatMap((field): Line[] => {
    const together = TOGETHER.find(({ paths }) => paths.some((path) => path === field.path))
    if (together)
      return together.paths[0] === field.path
        ? [{ label: together.label, value: together.joined(together.paths.map(words)) }]
        : []
    const value = valueAt(adhesion, field.path)
    return [{ label: field.label, value: inWords(field, value), ...hrefOf(field, value) }]
  })
}

/** What the organisation says of itself. */
export const organisationFacts = (adhesion: Pick<Adhesion, 'organisation' | 'createdAt'>): Fact[] =>
  facts([
    ...linesOf(fieldsUnder('organisation'), adhesion),
    { label: LABELS.submitted, value: moment(adhesion.createdAt) },
  ])

/** A person named in the file; nobody gives no lines. */
export const personFacts = (
  part: 'representative' | 'contact',
  adhesion: Pick<Adhesion, 'representative' | 'contact'>,
): Fact[] => facts(linesOf(fieldsUnder(part), adhesion))

/** The word for the Qualiopi situation, or null where nothing is said. */
export const qualiopiStatus = ({ organisation: { qualiopi } }: Adhesion): string | null =>
  labelOf(declaredField('organisation.qualiopi.status'), qualiopi?.status) ?? null
