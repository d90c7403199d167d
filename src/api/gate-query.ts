import type { FlattenedField } from 'payload'
import { parse } from 'qs-esm'
import type { Issue } from '../lib/errors.ts'
import { issueAt } from '../input/issue.ts'
import { leafAt, type FieldLookup } from './gate-fields.ts'
import { issuesOfPopulate, issuesOfSelect } from './gate-select.ts'
import { issuesOfSort, issuesOfWhere, type WhereBounds } from './gate-where.ts'

/** How much one request may ask for. Payload's panel asks for 100 rows a page at most. */
export const BOUNDS = {
  anonymous: { limit: 100, depth: 2, conditions: 10, words: 10 },
  staff: { limit: 100, depth: 5, conditions: 50, words: 50 },
} as const

const MOST_PARAMETERS = 1_000
const LONGEST_NAME = 200
/** Given without a value, these mean nothing to us, and something odd to Payload. */
const MAY_BE_EMPTY = [
  'where',
  'sort',
  'page',
  'limit',
  'depth',
  'locale',
  'select',
  'populate',
  'joins',
  'data',
  'field',
] as const
const WHOLE_NUMBER = /^\d{1,7}$/

/** What became of a query: brought within bounds, or everything that is wrong with it. */
export type QueryVerdict = {
  issues: Issue[]
  /** The query as it may go on. */
  search: string
  /** Whether staff would have been given more. */
  narrowed: boolean
}

type Asked = {
  search: string
  fields: readonly FlattenedField[]
  lookup: FieldLookup
  staff: boolean
  /** Reads are kept within bounds; a bulk change says by `where` what it means. */
  reading: boolean
}

/**
 * The query as Payload will read it (utilities/createPayloadRequest), but for names that every object has
 * (`constructor`): Payload's reader drops them, and answers another question than was asked.
 */
const readQuery = (search: string): Record<string, unknown> =>
  parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true, plainObjects: true })

/** No reader of queries keeps this name. */
const LOST_NAME = /(?:^|\[)__proto__(?:[[\]]|$)/

/** Examines the query of a collection's own REST, and narrows what asks for too much. */
export function examineQuery({ search, fields, lookup, staff, reading }: Asked): QueryVerdict {
  // What is examined is what goes on: `qs` leaves a broken escape as it is, where others decode around it.
  const next = new URLSearchParams(search)
  if (next.size > MOST_PARAMETERS)
    return { issues: [issueAt('', 'too-many', { most: MOST_PARAMETERS })], search, narrowed: false }
  const lost = [...next.keys()].filter((name) => LOST_NAME.test(name))
  if (lost.length > 0)
    return {
      issues: lost.map((name) => issueAt(name.slice(0, LONGEST_NAME), 'unknown-field')),
      search,
      narrowed: false,
    }
  for (const name of MAY_BE_EMPTY) if (next.get(name) === '') next.delete(name)
  const query = readQuery(next.toString())
  const issues: Issue[] = []
  const bounds = staff ? BOUNDS.staff : BOUNDS.anonymous
  let narrowed = false

  /** A whole number given once, undefined when it is not given. */
  const whole = (name: string): number | undefined => {
    const value = query[name]
    if (value === undefined) return undefined
    if (typeof value === 'string' && WHOLE_NUMBER.test(value)) return Number(value)
    else issues.push(issueAt(name, 'not-a-number'))
    return undefined
  }
  const narrow = (name: string, value: number): void => {
    next.set(name, String(value))
    narrowed = true
  }

  if (whole('page') === 0) next.set('page', '1')
  const depth = whole('depth')
  if (depth !== undefined && depth > bounds.depth) narrow('depth', bounds.depth)
  const limit = whole('limit')
  const unpaged = 'pagination' in query && query['pagination'] !== 'true'
  if (reading) {
    if (unpaged && !staff) {
      issues.push(issueAt('pagination', 'pages-only'))
      narrowed = true
    }
    if (limit === undefined ? unpaged : limit === 0 || limit > bounds.limit) narrow('limit', bounds.limit)
  }
  if (!reading && (query['locale'] === 'all' || query['locale'] === '*'))
    issues.push(issueAt('locale', 'not-a-language'))
  const { publishSpecificLocale: published, uploadEdits: edits } = query
  if (published !== undefined && !(typeof published === 'string' && ['', ...lookup.locales].includes(published)))
    issues.push(issueAt('publishSpecificLocale', 'not-a-language'))
  if (edits !== undefined && !isMeasures(edits)) issues.push(issueAt('uploadEdits', 'not-a-value'))
  // Files have one place.
  next.delete('prefix')
  const rest = issuesOfRest(query, fields, lookup, bounds)
  if (!staff && rest.some(({ code }) => code === 'too-many' || code === 'too-many-words')) narrowed = true
  issues.push(...rest)
  return { issues, search: next.size > 0 ? `?${next.toString()}` : '', narrowed }
}

function issuesOfRest(
  query: Record<string, unknown>,
  fields: readonly FlattenedField[],
  lookup: FieldLookup,
  bounds: WhereBounds,
): Issue[] {
  const issues: Issue[] = []
  const { where, sort, field, locale, data } = query
  if (where !== undefined)
    issues.push(...issuesOfWhere(typeof where === 'string' ? parsed(where) : where, fields, lookup, bounds))
  if (sort !== undefined) issues.push(...issuesOfSort(sort, fields, lookup))
  if (field !== undefined) {
    const leaf = typeof field === 'string' ? leafAt(fields, field, lookup) : 'unknown'
    if (leaf === 'unknown' || leaf === 'closed' || leaf === 'presence')
      issues.push(issueAt('field', leaf === 'unknown' ? 'unknown-field' : 'closed-field'))
  }
  if (locale !== undefined && !(typeof locale === 'string' && ['all', '*', ...lookup.locales].includes(locale))) {
    issues.push(issueAt('locale', 'not-a-language'))
  }
  for (const name of ['fallbackLocale', 'fallback-locale']) {
    const value = query[name]
    const list: unknown[] = Array.isArray(value) ? value : [value]
    const known = ['', 'none', 'null', 'false', ...lookup.locales]
    if (value !== undefined && !list.every((each) => typeof each === 'string' && known.includes(each)))
      issues.push(issueAt(name, 'not-a-language'))
  }
  if (query['select'] !== undefined) issues.push(...issuesOfSelect(query['select'], fields, 'select'))
  if (query['populate'] !== undefined) issues.push(...issuesOfPopulate(query['populate'], lookup))
  // Nothing of ours joins by REST, and a join takes a `where` of its own.
  if (query['joins'] !== undefined && query['joins'] !== 'false') issues.push(issueAt('joins', 'not-possible'))
  if (data !== undefined) issues.push(issueAt('data', 'not-possible'))
  return issues
}

/** Where a picture is cut, in numbers and their unit. */
const isMeasures = (value: unknown, depth = 0): boolean =>
  typeof value === 'string'
    ? /^(?:-?\d{1,6}(?:\.\d{1,20})?|%|px|true|false|)$/.test(value)
    : typeof value === 'object' &&
      value !== null &&
      depth < 3 &&
      Object.values(value).every((each) => isMeasures(each, depth + 1))

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
