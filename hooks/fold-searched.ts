import type { CollectionBeforeOperationHook, Where } from 'payload'
import { fold } from '../src/lib/fold.ts'

/** The field that holds a record's names in their folded form. */
const FOLDED = 'searchKey'

/**
 * Folds what is looked for in the folded names, so that « élan », « Elan » and « ÉLAN » find the same records: neither
 * database compares them so by itself.
 */
export const foldSearched: CollectionBeforeOperationHook = ({ args, operation }) => {
  if ((operation !== 'read' && operation !== 'count') || !('where' in args) || !args.where) return args
  return { ...args, where: folded(args.where) }
}

function folded(where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).map(([key, condition]): [string, Where[string]] => {
      if (Array.isArray(condition)) return [key, condition.map(folded)]
      return [key, key === FOLDED ? foldedValues(condition) : condition]
    }),
  )
}

const foldedValues = (condition: Exclude<Where[string], Where[]>) =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, value]): [string, unknown] => [
      operator,
      typeof value === 'string' ? fold(value) : value,
    ]),
  )
