import { appendFileSync } from 'node:fs'
import type { Watched } from './watch.ts'

/** Where there is nobody who wants a report (`vitest` without `npm run faults`), nothing is kept. */
function line(text: string): void {
  const report = process.env['FAULTS_REPORT']
  if (report) appendFileSync(report, `${text}\n`)
}

const COLUMNS = [
  'what is broken',
  'acknowledged meanwhile',
  'readers of a kept page: longest gap; answers',
  'who acts: longest gap; answers',
]

/** Begins a table. @returns what adds a row to it */
export function table(text: string, columns: readonly string[]): (...cells: string[]) => void {
  line(`\n### ${text}\n\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`)
  return (...cells) => line(`| ${cells.join(' | ')} |`)
}

/** Begins the report of one file. */
export function title(text: string): void {
  table(text, COLUMNS)
}

/** What people saw of it. */
export function row(name: string, acknowledged: number, read: Watched, acted: Watched): void {
  line(`| ${name} | ${acknowledged} | ${told(read)} | ${told(acted)} |`)
}

/** A sentence below the table. */
export function sentence(text: string): void {
  line(`\n${text}`)
}

const told = ({ gap, statuses }: Watched): string =>
  `${(gap / 1000).toFixed(1)} s; ${Object.entries(statuses)
    .map(([status, times]) => `${times} × ${status === '0' ? 'no answer' : status}`)
    .join(', ')}`
