import type { OpenApi, Schema } from '../../api/description/openapi.ts'
import { isJsonObject } from '../../lib/json-object.ts'

/** A field of what is sent, as a line of a table. */
export type FieldLine = { path: string; type: string; isNeeded: boolean; about: string }

/** Levels of parts within parts that are listed. */
const DEEPEST = 4

const schemaOf = (value: unknown): Schema => (isJsonObject(value) ? { ...value } : {})

function resolved(schema: Schema, { components }: Pick<OpenApi, 'components'>): Schema {
  const { $ref } = schema
  return typeof $ref === 'string' ? (components.schemas[$ref.slice('#/components/schemas/'.length)] ?? {}) : schema
}

/** What a value is, in the words of JSON Schema: its type, or the values that it may have. */
function typeOf({ type, enum: values, format, anyOf }: Schema): string {
  if (Array.isArray(values)) return values.map(String).join(' | ')
  if (Array.isArray(anyOf)) return [...new Set(anyOf.map((each: unknown) => typeOf(schemaOf(each))))].join(' | ')
  const named = Array.isArray(type) ? type.map(String).join(' | ') : typeof type === 'string' ? type : '…'
  return typeof format === 'string' ? `${named} (${format})` : named
}

/** The fields of a schema with those of its parts, each with its path. */
export function fieldsOf(schema: Schema, document: Pick<OpenApi, 'components'>, at = '', depth = 0): FieldLine[] {
  const { properties, required } = resolved(schema, document)
  if (!isJsonObject(properties) || depth >= DEEPEST) return []
  const needed = new Set<unknown>(Array.isArray(required) ? required : [])
  return Object.entries(properties).flatMap(([name, value]) => {
    const each = schemaOf(value)
    const within = schemaOf(each['contentSchema'] ?? each['items'] ?? each)
    const path = `${at}${name}`
    const { maxLength, description } = each
    const about = [
      typeof maxLength === 'number' ? `≤ ${maxLength}` : '',
      typeof description === 'string' ? description : '',
    ]
    return [
      { path, type: typeOf(each), isNeeded: needed.has(name), about: about.filter((one) => one !== '').join('. ') },
      ...fieldsOf(within, document, `${path}.`, depth + 1),
    ]
  })
}
