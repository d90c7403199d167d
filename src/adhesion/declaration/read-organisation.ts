import { fold } from '../../lib/fold.ts'
import { parseCountry } from '../../organisation/countries.ts'
import { identifierKey, registerCore } from '../../organisation/identifier-key.ts'
import { parseLegalForm } from '../../organisation/legal-form.ts'
import { parseNda } from '../../organisation/nda.ts'
import { parseRna } from '../../organisation/rna.ts'
import { parseSiret } from '../../organisation/siret.ts'
import { parseWebsite } from '../../organisation/website.ts'
import type { DeclaredOrganisation, Kind } from '../declaration-types.ts'
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

/** Reads the organisation, and under which identifier it is known: a SIRET in France, a register abroad. */
export function readOrganisation(reader: ObjectReader, kind: Kind): DeclaredOrganisation {
  const country = countryMeant(reader)
  const legalName = reader.text('legalName', NAME)
  const acronym = reader.optionalText('acronym', ACRONYM)
  const legalForm = reader.optional('legalForm', NAME, (text) => {
    const id = parseLegalForm(text)
    return id ? { id } : { fault: flaws.LEGAL_FORM }
  })?.id
  const { siret, siren } = readSiret(reader, country) ?? {}
  readCountry(reader, kind)
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
    country,
    registerNumber,
    rna,
    nda,
    qualiopi: qualiopi && readQualiopi(qualiopi),
    address: readAddress(reader.part('address'), country),
    website: reader.optional('website', WEBSITE, parseWebsite)?.website,
    description: reader.optionalText('description', DESCRIPTION),
    identifierKey: siren || rna || registerNumber ? identifierKey({ siren, rna, country, registerNumber }) : '',
    searchKey: fold(`${legalName} ${acronym ?? ''}`),
  }
  reader.refuseOthers(['id', 'siren', 'identifierKey', 'searchKey'])
  return withoutAbsent(organisation)
}

/** The country on which other fields depend; France stands in for one that cannot be read, whose own turn comes. */
function countryMeant(reader: ObjectReader): string {
  const typed = reader.value('country')
  const read = typeof typed === 'string' ? parseCountry(typed) : undefined
  return read && 'country' in read ? read.country : 'FR'
}

function readCountry(reader: ObjectReader, kind: Kind): void {
  const read = reader.optional('country', IDENTIFIER, parseCountry)
  if (read && read.country !== 'FR' && kind === 'member') reader.refuse('country', flaws.MEMBER_ABROAD)
}

function readSiret(reader: ObjectReader, country: string): { siret: string; siren: string } | undefined {
  const given = reader.value('siret') !== undefined
  if (country !== 'FR') {
    if (given) reader.refuse('siret', flaws.SIRET_ABROAD)
    return undefined
  }
  if (!given) reader.refuse('siret', flaws.SIRET_MISSING)
  return reader.optional('siret', IDENTIFIER, parseSiret)
}

function readRegisterNumber(reader: ObjectReader, country: string): string | undefined {
  if (country !== 'FR' && reader.value('registerNumber') === undefined) {
    reader.refuse('registerNumber', flaws.REGISTER_NUMBER_MISSING)
  }
  return reader.optional('registerNumber', IDENTIFIER, (registerNumber) =>
    registerCore(registerNumber) ? { registerNumber } : { fault: flaws.REGISTER_NUMBER_EMPTY },
  )?.registerNumber
}

function readRna(reader: ObjectReader, country: string): string | undefined {
  if (country === 'FR') return reader.optional('rna', IDENTIFIER, parseRna)?.rna
  if (reader.value('rna') !== undefined) reader.refuse('rna', flaws.RNA_ABROAD)
  return undefined
}

function readNda(reader: ObjectReader): string | undefined {
  const read = reader.optional('nda', IDENTIFIER, parseNda)
  for (const warning of read?.warnings ?? []) reader.warn('nda', warning)
  return read?.nda || undefined
}
