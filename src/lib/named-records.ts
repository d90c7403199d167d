import type { FlattenedField } from 'payload'
import { isJsonObject, type JsonObject } from './json-object.ts'
import { leafFields, type Walk } from './leaf-fields.ts'

/** A record that a document names, and where. */
export type Reference = { path: string; collection: string; id: string }

const rowsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/**
 * Every record that a document names in its fields, its rows, its blocks and its formatted texts, in the order of the
 * fields. The document has the kinds of JSON that its fields take (`faultsOfData` looks at them before).
 */
export const referencesIn = (data: JsonObject, fields: readonly FlattenedField[], walk: Walk = {}): Reference[] =>
  leafFields(data, fields, walk).flatMap(({ field, value, path }) => {
    if (field.type === 'relationship' || field.type === 'upload')
      return Array.isArray(value)
        ? value.flatMap((each: unknown, index) => named(each, field.relationTo, `${path}.${index}`))
        : named(value, field.relationTo, path)
    return field.type === 'richText' && isJsonObject(value) && isJsonObject(value['root'])
      ? referencesInNodes(value['root']['children'], `${path}.root.children`)
      : []
  })

/** Uploads and records that stand in a formatted text, and what its links lead to. */
function referencesInNodes(nodes: unknown, at: string): Reference[] {
  return rowsIn(nodes).flatMap((node, index) => {
    if (!isJsonObject(node)) return []
    const here = `${at}.${index}`
    const itself =
      node['type'] === 'upload' || node['type'] === 'relationship'
        ? named({ relationTo: node['relationTo'], value: node['value'] }, [], `${here}.value`)
        : []
    const linked = isJsonObject(node['fields']) ? named(node['fields']['doc'], [], `${here}.fields.doc`) : []
    return [...itself, ...linked, ...referencesInNodes(node['children'], `${here}.children`)]
  })
}

/** An id, or a record that has one; with its collection where there is a choice. */
function named(value: unknown, to: string | readonly string[], path: string): Reference[] {
  const [collection, record] =
    typeof to === 'string' ? [to, value] : isJsonObject(value) ? [value['relationTo'], value['value']] : []
  const id = isJsonObject(record) ? record['id'] : record
  return typeof collection === 'string' && typeof id === 'string' && id !== '' ? [{ path, collection, id }] : []
}
