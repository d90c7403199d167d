import { type Refused, refused } from '../input/issue.ts'
import { own } from '../lib/own.ts'

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

/** Where nobody is settled: no organisation has its seat there. */
const WITHOUT_PEOPLE = new Set(['AQ', 'BV', 'GS', 'HM', 'IO', 'TF', 'UM'])

/**
 * Parts of France with a country code and a register of their own, and how the numbers of these are made: the RIDET of
 * New Caledonia has seven figures (nine or ten with the establishment), the N° TAHITI of French Polynesia six signs (nine
 * with it). Who is established there is established in France.
 */
const OWN_REGISTER: Readonly<Record<string, RegExp | null>> = {
  NC: /^\d{6,7}(\d{3})?$/,
  PF: /^[A-Z0-9]\d{5}(\d{3})?$/,
  WF: null,
}

/** Whether an organisation of this country is one of France, under a register of its own. */
export const isOverseas = (country: string | undefined): boolean =>
  country !== undefined && Object.hasOwn(OWN_REGISTER, country)

/** Whether a number of a register, as `registerCore` writes it, can be one of this country. */
export const suitsRegister = (country: string, core: string): boolean => own(OWN_REGISTER, country)?.test(core) ?? true

/** Countries whose post knows no codes (Universal Postal Union, 2025). */
const WITHOUT_POSTAL_CODES = new Set(
  `AE AG AO AW BF BI BJ BO BQ BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN KP LC LY ML MO MR MW
  NR NU PA QA RW SB SC SL SR SS ST SX SY TD TG TK TL TO TV UG VU WS YE ZW`.split(/\s+/),
)

/** Whether addresses of a country have a postal code; one that could not be read is taken to. */
export const hasPostalCodes = (country: string | undefined): boolean =>
  country === undefined || !WITHOUT_POSTAL_CODES.has(country)

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

/** Every country but France and its parts that stand in its register, with its French name, in the order of the French alphabet. */
export function countries(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames('fr', { type: 'region' })
  const { compare } = new Intl.Collator('fr')
  return [...CODES]
    .filter((code) => code !== 'FR' && !IN_SIRENE.has(code) && !WITHOUT_PEOPLE.has(code))
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => compare(a.name, b.name))
}
