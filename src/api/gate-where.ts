import type { FlattenedField } from 'payload'
import type { Issue } from '../lib/errors.ts'
import { issueAt } from '../input/issue.ts'
import { leafAt, type FieldLookup } from './gate-fields.ts'
import { mayCompare, suits } from './gate-values.ts'

const DEEPEST = 5
const MOST_SORTS = 5

const entriesOf = (value: unknown): [string, unknown][] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null

/** How many conditions a filter may have, and each how many words that are looked for in a text: a scan of the table each. */
export type WhereBounds = { conditions: number; words: number }

const MOST_ISSUES = 50
const LOOKS_FOR_WORDS = new Set(['like', 'not_like', 'contains'])

const wordsIn = (operand: unknown): number =>
  typeof operand === 'string' ? operand.split(/\s+/).filter(Boolean).length : 0

/** Everything wrong with a `where`, so that what reaches the database is a question that it can answer. */
export function issuesOfWhere(
  where: unknown,
  fields: readonly FlattenedField[],
  lookup: FieldLookup,
  most: WhereBounds,
): Issue[] {
  const issues: Issue[] = []
  let conditions = 0

  const examine = (part: unknown, at: string, depth: number): void => {
    const entries = entriesOf(part)
    if (!entries) issues.push(issueAt(at, 'not-a-condition'))
    else if (depth > DEEPEST) issues.push(issueAt(at, 'too-deep'))
    else for (const [key, value] of entries) examineEntry(key, value, `${at}.${key}`, depth)
  }

  const examineEntry = (key: string, value: unknown, at: string, depth: number): void => {
    if (key === 'and' || key === 'or') {
      if (Array.isArray(value)) value.forEach((each, index) => examine(each, `${at}.${index}`, depth + 1))
      else issues.push(issueAt(at, 'not-a-condition'))
      return
    }
    const comparisons = entriesOf(value)
    if (!comparisons || comparisons.length === 0) {
      issues.push(issueAt(at, 'not-a-condition'))
      return
    }
    const leaf = leafAt(fields, key, lookup)
    if (leaf === 'unknown' || leaf === 'closed') {
      issues.push(issueAt(at, leaf === 'unknown' ? 'unknown-field' : 'closed-field'))
      return
    }
    for (const [operator, operand] of comparisons) {
      conditions += 1
      if (!mayCompare(leaf, operator)) issues.push(issueAt(`${at}.${operator}`, 'unknown-operator'))
      else if (!suits(leaf, operator, operand)) issues.push(issueAt(`${at}.${operator}`, 'not-a-value'))
      else if (LOOKS_FOR_WORDS.has(operator) && wordsIn(operand) > most.words)
        issues.push(issueAt(`${at}.${operator}`, 'too-many-words'))
    }
  }

  examine(where, 'where', 1)
  if (conditions > most.conditions) issues.push(issueAt('where', 'too-many', { most: most.conditions }))
  return issues.slice(0, MOST_ISSUES)
}

/** Everything wrong with a `sort`: a field, or several by commas, `-` before one to turn it round. */
export function issuesOfSort(sort: unknown, fields: readonly FlattenedField[], lookup: FieldLookup): Issue[] {
  const list: unknown[] = typeof sort === 'string' ? sort.split(',') : Array.isArray(sort) ? sort : [sort]
  if (list.length > MOST_SORTS) return [issueAt('sort', 'too-many', { most: MOST_SORTS })]
  return list.flatMap((each) => {
    if (typeof each !== 'string') return [issueAt('sort', 'unknown-field')]
    const leaf = leafAt(fields, each.replace(/^-/, ''), lookup)
    if (leaf === 'unknown') return [issueAt('sort', 'unknown-field')]
    return leaf === 'closed' || leaf === 'presence' ? [issueAt('sort', 'closed-field')] : []
  })
}
