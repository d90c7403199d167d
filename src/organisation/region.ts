import { fold } from '../lib/fold.ts'
import { own } from '../lib/own.ts'
import { compact } from './compact.ts'
import { type Refused, refused } from '../input/issue.ts'
import { DEPARTMENT_REGIONS, POSTAL_CODE_EXCEPTIONS } from './region-table.ts'

/** What lies overseas in no region: the collectivities of article 74 of the Constitution and New Caledonia. */
export const OUTSIDE_REGIONS = 'outre-mer'

/** The regions by their INSEE code, and the place of what is French and in none of them. */
export const REGIONS = [
  { code: '84', name: 'Auvergne-Rhône-Alpes' },
  { code: '27', name: 'Bourgogne-Franche-Comté' },
  { code: '53', name: 'Bretagne' },
  { code: '24', name: 'Centre-Val de Loire' },
  { code: '94', name: 'Corse' },
  { code: '44', name: 'Grand Est' },
  { code: '01', name: 'Guadeloupe' },
  { code: '03', name: 'Guyane' },
  { code: '32', name: 'Hauts-de-France' },
  { code: '11', name: 'Île-de-France' },
  { code: '04', name: 'La Réunion' },
  { code: '02', name: 'Martinique' },
  { code: '06', name: 'Mayotte' },
  { code: '28', name: 'Normandie' },
  { code: '75', name: 'Nouvelle-Aquitaine' },
  { code: '76', name: 'Occitanie' },
  { code: '52', name: 'Pays de la Loire' },
  { code: '93', name: 'Provence-Alpes-Côte d’Azur' },
  { code: OUTSIDE_REGIONS, name: 'Outre-mer (hors régions)' },
] as const

export type Region = (typeof REGIONS)[number]
export type RegionCode = Region['code']

/** The region that a text names, by its code or its French name; case, accents and dashes forgiven. */
export function parseRegion(text: string): Region | undefined {
  const typed = placeName(text)
  return REGIONS.find(({ code, name }) => placeName(code) === typed || placeName(name) === typed)
}

/**
 * Reads a French postal code: five digits of a department, with or without spaces or the country's letter in
 * front. Monaco's, which look alike, are told apart.
 */
export function parsePostalCode(text: string): { postalCode: string } | Refused {
  const postalCode = compact(text).replace(/^FR?(?=\d)/, '')
  if (!/^\d{5}$/.test(postalCode)) {
    return refused('postal-code-format')
  }
  const place = regionOf(postalCode, '')
  return 'issue' in place ? place : { postalCode }
}

/**
 * The region of a French address, from its postal code and its commune. A few postal codes span two regions:
 * there the commune decides, and where its name is not recognised the answer is the regions to choose from.
 * Any other code, those of CEDEX among them, lies in the region of its department.
 */
export function regionOf(postalCode: string, city: string): { region: Region } | { ask: Region[] } | Refused {
  const department = departmentOf(postalCode)
  if (department === '980') {
    return refused('postal-code-monaco')
  }
  const byDepartment = regionByCode(own(DEPARTMENT_REGIONS, department))
  if (!byDepartment) return refused('postal-code-unknown')
  const communes = own(POSTAL_CODE_EXCEPTIONS, postalCode) ?? own(CEDEX_EXCEPTIONS, postalCode.slice(0, 3))
  if (!communes) return { region: byDepartment }
  const byCommune = regionByCode(own(communes, placeName(city)))
  if (byCommune) return { region: byCommune }
  const possible = REGIONS.filter(({ code }) => Object.values(communes).includes(code))
  return possible.length === 1 && possible[0] ? { region: possible[0] } : { ask: possible }
}

/**
 * The form in which names of places are compared: "St-Denis CEDEX 2" and "Saint Denis" are the same.
 * The table of exceptions is written with it.
 */
export function placeName(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bcedex\b.*$/, '')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .trim()
}

/** 970… are CEDEX codes that Guadeloupe shares with the two islands that left it. */
const CEDEX_EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '970': { guadeloupe: '01', 'saint barthelemy': OUTSIDE_REGIONS, 'saint martin': OUTSIDE_REGIONS },
}

function departmentOf(postalCode: string): string {
  if (postalCode.startsWith('20')) return '2A'
  if (postalCode.startsWith('970')) return '971'
  return postalCode.slice(0, /^9[78]/.test(postalCode) ? 3 : 2)
}

function regionByCode(code: string | undefined): Region | undefined {
  return REGIONS.find((region) => region.code === code)
}
