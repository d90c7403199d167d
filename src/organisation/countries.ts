import { type Refused, refused } from '../input/issue.ts'

/** The officially assigned codes of ISO 3166-1 alpha-2. */
const CODES = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
  MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
  UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
)

/** Territories with a country code of their own whose organisations stand in the SIRENE register, as France's do. */
const IN_SIRENE = new Set(['GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF', 'PM'])

/**
 * Reads a country's ISO 3166-1 alpha-2 code. The overseas territories whose organisations have a SIRET read as
 * `FR`; New Caledonia, French Polynesia and Wallis and Futuna keep registers and codes of their own.
 */
export function parseCountry(text: string): { country: string } | Refused {
  const code = text.trim().toUpperCase()
  if (!CODES.has(code)) {
    return refused('country-unknown')
  }
  return { country: IN_SIRENE.has(code) ? 'FR' : code }
}

/** A country's name in French; an unknown code answers itself. */
export function countryName(code: string): string {
  // Made at each call: the names are only asked for where a person reads them.
  return (CODES.has(code) && new Intl.DisplayNames('fr', { type: 'region' }).of(code)) || code
}

/** Every country with its French name, in the order of the French alphabet. */
export function countries(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames('fr', { type: 'region' })
  const { compare } = new Intl.Collator('fr')
  return [...CODES].map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => compare(a.name, b.name))
}
