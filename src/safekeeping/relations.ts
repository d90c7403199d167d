import type { FlattenedField } from 'payload'
import { isJsonObject, type JsonObject } from '../lib/json-object.ts'
import { inEachLanguage, leafFields } from '../lib/leaf-fields.ts'

/** A relation that a document holds. */
export type Relation = { path: string; to: string; id: string }

/** Every relation in a document, as MongoDB has it: nothing but us looks whether what they name is there. */
export const relationsIn = (fields: readonly FlattenedField[], document: JsonObject): Relation[] =>
  leafFields(document, fields, { valuesOf: inEachLanguage }).flatMap(({ field, value, path }) =>
    field.type === 'relationship' || field.type === 'upload'
      ? (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
          named(each, typeof field.relationTo === 'string' ? field.relationTo : null, path),
        )
      : [],
  )

function named(value: unknown, to: string | null, path: string): Relation[] {
  if (value === null || value === undefined) return []
  if (to !== null) return [{ path, to, id: idOf(value) }]
  return isJsonObject(value) && typeof value['relationTo'] === 'string'
    ? [{ path, to: value['relationTo'], id: idOf(value['value']) }]
    : []
}

/** An id as text, be it one of the driver's objects. */
const idOf = (value: unknown): string => `${value as string}`
