import type { CAPACITIES, KINDS } from '../../organisation/declared-fields.ts'
import type { LegalForm } from '../../organisation/legal-form.ts'
import type { Qualiopi } from '../../organisation/qualiopi.ts'
import type { RegionCode } from '../../organisation/region.ts'

/** What an organisation applies as: one that trains, or one that supports. */
export type Kind = (typeof KINDS)[number]

/** By what power a representative signs. */
export type Capacity = (typeof CAPACITIES)[number]

export type Address = {
  line1: string
  line2?: string
  /** Five digits in France, as written elsewhere. */
  /** Left out where the country has none. */
  postalCode?: string
  city: string
  /** Of a French address. */
  region?: RegionCode
}

export type DeclaredOrganisation = {
  legalName: string
  acronym?: string
  legalForm?: LegalForm
  /** With `siren`, of an organisation in France. */
  siret?: string
  siren?: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** In place of the SIRET abroad; beside it, the court register of Bas-Rhin, Haut-Rhin and Moselle. */
  registerNumber?: string
  rna?: string
  nda?: string
  qualiopi?: Qualiopi
  address: Address
  website?: string
  description?: string
  /** Under which the organisation is one and the same. */
  identifierKey: string
  /** Legal name and acronym, folded for search and sorting. */
  searchKey: string
}

type Representative = {
  firstName: string
  lastName: string
  function: string
  capacity: Capacity
  email: string
  /** E.164. */
  phone?: string
}

type Contact = { firstName: string; lastName: string; email: string; phone?: string; function?: string }

/** What an applicant declares, checked and normalised; what was left out is absent, never null. */
export type Declaration = {
  kind: Kind
  organisation: DeclaredOrganisation
  representative: Representative
  /** Absent when the representative is the contact. */
  contact?: Contact
  motivation?: string
  privacyNoticeRead: true
}
