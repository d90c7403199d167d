import { z } from 'zod'
import { isJsonObject } from '../../lib/json-object.ts'
import type { Schema } from './openapi.ts'

/** A record of a collection within an answer. */
export const recordOf = (collection: string) => z.looseObject({ id: z.string() }).meta({ record: collection })

/** What no caller may set is no part of what may be sent. */
function withoutClosed(schema: Schema): void {
  const { properties } = schema
  if (!isJsonObject(properties)) return
  for (const [name, each] of Object.entries(properties))
    if (isJsonObject(each) && isJsonObject(each['not'])) Reflect.deleteProperty(properties, name)
}

function withReferences(schema: Schema): void {
  const { record } = schema
  if (typeof record !== 'string') return
  for (const name of Object.keys(schema)) Reflect.deleteProperty(schema, name)
  schema['$ref'] = `#/components/schemas/${record}`
}

/** The JSON Schema of what a schema of ours takes, or of what an answer holds. */
export function fromZod(schema: z.ZodType, io: 'input' | 'output' = 'input'): Schema {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      withoutClosed(jsonSchema)
      withReferences(jsonSchema)
    },
  })
  return made
}
