import { configToJSONSchema, type SanitizedConfig } from 'payload'
import { isJsonObject } from '../../lib/json-object.ts'
import { fromZod } from './from-zod.ts'
import type { Schema } from './openapi.ts'
import type { z } from 'zod'

/** Where Payload's schemas name each other, and where those of the description do. */
const THERE = '#/definitions/'
const HERE = '#/components/schemas/'

/** What is told beside the records of a collection to who shows no credentials, by its slug. */
export type ToldBeside = Readonly<Record<string, z.ZodObject>>

/** What of a record its sender does not say. */
const NOT_SENT = ['id', 'createdAt', 'updatedAt', 'sizes']

const mapped = (value: unknown, each: (found: Schema) => Schema): unknown => {
  if (Array.isArray(value)) return value.map((entry: unknown) => mapped(entry, each))
  if (!isJsonObject(value)) return value
  return each(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, each)])))
}

const asSchema = (value: unknown): Schema => (isJsonObject(value) ? { ...value } : {})

/** Names a schema as the description has it, and takes away what Payload writes for its own types. */
function named({ $ref, tsEnumNames: _names, ...rest }: Schema): Schema {
  return typeof $ref === 'string' ? { ...rest, $ref: $ref.replace(THERE, HERE) } : withAbsence(rest)
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A choice that may be none names null among its values too, which Payload leaves out. */
function withAbsence(schema: Schema): Schema {
  const type = listed(schema['type'])
  const values = listed(schema['enum'])
  return type.includes('null') && values.length > 0 && !values.includes(null)
    ? { ...schema, enum: [...values, null] }
    : schema
}

/** As it is read: what somebody may not see, did not choose or never wrote is not there. */
function read(schema: Schema): Schema {
  const { required: _required, ...rest } = named(schema)
  return rest['additionalProperties'] === false ? { ...rest, additionalProperties: true } : rest
}

/** As it is sent: another record is named by its id. */
function sent(schema: Schema): Schema {
  const { oneOf, required: _required, ...rest } = named(schema)
  if (!Array.isArray(oneOf)) return rest
  const ids = oneOf.filter((option: unknown) => isJsonObject(option) && !('$ref' in option))
  return { ...rest, ...(ids.length === 1 ? asSchema(ids[0]) : { anyOf: ids }) }
}

/** Fields that have to be there, unless something fills them in. */
const needed = (fields: SanitizedConfig['collections'][number]['flattenedFields']): string[] =>
  fields.flatMap((field) =>
    'required' in field && field.required === true && !('defaultValue' in field && field.defaultValue !== undefined)
      ? [field.name]
      : [],
  )

/** What the records of an installation look like, by their names: read, sent to be changed, sent to be made. */
export function schemasOfRecords(
  config: SanitizedConfig,
  beside: ToldBeside,
  written: ReadonlySet<string>,
): Record<string, Schema> {
  const { definitions = {} } = configToJSONSchema(config, 'text')
  const schemas: Record<string, Schema> = {}
  for (const { slug, flattenedFields } of [...config.collections, ...config.globals]) {
    const known = asSchema(definitions[slug])
    const seen = asSchema(mapped(known, read))
    const told = beside[slug] ? { ...asSchema(fromZod(beside[slug], 'output')['properties']) } : {}
    const properties = { ...asSchema(seen['properties']), ...told }
    const isCollection = config.collections.some((each) => each.slug === slug)
    schemas[slug] = { ...seen, properties, ...(isCollection ? { required: ['id'] } : {}) }
    if (!written.has(slug)) continue
    const change = asSchema(mapped(known, sent))
    const fields = Object.fromEntries(
      Object.entries(asSchema(change['properties'])).filter(([name]) => !NOT_SENT.includes(name)),
    )
    const required = needed(flattenedFields).filter((name) => name in fields)
    schemas[`${slug}-change`] = { ...change, title: `${String(change['title'])}Change`, properties: fields }
    schemas[`${slug}-new`] = { ...change, title: `${String(change['title'])}New`, properties: fields, required }
  }
  return { ...schemas, ...referredTo(definitions, schemas) }
}

/** Schemas that others name and that are of no record (`supportedTimezones`, blocks). */
function referredTo(definitions: Readonly<Record<string, unknown>>, schemas: Readonly<Record<string, Schema>>) {
  const found: Record<string, Schema> = {}
  const look = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name in schemas || name in found || !(name in definitions)) continue
      found[name] = asSchema(mapped(asSchema(definitions[name]), read))
      look(JSON.stringify(found[name]))
    }
  }
  look(JSON.stringify(schemas))
  return found
}
