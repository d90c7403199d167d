import type { FlattenedField } from 'payload'
import { isJsonObject, type JsonObject } from '../lib/json-object.ts'

/** A relation that a document holds. */
export type Relation = { path: string; to: string; id: string }

/** Every relation in a document, as MongoDB has it: nothing but us looks whether what they name is there. */
export function relationsIn(fields: readonly FlattenedField[], document: JsonObject, at = ''): Relation[] {
  return fields.flatMap((field): Relation[] => {
    const path = `${at}${field.name}`
    const stored = document[field.name]
    const isLocalised = 'localized' in field && field.localized === true && isJsonObject(stored)
    return (isLocalised ? Object.values(stored) : [stored]).flatMap((value) => ofField(field, value, path))
  })
}

function ofField(field: FlattenedField, value: unknown, path: string): Relation[] {
  if (value === null || value === undefined) return []
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
        named(each, typeof field.relationTo === 'string' ? field.relationTo : null, path),
      )
    case 'group':
    case 'tab':
      return isJsonObject(value) ? relationsIn(field.flattenedFields, value, `${path}.`) : []
    case 'array':
      return rowsOf(value).flatMap((row) => relationsIn(field.flattenedFields, row, `${path}.`))
    case 'blocks':
      return rowsOf(value).flatMap((row) => {
        const block = field.blocks.find(({ slug }) => slug === row['blockType'])
        return block ? relationsIn(block.flattenedFields, row, `${path}.`) : []
      })
    default:
      return []
  }
}

function named(value: unknown, to: string | null, path: string): Relation[] {
  if (value === null || value === undefined) return []
  if (to !== null) return [{ path, to, id: idOf(value) }]
  return isJsonObject(value) && typeof value['relationTo'] === 'string'
    ? [{ path, to: value['relationTo'], id: idOf(value['value']) }]
    : []
}

/** An id as text, be it one of the driver's objects. */
const idOf = (value: unknown): string => `${value as string}`

const rowsOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : [])
