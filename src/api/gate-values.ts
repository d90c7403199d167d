import type { Leaf } from './gate-fields.ts'

const EQUALITY = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const
const ORDER = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const
const TEXT = ['like', 'not_like', 'contains'] as const

/** What both databases can answer: SQLite knows no `all`, and neither has points. */
const OPERATORS: Readonly<Record<Leaf, ReadonlySet<string>>> = {
  text: new Set([...EQUALITY, ...ORDER, ...TEXT]),
  choice: new Set([...EQUALITY, ...TEXT]),
  number: new Set([...EQUALITY, ...ORDER]),
  date: new Set([...EQUALITY, ...ORDER]),
  checkbox: new Set(EQUALITY),
  relation: new Set([...EQUALITY, 'contains', 'like']),
  polymorphic: new Set(['equals', 'not_equals', 'exists']),
  presence: new Set(['exists']),
}

const LISTS: ReadonlySet<string> = new Set(['in', 'not_in'])
const LONGEST_VALUE = 500
const LONGEST_LIST = 500

/** Whether a field of this kind may be compared so. */
export const mayCompare = (leaf: Leaf, operator: string): boolean => OPERATORS[leaf].has(operator)

/** Whether a value of a query suits the field and the comparison. */
export function suits(leaf: Leaf, operator: string, value: unknown): boolean {
  if (operator === 'exists') return value === 'true' || value === 'false' || typeof value === 'boolean'
  if (!LISTS.has(operator)) return suitsOne(leaf, operator, value)
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value]
  return list.length <= LONGEST_LIST && list.every((each) => suitsOne(leaf, operator, each))
}

function suitsOne(leaf: Leaf, operator: string, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return value === null
  const text = String(value)
  if (text.length > LONGEST_VALUE || text.includes('\0')) return false
  const mayBeNull = operator === 'equals' || operator === 'not_equals'
  if (mayBeNull && text === 'null') return true
  switch (leaf) {
    case 'number':
      return /^[+-]?\d{1,15}(\.\d{1,10})?$/.test(text)
    case 'date':
      return /^\d{4}-\d{2}-\d{2}([T ].{1,30})?$/.test(text) && !Number.isNaN(Date.parse(text))
    case 'checkbox':
      return text === 'true' || text === 'false'
    case 'relation':
    case 'polymorphic':
      return /^[\w-]{1,100}$/.test(text)
    case 'text':
    case 'choice':
      return true
    case 'presence':
      return false
  }
}
