import { badQuery } from '../../api/gate-refusals.ts'
import { BOUNDS } from '../../api/gate-query.ts'
import { issuesOfSort, issuesOfWhere } from '../../api/gate-where.ts'
import type { GateRules } from '../../api/gate.ts'
import { DomainError, type Issue } from '../../lib/errors.ts'
import { PANEL_FUNCTIONS } from '../../lib/panel-functions.ts'
import { readCall, referred } from './call-body.ts'
import { isJsonObject } from '../../lib/json-object.ts'

const badCall = (path = '') =>
  new DomainError(
    'BadRequest',
    'bad-action',
    400,
    {
      fr: 'Cette action du panneau est illisible. Rechargez la page et recommencez.',
      en: 'This action of the panel cannot be read. Reload the page and try again.',
    },
    path === ''
      ? {}
      : {
          issues: [
            {
              path,
              code: 'not-a-value',
              messages: { fr: 'Cette valeur ne convient pas.', en: 'This value does not suit.' },
            },
          ],
        },
  )

/** A function of the panel that ours does not use, or nobody has. */
export const unknownFunction = (name: string) =>
  new DomainError(
    'BadRequest',
    'unknown-action',
    400,
    { fr: 'Le panneau ne connaît pas cette action.', en: 'The panel knows no such action.' },
    {
      issues: [
        {
          path: name.slice(0, 100),
          code: 'unknown-action',
          messages: { fr: 'Cette action n’existe pas.', en: 'There is no such action.' },
        },
      ],
    },
  )

type Check = (value: unknown, rules: GateRules) => boolean

const absent = (value: unknown): boolean => value === undefined || value === null || value === '$undefined'
const optional =
  (check: Check): Check =>
  (value, rules) =>
    absent(value) || check(value, rules)

const text: Check = (value) => typeof value === 'string' && value.length <= 2_000
const id: Check = (value) => (typeof value === 'string' && value.length <= 100) || Number.isSafeInteger(value)
const language: Check = (value, { locales }) =>
  value === false || (typeof value === 'string' && locales.includes(value))
const ofCollection: Check = (value, { collections }) => typeof value === 'string' && collections.has(value)
const ofGlobal: Check = (value, { globals }) => typeof value === 'string' && globals.has(value)

/** The kinds that named arguments must have, whichever function they are for; of others Payload makes no name to look up. */
const ARGUMENTS: ReadonlyMap<string, Check> = new Map([
  ['collectionSlug', optional(ofCollection)],
  ['globalSlug', optional(ofGlobal)],
  ['locale', optional(language)],
  ['fromLocale', optional(language)],
  ['toLocale', optional(language)],
  ['fallbackLocale', optional(language)],
  ['id', optional(id)],
  ['docID', optional(id)],
  ['schemaPath', optional(text)],
  ['path', optional(text)],
  ['widgetSlug', optional(text)],
  ['drawerSlug', optional(text)],
  ['operation', optional((value) => value === 'create' || value === 'update')],
  ['columns', optional((value) => Array.isArray(value) && value.every(isJsonObject))],
  ['data', optional(isJsonObject)],
  ['formState', optional(isJsonObject)],
  ['documentFormState', optional(isJsonObject)],
  ['initialBlockData', optional(isJsonObject)],
  ['initialBlockFormState', optional(isJsonObject)],
  ['initialData', optional(isJsonObject)],
  ['docPermissions', optional(isJsonObject)],
  ['docPreferences', optional(isJsonObject)],
  ['select', optional(isJsonObject)],
  ['searchParams', optional(isJsonObject)],
  ['query', optional(isJsonObject)],
  // Only joined lists have one, and only a caller of its own making says what it leads to.
  ['parent', absent],
  ['paramsOverride', absent],
])

/** Functions that work on a record of one collection, or on a global. */
const OF_A_COLLECTION: ReadonlySet<string> = new Set([
  'render-document',
  'render-document-slots',
  'render-list',
  'table-state',
])

/** Everything wrong with the question that a list is to answer. */
function issuesOfQuery(slug: unknown, query: unknown, { collections, ...rules }: GateRules): Issue[] {
  const fields = typeof slug === 'string' ? collections.get(slug)?.fields : undefined
  if (!fields || !isJsonObject(query)) return []
  const lookup = { ...rules, collections }
  const { where, sort } = query
  return [
    ...(absent(where) ? [] : issuesOfWhere(where, fields, lookup, BOUNDS.staff)),
    ...(absent(sort) || sort === '' ? [] : issuesOfSort(sort, fields, lookup)),
  ]
}

/**
 * Judges a call of one of the panel's functions before the panel hears of it: its name and every name among
 * its arguments stands in a list.
 */
export function issueOfCall(body: string, rules: GateRules, languages: ReadonlySet<string>): DomainError | null {
  const given = readCall(body)
  if (!given) return badCall()
  // The choice of a language is a function of its own, with what Next closed into it before the language.
  if (given.length > 0 && given.length <= 2 && given.every((each) => typeof each === 'string'))
    return languages.has(String(given.at(-1))) ? null : badCall('language')
  const [call] = given
  if (given.length !== 1 || !isJsonObject(call)) return badCall()
  const { name, args } = call
  if (typeof name !== 'string' || !PANEL_FUNCTIONS.has(name))
    return unknownFunction(typeof name === 'string' ? name : '')
  const resolved = (value: unknown): unknown => (typeof value === 'string' ? (referred(given, value) ?? value) : value)
  const list = resolved(args)
  if (absent(list)) return OF_A_COLLECTION.has(name) ? badCall('collectionSlug') : null
  if (!isJsonObject(list)) return badCall('args')
  for (const [key, check] of ARGUMENTS) {
    if (Object.hasOwn(list, key) && !check(resolved(list[key]), rules)) return badCall(key)
  }
  if (OF_A_COLLECTION.has(name) && absent(list['collectionSlug'])) return badCall('collectionSlug')
  // A list shows what was read with the caller's rights, not rows that they make up: its cells name what rows refer to.
  if (name === 'table-state' && !absent(list['data'])) return badCall('data')
  const issues = issuesOfQuery(list['collectionSlug'], resolved(list['query']), rules)
  return issues.length > 0 ? badQuery(issues) : null
}
