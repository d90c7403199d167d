import { parsePostalCode, parseRegion, type RegionCode, regionOf } from '../../organisation/region.ts'
import type { Address } from '../declaration-types.ts'
import { REGION_ABROAD, REGION_MISMATCH, REGION_UNKNOWN, regionAsked } from './flaws.ts'
import { type ObjectReader, withoutAbsent } from './object-reader.ts'

const LINE = { max: 200, named: true }
const POSTAL_CODE = { max: 20 }
const REGION = { max: 100 }

/** Reads an address. In France its region follows from postal code and commune, and is asked where it does not. */
export function readAddress(reader: ObjectReader, country: string): Address {
  const line1 = reader.text('line1', LINE)
  const line2 = reader.optionalText('line2', LINE)
  const postalCode = country === 'FR' ? readFrenchPostalCode(reader) : reader.text('postalCode', POSTAL_CODE)
  const city = reader.text('city', LINE)
  const region = country === 'FR' ? readRegion(reader, postalCode, city) : refuseRegion(reader)
  reader.refuseOthers(['country'])
  return withoutAbsent({ line1, line2, postalCode, city, region })
}

function readFrenchPostalCode(reader: ObjectReader): string {
  const read = reader.optional('postalCode', POSTAL_CODE, parsePostalCode)
  if (!read && reader.value('postalCode') === undefined) reader.text('postalCode', POSTAL_CODE)
  return read?.postalCode ?? ''
}

function readRegion(reader: ObjectReader, postalCode: string, city: string): RegionCode | undefined {
  const typed = reader.optional('region', REGION, (text) => parseRegion(text) ?? { fault: REGION_UNKNOWN })
  if (!postalCode) return undefined
  const found = regionOf(postalCode, city)
  if ('fault' in found) {
    reader.refuse('postalCode', found.fault)
    return undefined
  }
  const possible = 'ask' in found ? found.ask : [found.region]
  const region = typed ? possible.find(({ code }) => code === typed.code) : possible.length === 1 ? possible[0] : undefined
  if (typed && !region) reader.refuse('region', REGION_MISMATCH)
  // A town that is missing is asked first: it may settle the region.
  else if (!region && city && reader.value('region') === undefined) {
    reader.refuse('region', regionAsked(possible.map(({ name }) => name)))
  }
  return region?.code
}

function refuseRegion(reader: ObjectReader): undefined {
  if (reader.value('region') !== undefined) reader.refuse('region', REGION_ABROAD)
}
