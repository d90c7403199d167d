import { isRefused, issue } from '../../input/issue.ts'
import { hasPostalCodes, isOverseas } from '../../organisation/countries.ts'
import { parsePostalCode, parseRegion, regionOf, type RegionCode } from '../../organisation/region.ts'
import type { Address } from './declaration-types.ts'
import type { DeclarationInPart } from './in-part.ts'

const POSTAL_CODE = 'organisation.address.postalCode'
const CITY = 'organisation.address.city'
const REGION = 'organisation.address.region'

type Place = { postalCode: string; city: string }

/**
 * Judges an address. Its postal code has to be there where the country has any. In France, parts with a register of their own
 * among it, its region follows from postal code and commune, and is asked where it does not.
 * Without a country that could be read, neither is judged. The region of a `settled` address, told before, stays.
 */
export function judgePlace(given: DeclarationInPart, country: string | undefined, settled?: Address): void {
  if (!given.has(POSTAL_CODE) && hasPostalCodes(country)) given.refuse(POSTAL_CODE, issue('required'))
  if (country !== 'FR' && !isOverseas(country)) {
    if (given.has(REGION) && country !== undefined) given.refuse(REGION, issue('region-abroad'))
    return
  }
  const typed = given.text(POSTAL_CODE)
  const read = typed === undefined ? undefined : parsePostalCode(typed)
  if (read && isRefused(read)) given.refuse(POSTAL_CODE, read.issue)
  const place = { postalCode: read && !isRefused(read) ? read.postalCode : '', city: given.text(CITY) ?? '' }
  if (place.postalCode !== '') given.set(POSTAL_CODE, place.postalCode)
  given.set(REGION, judgedRegion(given, place, settled))
}

function judgedRegion(given: DeclarationInPart, place: Place, settled?: Address): RegionCode | undefined {
  const text = given.text(REGION)
  const typed = text === undefined ? undefined : parseRegion(text)
  if (text !== undefined && !typed) given.refuse(REGION, issue('region-unknown'))
  const found = regionOf(place.postalCode, place.city)
  if ('issue' in found) return undefined
  const possible = 'ask' in found ? found.ask.map(({ code }) => code) : [found.region.code]
  if (typed) {
    if (!possible.includes(typed.code)) given.refuse(REGION, issue('region-mismatch'))
    return typed.code
  }
  if ('region' in found) return found.region.code
  if (settled?.region && isSamePlace(settled, place) && possible.includes(settled.region)) return settled.region
  // A town that is missing is asked first, since it may settle the region; a region that is faulty has been told.
  if (place.city && !given.has(REGION)) {
    given.refuse(REGION, issue('region-ambiguous', { names: found.ask.map(({ name }) => name).join(', ') }))
  }
  return undefined
}

const isSamePlace = (a: Address, b: Place): boolean => a.postalCode === b.postalCode && a.city === b.city
