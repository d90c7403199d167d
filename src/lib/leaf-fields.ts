import type { FlattenedField } from 'payload'
import { isJsonObject, type JsonObject } from './json-object.ts'

/** A field of a document that holds no other fields, with its value and its path (`layout.0.image`). */
export type LeafField = { field: FlattenedField; value: unknown; path: string }

/** How {@link leafFields} goes through a document. */
export type Walk = {
  /** The path that stands before those of the fields, with its dot. */
  at?: string
  /** The values of one field: a document as a database stores it may hold one for each language. */
  valuesOf?: (field: FlattenedField, value: unknown) => readonly unknown[]
}

/**
 * The fields of a document that hold no other fields, in the order of the fields: those within its groups, its rows and
 * its blocks too. What is of another kind of JSON than its field takes is left out.
 */
export function leafFields(
  data: JsonObject,
  fields: readonly FlattenedField[],
  { at = '', valuesOf = (_field, value) => [value] }: Walk = {},
): LeafField[] {
  const within = (value: unknown, inner: readonly FlattenedField[], path: string) =>
    isJsonObject(value) ? leafFields(value, inner, { at: `${path}.`, valuesOf }) : []
  const ofField = (field: FlattenedField, value: unknown, path: string): LeafField[] => {
    switch (field.type) {
      case 'group':
      case 'tab':
        return within(value, field.flattenedFields, path)
      case 'array':
        return rowsIn(value).flatMap((row, index) => within(row, field.flattenedFields, `${path}.${index}`))
      case 'blocks':
        return rowsIn(value).flatMap((row, index) => {
          const kind = isJsonObject(row) ? field.blocks.find(({ slug }) => slug === row['blockType']) : undefined
          return kind ? within(row, kind.flattenedFields, `${path}.${index}`) : []
        })
      default:
        return [{ field, value, path }]
    }
  }
  return fields.flatMap((field) =>
    Object.hasOwn(data, field.name)
      ? valuesOf(field, data[field.name]).flatMap((value) => ofField(field, value, at + field.name))
      : [],
  )
}

/** The values of a field in all languages, of a document that holds one for each; for {@link Walk}. */
export const inEachLanguage = (field: FlattenedField, stored: unknown): readonly unknown[] =>
  'localized' in field && field.localized === true && isJsonObject(stored) ? Object.values(stored) : [stored]

const rowsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
