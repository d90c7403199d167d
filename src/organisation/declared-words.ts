import { labelOf, type DeclaredField } from './declared-fields.ts'
import { parseRegion } from './region.ts'

/** A region as people call it; it is stored by its code. */
export const regionName = (region: string): string => parseRegion(region)?.name ?? region

const countries = new Intl.DisplayNames('fr', { type: 'region' })

/** A country as people call it; it is stored by its code of two letters. */
const countryName = (country: string): string =>
  /^[A-Z]{2}$/.test(country) ? (countries.of(country) ?? country) : country

/**
 * A declared value in words where it is stored as a code (a choice, a region, a country), and as it is otherwise; null
 * where there is nothing to say.
 */
export function declaredWords(field: Pick<DeclaredField, 'is' | 'options'>, value: unknown): string | null {
  if (Array.isArray(value)) return value.map((each: unknown) => labelOf(field, each) ?? String(each)).join(', ')
  if (typeof value !== 'string' || value === '') return null
  switch (field.is) {
    case 'choice':
      return labelOf(field, value) ?? null
    case 'country':
      return countryName(value)
    case 'region':
      return regionName(value)
    default:
      return value
  }
}
