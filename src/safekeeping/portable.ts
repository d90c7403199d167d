import type { FlattenedField } from 'payload'

type Json = Readonly<Record<string, unknown>>
export type Row = Json & { id: string }

/** Whether a value is left out. */
type Leaves = (value: unknown) => boolean

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const isNothing: Leaves = (value) => value === null || value === undefined

/** What one database leaves away and the other writes down as empty. */
const isEmpty: Leaves = (value) =>
  isNothing(value) || (Array.isArray(value) ? value.length === 0 : isJson(value) && Object.keys(value).length === 0)

/** What rows of lists and blocks have besides their fields. */
const OF_ROWS: ReadonlySet<string> = new Set(['id', 'blockType', 'blockName'])

/**
 * A document of SQLite's as MongoDB keeps one: what is not set is absent, since an index that lets one value stand once
 * lets two nulls stand no more. What no field describes is left out; free JSON stays as it is.
 */
export const portable = (fields: readonly FlattenedField[], row: Json): Record<string, unknown> =>
  without(fields, row, isNothing, false)

/** What a document says, whichever of the two databases it was read from. */
export function essence(fields: readonly FlattenedField[], row: Json): Record<string, unknown> {
  const { id: _id, ...said } = without(fields, row, isEmpty, false)
  return said
}

function without(
  fields: readonly FlattenedField[],
  row: Json,
  leaves: Leaves,
  inLanguage: boolean,
): Record<string, unknown> {
  const known = new Map(fields.map((field) => [field.name, field]))
  const kept = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    const field = known.get(name)
    if (!field && !OF_ROWS.has(name)) return []
    return [[name, field ? ofField(field, value, leaves, inLanguage) : value]]
  })
  return Object.fromEntries(kept.filter(([, value]) => !leaves(value)))
}

function ofField(field: FlattenedField, value: unknown, leaves: Leaves, inLanguage: boolean): unknown {
  const isLocalised = 'localized' in field && field.localized === true && !inLanguage
  if (!isLocalised || !isJson(value)) return inside(field, value, leaves, inLanguage)
  const languages = Object.entries(value).map(
    ([language, each]) => [language, inside(field, each, leaves, true)] as const,
  )
  return Object.fromEntries(languages.filter(([, each]) => !leaves(each)))
}

function inside(field: FlattenedField, value: unknown, leaves: Leaves, inLanguage: boolean): unknown {
  switch (field.type) {
    case 'group':
    case 'tab':
      return isJson(value) ? without(field.flattenedFields, value, leaves, inLanguage) : value
    case 'array':
      return Array.isArray(value)
        ? value.map((each: unknown) => (isJson(each) ? without(field.flattenedFields, each, leaves, inLanguage) : each))
        : value
    case 'blocks':
      return Array.isArray(value)
        ? value.map((each: unknown) =>
            isJson(each)
              ? without(
                  field.blocks.find(({ slug }) => slug === each['blockType'])?.flattenedFields ?? [],
                  each,
                  leaves,
                  inLanguage,
                )
              : each,
          )
        : value
    default:
      return value
  }
}
