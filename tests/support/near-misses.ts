import type { OpenApi, Schema } from '../../src/api/description/openapi.ts'
import { isJsonObject } from '../../src/lib/json-object.ts'

const asSchema = (value: unknown): Schema => (isJsonObject(value) ? { ...value } : {})

function resolved(schema: Schema, document: OpenApi): Schema {
  const { $ref } = schema
  return typeof $ref === 'string' ? asSchema(document.components.schemas[$ref.split('/').at(-1) ?? '']) : schema
}

const allowed = ({ type }: Schema): string[] => (Array.isArray(type) ? type.map(String) : [String(type)])

/** A value of another kind than a schema asks for. */
const ofAnotherKind = (schema: Schema): unknown => (allowed(schema).includes('number') ? 'text' : 7)

/** A value that a schema takes. */
function sample(given: Schema, document: OpenApi): unknown {
  const schema = resolved(given, document)
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  if (Array.isArray(schema['anyOf'])) return sample(asSchema(schema['anyOf'][0]), document)
  const [kind] = allowed(schema)
  if (kind === 'object') {
    const required = Array.isArray(schema['required']) ? schema['required'].map(String) : []
    const properties = asSchema(schema['properties'])
    return Object.fromEntries(required.map((name) => [name, sample(asSchema(properties[name]), document)]))
  }
  if (kind === 'array') return []
  if (kind === 'boolean') return true
  if (kind === 'integer' || kind === 'number') return 1
  return schema['format'] === 'date' ? '2026-11-23' : 'text'
}

/** Bodies that a schema of an object nearly takes: one name missing, one too many, values of another kind, texts too long. */
export function nearMisses(given: Schema, document: OpenApi): unknown[] {
  const schema = resolved(given, document)
  const whole = sample(schema, document)
  if (!isJsonObject(whole)) return [whole]
  const properties = Object.entries(asSchema(schema['properties'])).map(
    ([name, each]) => [name, asSchema(each)] as const,
  )
  const kinds = properties.filter(([, each]) => each['type'] !== undefined)
  const long = properties.find(([, { maxLength }]) => typeof maxLength === 'number')
  const [first] = Object.keys(whole)
  const others = { ...whole }
  if (first !== undefined) Reflect.deleteProperty(others, first)
  return [
    whole,
    { ...whole, noSuchField: 1 },
    ...(first === undefined ? [] : [others]),
    ...(kinds[0] ? [{ ...whole, [kinds[0][0]]: ofAnotherKind(kinds[0][1]) }] : []),
    ...(long ? [{ ...whole, [long[0]]: 'x'.repeat(Number(long[1]['maxLength']) + 1) }] : []),
  ]
}
