import parseMax, { type CountryCode, type NumberType, type PhoneNumber } from 'libphonenumber-js/max'
import parseMin, { isSupportedCountry } from 'libphonenumber-js/min'
import { own } from '../lib/own.ts'
import { type Refused, refused } from '../input/issue.ts'

/** Territories that share the ten-digit numbering of France and have a country calling code of their own. */
const OVERSEAS: readonly CountryCode[] = ['GP', 'GF', 'MQ', 'RE', 'YT']

/** The types whose ranges belong to one territory; 08… and 09… are common to all. */
const OF_A_PLACE: readonly (NumberType | undefined)[] = ['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE']

/** Territories whose local numbers have no national prefix, by the start of their postal codes. */
const LOCAL: Readonly<Record<string, CountryCode>> = { '975': 'PM', '986': 'WF', '987': 'PF', '988': 'NC' }

/** The country in which a number typed without a calling code is read, from an organisation's address. */
export function phoneHome(country: string, postalCode: string): CountryCode {
  const code = country === 'FR' ? (own(LOCAL, postalCode.slice(0, 3)) ?? country) : country
  return isSupportedCountry(code) ? code : 'FR'
}

/**
 * Reads a phone number, in E.164. A national French number is placed in the territory to which its range belongs
 * (0262… is +262), also when +33 was typed before it. Where no range is known the number's length decides:
 * ranges open faster than the library learns of them, and those reserved for fiction belong to nobody.
 */
export function parsePhone(text: string, home: CountryCode = 'FR'): { phone: string } | Refused {
  const typed = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
  const phone = byRange(typed, home) ?? byLength(typed, home)
  if (!phone) {
    return refused('phone-format')
  }
  return { phone }
}

function byRange(typed: string, home: CountryCode): string | undefined {
  const atHome = parseMax(typed, { defaultCountry: home, extract: false })
  if (!atHome) return undefined
  // France's own ranges in the library take in some of Mayotte's, so that the territories are asked first.
  return (
    (atHome.countryCallingCode === '33' && overseas(`0${atHome.nationalNumber}`)) || valid(atHome) || overseas(typed)
  )
}

function overseas(typed: string): string | undefined {
  return OVERSEAS.map((territory) => parseMax(typed, { defaultCountry: territory, extract: false })).find(
    (number) => number?.isValid() && OF_A_PLACE.includes(number.getType()),
  )?.number
}

function byLength(typed: string, home: CountryCode): string | undefined {
  return valid(parseMin(typed, { defaultCountry: home, extract: false }))
}

function valid(number: PhoneNumber | undefined): string | undefined {
  return number?.isValid() ? number.number : undefined
}
