import { parisDay } from '../../lib/dates.ts'

/** Counts of a table: one row a name, one number a column, with the sum of each row. */
export type Counted = { name: string; counts: number[]; sum: number }

const DAY_MS = 24 * 60 * 60_000

/** Counts what falls into each row and each column; rows stand in the order in which they are named. */
export function countBy<Each>(
  given: readonly Each[],
  rows: readonly { key: string; name: string }[],
  columns: readonly string[],
  placeOf: (each: Each) => { row: string; column: string },
): Counted[] {
  const counts = new Map(rows.map(({ key }) => [key, columns.map(() => 0)] as const))
  for (const each of given) {
    const { row, column } = placeOf(each)
    const at = columns.indexOf(column)
    const line = counts.get(row)
    if (line && at >= 0) line[at] = (line[at] ?? 0) + 1
  }
  return rows.map(({ key, name }) => {
    const line = counts.get(key) ?? []
    return { name, counts: line, sum: line.reduce((sum, count) => sum + count, 0) }
  })
}

/** The smallest value that a share of all values does not exceed (nearest rank); null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

/** Paris days from a signature to the day of the decision. */
export const daysToDecision = (signedAt: string, decidedOn: string): number =>
  Math.round((Date.parse(`${decidedOn}T00:00:00Z`) - Date.parse(`${parisDay(new Date(signedAt))}T00:00:00Z`)) / DAY_MS)
