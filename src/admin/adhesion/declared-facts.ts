import { formatDay, formatDateTime, isDay } from '../../lib/dates.ts'
import { LEGAL_FORMS } from '../../organisation/legal-form.ts'
import { parseRegion } from '../../organisation/region.ts'
import { QUALIOPI_CATEGORIES, QUALIOPI_STATUSES } from '../../organisation/qualiopi.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Fact } from '../fact.ts'
import { CAPACITIES, LABELS } from './words.ts'

type Line = { label: string; value: string | null | undefined; href?: string }

/** The lines that say something. */
export const facts = (lines: readonly Line[]): Fact[] =>
  lines.flatMap(({ value, ...line }) => (value ? [{ ...line, value }] : []))

const labelIn = (choices: readonly { id: string; label: string }[], id: string | null | undefined) =>
  choices.find((choice) => choice.id === id)?.label

/** « 123 456 789 00012 », as people read it aloud. */
const spacedSiret = (siret: string | null | undefined) =>
  siret?.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')

const dayInFull = (day: string | null | undefined): string | null => (isDay(day) ? formatDay(day) : (day ?? null))

/** A moment in full, or null. */
export const moment = (at: string | null | undefined): string | null => (at ? formatDateTime(new Date(at)) : null)

function validity({ validFrom, validUntil }: NonNullable<Adhesion['organisation']['qualiopi']>): string | null {
  const [from, until] = [dayInFull(validFrom), dayInFull(validUntil)]
  if (from && until) return `du ${from} au ${until}`
  if (from) return `à partir du ${from}`
  return until ? `jusqu’au ${until}` : null
}

const countries = new Intl.DisplayNames('fr', { type: 'region' })

function country(code: string | null | undefined): string | null {
  if (!code || code === 'FR') return null
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code
}

/** A region as people call it; it is stored by its code. */
export const regionName = (region: string): string => parseRegion(region)?.name ?? region

/** Only an address that a browser may follow; anything else is shown as text. */
const webAddress = (text: string | null | undefined) => (text && /^https?:\/\//.test(text) ? text : undefined)

/** What the organisation says of itself. */
export function organisationFacts({ organisation, createdAt }: Adhesion): Fact[] {
  const { qualiopi, address } = organisation
  const website = webAddress(organisation.website)
  return facts([
    { label: LABELS.legalName, value: organisation.legalName },
    { label: LABELS.acronym, value: organisation.acronym },
    { label: LABELS.legalForm, value: labelIn(LEGAL_FORMS, organisation.legalForm) },
    { label: LABELS.siret, value: spacedSiret(organisation.siret) },
    { label: LABELS.country, value: country(organisation.country) },
    { label: LABELS.registerNumber, value: organisation.registerNumber },
    { label: LABELS.rna, value: organisation.rna },
    { label: LABELS.nda, value: organisation.nda },
    {
      label: LABELS.address,
      value: [address?.line1, address?.line2, [address?.postalCode, address?.city].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join('\n'),
    },
    { label: LABELS.region, value: address?.region ? regionName(address.region) : null },
    { label: LABELS.website, value: organisation.website, ...(website ? { href: website } : {}) },
    { label: LABELS.qualiopi, value: labelIn(QUALIOPI_STATUSES, qualiopi?.status) },
    { label: LABELS.certifier, value: qualiopi?.certifier },
    { label: LABELS.certificateNumber, value: qualiopi?.certificateNumber },
    {
      label: LABELS.categories,
      value: qualiopi?.categories?.map((id) => labelIn(QUALIOPI_CATEGORIES, id) ?? id).join(', '),
    },
    { label: LABELS.validity, value: qualiopi ? validity(qualiopi) : null },
    { label: LABELS.description, value: organisation.description },
    { label: LABELS.submitted, value: moment(createdAt) },
  ])
}

type Person = {
  firstName?: string | null
  lastName?: string | null
  function?: string | null
  capacity?: keyof typeof CAPACITIES | null
  email?: string | null
  phone?: string | null
}

/** A person named in the file; nobody gives no lines. */
export function personFacts(person: Person | undefined): Fact[] {
  return facts([
    { label: LABELS.name, value: [person?.firstName, person?.lastName].filter(Boolean).join(' ') },
    { label: LABELS.function, value: person?.function },
    { label: LABELS.capacity, value: person?.capacity ? CAPACITIES[person.capacity] : null },
    { label: LABELS.email, value: person?.email, ...(person?.email ? { href: `mailto:${person.email}` } : {}) },
    { label: LABELS.phone, value: person?.phone, ...(person?.phone ? { href: `tel:${person.phone}` } : {}) },
  ])
}

/** The word for the Qualiopi situation, or null where nothing is said. */
export const qualiopiStatus = ({ organisation: { qualiopi } }: Adhesion): string | null =>
  labelIn(QUALIOPI_STATUSES, qualiopi?.status) ?? null
