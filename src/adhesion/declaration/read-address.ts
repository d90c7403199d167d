import { parsePostalCode, parseRegion, type RegionCode, regionOf } from '../../organisation/region.ts'
import type { Address } from '../declaration-types.ts'
import { REGION_ABROAD, REGION_MISMATCH, REGION_UNKNOWN, regionAsked } from './flaws.ts'
import { type ObjectReader, withoutAbsent } from './object-reader.ts'

const LINE = { max: 200, named: true }
const POSTAL_CODE = { max: 20 }
const REGION = { max: 100 }

type Place = { postalCode: string; city: string }

/**
 * Reads an address. In France its region follows from postal code and commune, and is asked where it does not.
 * Without a country that could be read, neither is judged. The region of a `settled` address, told before, stays.
 */
export function readAddress(reader: ObjectReader, country: string | undefined, settled?: Address): Address {
  const french = country === 'FR'
  const line1 = reader.text('line1', LINE)
  const line2 = reader.optionalText('line2', LINE)
  const postalCode = french
    ? (reader.parsed('postalCode', POSTAL_CODE, parsePostalCode)?.postalCode ?? '')
    : reader.text('postalCode', POSTAL_CODE)
  const city = reader.text('city', LINE)
  const region = french ? readRegion(reader, { postalCode, city }, settled) : refuseRegion(reader, country)
  reader.refuseOthers(['country'])
  return withoutAbsent({ line1, line2, postalCode, city, region })
}

function readRegion(reader: ObjectReader, place: Place, settled?: Address): RegionCode | undefined {
  const typed = reader.optional('region', REGION, (text) => parseRegion(text) ?? { fault: REGION_UNKNOWN })
  const found = regionOf(place.postalCode, place.city)
  if ('fault' in found) return undefined
  const possible = 'ask' in found ? found.ask.map(({ code }) => code) : [found.region.code]
  if (typed) {
    if (!possible.includes(typed.code)) reader.refuse('region', REGION_MISMATCH)
    return typed.code
  }
  if ('region' in found) return found.region.code
  if (settled?.region && isSamePlace(settled, place) && possible.includes(settled.region)) return settled.region
  // A town that is missing is asked first, since it may settle the region; a region that is faulty has been told.
  if (place.city && reader.value('region') === undefined) {
    reader.refuse('region', regionAsked(found.ask.map(({ name }) => name)))
  }
  return undefined
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.postalCode === b.postalCode && a.city === b.city
}

function refuseRegion(reader: ObjectReader, country: string | undefined): undefined {
  if (reader.value('region') !== undefined && country !== undefined) reader.refuse('region', REGION_ABROAD)
}
