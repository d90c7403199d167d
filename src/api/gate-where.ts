import type { FlattenedField } from 'payload'
import type { Fault } from '../lib/errors.ts'
import { faultAt } from '../input/issue.ts'
import { leafAt, type FieldLookup } from './gate-fields.ts'
import { mayCompare, suits } from './gate-values.ts'

const DEEPEST = 5
const MOST_SORTS = 5

const entriesOf = (value: unknown): [string, unknown][] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null

/** How many conditions a filter may have, and each how many words that are looked for in a text: a scan of the table each. */
export type WhereBounds = { conditions: number; words: number }

const MOST_FAULTS = 50
const LOOKS_FOR_WORDS = new Set(['like', 'not_like', 'contains'])

const wordsIn = (operand: unknown): number =>
  typeof operand === 'string' ? operand.split(/\s+/).filter(Boolean).length : 0

/** Everything wrong with a `where`, so that what reaches the database is a question that it can answer. */
export function faultsOfWhere(
  where: unknown,
  fields: readonly FlattenedField[],
  lookup: FieldLookup,
  most: WhereBounds,
): Fault[] {
  const faults: Fault[] = []
  let conditions = 0

  const examine = (part: unknown, at: string, depth: number): void => {
    const entries = entriesOf(part)
    if (!entries) faults.push(faultAt(at, 'not-a-condition'))
    else if (depth > DEEPEST) faults.push(faultAt(at, 'too-deep'))
    else for (const [key, value] of entries) examineEntry(key, value, `${at}.${key}`, depth)
  }

  const examineEntry = (key: string, value: unknown, at: string, depth: number): void => {
    if (key === 'and' || key === 'or') {
      if (Array.isArray(value)) value.forEach((each, index) => examine(each, `${at}.${index}`, depth + 1))
      else faults.push(faultAt(at, 'not-a-condition'))
      return
    }
    const comparisons = entriesOf(value)
    if (!comparisons || comparisons.length === 0) {
      faults.push(faultAt(at, 'not-a-condition'))
      return
    }
    const leaf = leafAt(fields, key, lookup)
    if (leaf === 'unknown' || leaf === 'closed') {
      faults.push(faultAt(at, leaf === 'unknown' ? 'unknown-field' : 'closed-field'))
      return
    }
    for (const [operator, operand] of comparisons) {
      conditions += 1
      if (!mayCompare(leaf, operator)) faults.push(faultAt(`${at}.${operator}`, 'unknown-operator'))
      else if (!suits(leaf, operator, operand)) faults.push(faultAt(`${at}.${operator}`, 'not-a-value'))
      else if (LOOKS_FOR_WORDS.has(operator) && wordsIn(operand) > most.words)
        faults.push(faultAt(`${at}.${operator}`, 'too-many-words'))
    }
  }

  examine(where, 'where', 1)
  if (conditions > most.conditions) faults.push(faultAt('where', 'too-many', { most: most.conditions }))
  return faults.slice(0, MOST_FAULTS)
}

/** Everything wrong with a `sort`: a field, or several by commas, `-` before one to turn it round. */
export function faultsOfSort(sort: unknown, fields: readonly FlattenedField[], lookup: FieldLookup): Fault[] {
  const list: unknown[] = typeof sort === 'string' ? sort.split(',') : Array.isArray(sort) ? sort : [sort]
  if (list.length > MOST_SORTS) return [faultAt('sort', 'too-many', { most: MOST_SORTS })]
  return list.flatMap((each) => {
    if (typeof each !== 'string') return [faultAt('sort', 'unknown-field')]
    const leaf = leafAt(fields, each.replace(/^-/, ''), lookup)
    if (leaf === 'unknown') return [faultAt('sort', 'unknown-field')]
    return leaf === 'closed' || leaf === 'presence' ? [faultAt('sort', 'closed-field')] : []
  })
}
