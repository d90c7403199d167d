import type { Compared } from './measure.ts'

/** A line of a table: what it is about, and its cells. */
export const line = (name: string, ...cells: string[]): string =>
  name.padEnd(26) + cells.map((cell) => cell.padStart(13)).join('')

export const milliseconds = (value: number): string => `${Math.round(value * 10) / 10} ms`

/** What two ways did, side by side. */
export const report = (name: string, { ours, other, ratio }: Compared): string =>
  line(
    name,
    ...[ours, other].flatMap(({ rate, p50, p99 }) => [rate.toFixed(0), milliseconds(p50), milliseconds(p99)]),
    ratio.toFixed(2),
    String(ours.failed + other.failed),
  )
