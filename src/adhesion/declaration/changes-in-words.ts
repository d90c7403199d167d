import { DECLARED_FIELDS, labelOf, type DeclaredField } from '../../organisation/declared-fields.ts'

/** One place of a declaration that a correction changed. */
type Change = { path: string; from: unknown; to: unknown }

const FIELDS: readonly DeclaredField[] = DECLARED_FIELDS

const worded = (field: DeclaredField | undefined, value: unknown): string => {
  if (Array.isArray(value)) return value.map((each: unknown) => worded(field, each)).join(', ') || 'vide'
  if (typeof value !== 'string' || value === '') return 'vide'
  return (field && labelOf(field, value)) ?? value
}

/** What a correction changed, a line each: « Dénomination (Atelier → Atelier des Deux-Rives) ». */
export const changesInWords = (changes: readonly Change[]): string =>
  changes
    .map(({ path, from, to }) => {
      const field = FIELDS.find((each) => each.path === path)
      return `${field?.label ?? path} (${worded(field, from)} → ${worded(field, to)})`
    })
    .join('\n')

/** The addresses that a correction took away from somebody. */
export const formerAddresses = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ path, from }) => (path.endsWith('.email') && typeof from === 'string' ? [from] : []))
