import { fold } from '../../lib/fold.ts'
import { parseCountry } from '../../organisation/countries.ts'
import { identifierKey, type Identifiers, registerCore } from '../../organisation/identifier-key.ts'
import { parseLegalForm } from '../../organisation/legal-form.ts'
import { parseNda } from '../../organisation/nda.ts'
import { parseRna } from '../../organisation/rna.ts'
import { parseSiret } from '../../organisation/siret.ts'
import { parseWebsite } from '../../organisation/website.ts'
import type { Address, DeclaredOrganisation } from '../declaration-types.ts'
import * as flaws from './flaws.ts'
import { type ObjectReader, withoutAbsent } from './object-reader.ts'
import { readAddress } from './read-address.ts'
import { readQualiopi } from './read-qualiopi.ts'

const NAME = { max: 200, named: true }
const ACRONYM = { max: 50, named: true }
/** Bounds what is typed as an identifier; each then says itself what it is. */
const IDENTIFIER = { max: 60 }
const WEBSITE = { max: 500 }
const DESCRIPTION = { max: 2000, lines: 'several' } as const

type Circumstances = {
  asMember: boolean
  /** An address whose region was told before. */
  settled?: Address
}

/** Reads the organisation, and under which identifier it is known: a SIRET in France, a register abroad. */
export function readOrganisation(reader: ObjectReader, { asMember, settled }: Circumstances): DeclaredOrganisation {
  const country = countryMeant(reader)
  const legalName = reader.text('legalName', NAME)
  const acronym = reader.optionalText('acronym', ACRONYM)
  const legalForm = reader.optional('legalForm', NAME, (text) => {
    const id = parseLegalForm(text)
    return id ? { id } : { fault: flaws.LEGAL_FORM }
  })?.id
  const { siret, siren } = readSiret(reader, country) ?? {}
  readCountry(reader, asMember)
  const registerNumber = readRegisterNumber(reader, country)
  const rna = readRna(reader, country)
  const nda = readNda(reader)
  const qualiopi = reader.optionalPart('qualiopi')
  const organisation = {
    legalName,
    acronym,
    legalForm,
    siret,
    siren,
    country: country ?? '',
    registerNumber,
    rna,
    nda,
    qualiopi: qualiopi && readQualiopi(qualiopi),
    address: readAddress(reader.part('address'), country, settled),
    website: reader.optional('website', WEBSITE, parseWebsite)?.website,
    description: reader.optionalText('description', DESCRIPTION),
    identifierKey: keyOf({ siren, rna, country, registerNumber }),
    searchKey: fold(`${legalName} ${acronym ?? ''}`),
  }
  reader.refuseOthers(['id', 'siren', 'identifierKey', 'searchKey'])
  return withoutAbsent(organisation)
}

/** The country on which other fields depend, told before its own turn; undefined when it cannot be read. */
function countryMeant(reader: ObjectReader): string | undefined {
  const typed = reader.value('country')
  if (typed === undefined) return 'FR'
  const read = typeof typed === 'string' ? parseCountry(typed) : undefined
  return read && 'country' in read ? read.country : undefined
}

function readCountry(reader: ObjectReader, asMember: boolean): void {
  const read = reader.optional('country', IDENTIFIER, parseCountry)
  if (asMember && isAbroad(read?.country)) reader.refuse('country', flaws.MEMBER_ABROAD)
}

function readSiret(reader: ObjectReader, country: string | undefined): { siret: string; siren: string } | undefined {
  const given = reader.value('siret') !== undefined
  if (!given && country === 'FR') reader.refuse('siret', flaws.SIRET_MISSING)
  if (!isAbroad(country)) return reader.optional('siret', IDENTIFIER, parseSiret)
  if (given) reader.refuse('siret', flaws.SIRET_ABROAD)
  return undefined
}

function readRegisterNumber(reader: ObjectReader, country: string | undefined): string | undefined {
  if (isAbroad(country) && reader.value('registerNumber') === undefined) {
    reader.refuse('registerNumber', flaws.REGISTER_NUMBER_MISSING)
  }
  return reader.optional('registerNumber', IDENTIFIER, (registerNumber) =>
    registerCore(registerNumber) ? { registerNumber } : { fault: flaws.REGISTER_NUMBER_EMPTY },
  )?.registerNumber
}

function readRna(reader: ObjectReader, country: string | undefined): string | undefined {
  if (!isAbroad(country)) return reader.optional('rna', IDENTIFIER, parseRna)?.rna
  if (reader.value('rna') !== undefined) reader.refuse('rna', flaws.RNA_ABROAD)
  return undefined
}

/** Of a faulty declaration, which goes nowhere, a placeholder. */
function keyOf(identifiers: Identifiers): string {
  const { siren, rna, country, registerNumber } = identifiers
  return siren || rna || (country && registerNumber) ? identifierKey(identifiers) : ''
}

function isAbroad(country: string | undefined): boolean {
  return country !== undefined && country !== 'FR'
}

function readNda(reader: ObjectReader): string | undefined {
  const read = reader.optional('nda', IDENTIFIER, parseNda)
  for (const warning of read?.warnings ?? []) reader.warn('nda', warning)
  return read?.nda || undefined
}
