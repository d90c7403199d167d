import { parse } from 'csv-parse/sync'
import { invalidInput, issueAt, wrongInput } from '../input/issue.ts'

/** Redirects that one file may have. */
const MOST = 1_000

/** What each line says, by the names of the API; the last only where a redirect leads to another site. */
const HEADS = ['from', 'to', 'elsewhere'] as const

/** A line of a file of redirects; `line` counts from 1, the heads included. */
export type RedirectLine = { line: number; from: string; to: string; elsewhere: boolean }

/**
 * The redirects of a CSV file: a first line with the heads `from` and `to`, in any order, and `elsewhere` where `true` or `oui` confirms
 * that a redirect leads to another site. Commas or semicolons part the columns, as spreadsheets write them here.
 * @throws DomainError 400 for what is no such file
 */
export function redirectLinesIn(source: string): RedirectLine[] {
  const [heads, ...rows] = recordsIn(source)
  const names = heads?.record.map((each) => each.toLowerCase()) ?? []
  const isUnknown = (name: string) => !HEADS.some((each) => each === name)
  if (names.some(isUnknown) || new Set(names).size < names.length || !names.includes('from') || !names.includes('to'))
    throw wrongInput('file', 'csv-heads', { heads: 'from, to, elsewhere' })
  if (rows.length > MOST) throw invalidInput([issueAt('file', 'too-many', { most: MOST })])
  return rows.map(({ record, line }) => {
    const of = (name: (typeof HEADS)[number]): string => record[names.indexOf(name)] ?? ''
    return { line, from: of('from'), to: of('to'), elsewhere: /^(true|oui)$/i.test(of('elsewhere')) }
  })
}

function recordsIn(source: string): { record: string[]; line: number }[] {
  try {
    const lines: number[] = []
    const records = parse(source, {
      bom: true,
      delimiter: [',', ';'],
      on_record: (record: string[], at) => {
        lines.push(at.lines)
        return record
      },
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
    return records.map((record, index) => ({ record, line: lines[index] ?? 0 }))
  } catch {
    throw wrongInput('file', 'not-csv')
  }
}
