import type { CollectionBeforeOperationHook, Where } from 'payload'
import { fold } from '../src/lib/fold.ts'

/** The field that holds a record's names in their folded form. */
const FOLDED = 'searchKey'

/** Operators that look for a text inside another; what equals a name is asked of the name itself. */
const SEARCHING: ReadonlySet<string> = new Set(['like', 'contains', 'not_like'])

/**
 * Searches and sorts by the folded names where a list asks for the names, so that « élan », « Elan » and « ÉLAN » find the
 * same records and stand beside each other: neither database compares them so by itself.
 * @param name the field that people see, whose folded form the record keeps
 */
export const foldSearched =
  (name: string): CollectionBeforeOperationHook =>
  ({ args, operation }) => {
    if (operation !== 'read' && operation !== 'count') return args
    const where = 'where' in args && args.where ? { where: folded(args.where, name) } : {}
    return 'sort' in args && args.sort ? { ...args, ...where, sort: sorted(args.sort, name) } : { ...args, ...where }
  }

function folded(where: Where, name: string): Where {
  const parts = Object.entries(where).map(([key, condition]): Where => {
    if (Array.isArray(condition)) return { [key]: condition.map((each) => folded(each, name)) }
    if (key === FOLDED) return { [key]: foldedValues(condition) }
    if (key !== name) return { [key]: condition }
    const [searching, others] = [true, false].map((wanted) =>
      Object.fromEntries(Object.entries(condition).filter(([operator]) => SEARCHING.has(operator) === wanted)),
    )
    return {
      ...(Object.keys(others ?? {}).length > 0 ? { [key]: { ...others } } : {}),
      ...(Object.keys(searching ?? {}).length > 0 ? { [FOLDED]: foldedValues({ ...searching }) } : {}),
    }
  })
  return parts.length > 1 ? { and: parts } : (parts[0] ?? {})
}

const foldedValues = (condition: Exclude<Where[string], Where[]>) =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, value]): [string, unknown] => [
      operator,
      typeof value === 'string' ? fold(value) : value,
    ]),
  )

function sorted(sort: string | string[], name: string): string | string[] {
  if (Array.isArray(sort)) return sort.map((each) => sortedBy(each, name))
  return sort
    .split(',')
    .map((each) => sortedBy(each, name))
    .join(',')
}

const sortedBy = (field: string, name: string): string =>
  field === name ? FOLDED : field === `-${name}` ? `-${FOLDED}` : field
