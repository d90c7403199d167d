import { z } from 'zod'
import { isJsonObject } from '../../lib/json-object.ts'
import type { ListedRoute } from '../route-table.ts'
import { done, files } from './answers.ts'
import { fromZod } from './from-zod.ts'
import type { Parameter, Schema } from './openapi.ts'
import { FORM_TYPE, JSON_TYPE, type Told } from './payload-operations.ts'
import { IDEMPOTENCY_KEY, inPath } from './queries.ts'
import { saidOf } from './said.ts'

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType

const FILE: Schema = { type: 'string', contentMediaType: 'application/octet-stream' }

/** The parts of a form beside its texts: files under their name, or a document in a part of its own. */
const formOf = (texts: Schema, files: Schema): Schema => ({
  ...texts,
  properties: { ...(isJsonObject(texts['properties']) ? texts['properties'] : {}), ...files },
})

/** A form that has a document in a part of its own, and files. */
const documentAnd = (name: string, document: Schema, files: Schema, required: readonly string[]): Schema => ({
  type: 'object',
  properties: {
    [name]: { type: 'string', contentMediaType: JSON_TYPE, contentSchema: document },
    ...files,
  },
  required,
})

/** What is sent to an endpoint of ours, as the schema on it says. */
function bodyOf({ endpoint }: ListedRoute): Told['body'] {
  const { body, form, payload, lines, filesIn = 'files', documentIn, orJson } = endpoint.custom ?? {}
  const { form: said, example } = saidOf(endpoint)
  const asJson = example === undefined ? {} : { [JSON_TYPE]: example }
  const several: Schema = { [String(filesIn)]: { type: 'array', items: FILE } }
  if (isSchema(body)) {
    const document = fromZod(body)
    const needed = { required: needsSomething(document) }
    if (typeof documentIn !== 'string') return { content: { [JSON_TYPE]: document }, ...needed, examples: asJson }
    const asForm = documentAnd(documentIn, document, several, [documentIn])
    const sent = example === undefined ? {} : { [FORM_TYPE]: { [documentIn]: JSON.stringify(example) } }
    return {
      content: { [JSON_TYPE]: document, [FORM_TYPE]: asForm },
      ...needed,
      examples: { ...asJson, ...sent },
    }
  }
  if (isSchema(lines))
    return {
      content: {
        [JSON_TYPE]: { type: 'array', items: fromZod(lines) },
        'application/x-ndjson': { type: 'string', description: 'The same, a line of JSON for each.' },
      },
      examples: asJson,
    }
  if (isSchema(form)) {
    const texts = fromZod(form)
    const sent = example === undefined ? {} : { [FORM_TYPE]: example }
    return {
      content: { ...(orJson === true ? { [JSON_TYPE]: texts } : {}), [FORM_TYPE]: formOf(texts, several) },
      examples: { ...sent, ...asJson },
    }
  }
  if (isSchema(payload))
    return {
      content: { [FORM_TYPE]: documentAnd('_payload', fromZod(payload), { scan: FILE }, ['_payload', 'scan']) },
    }
  return said ? { content: { [FORM_TYPE]: fromZod(said) } } : undefined
}

const needsSomething = ({ required }: Schema): boolean => Array.isArray(required) && required.length > 0

const wordsOf = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && !part.startsWith(':'))
    .join(' ')
    .replaceAll('-', ' ')

/** Whether the same request may come again under a key. */
export const isRepeatable = ({ method, endpoint }: ListedRoute): boolean =>
  method === 'POST' && endpoint.custom?.['secret'] !== true

/** What is asked in the query, as the schema on the endpoint says. */
function queryOf({ endpoint }: ListedRoute): Parameter[] {
  const query: unknown = endpoint.custom?.['query']
  if (!isSchema(query)) return []
  const { properties, required } = fromZod(query)
  return Object.entries(isJsonObject(properties) ? properties : {}).map(([name, schema]) => ({
    name,
    in: 'query' as const,
    required: Array.isArray(required) && required.includes(name),
    schema: isJsonObject(schema) ? { ...schema } : {},
  }))
}

/** What is told of an endpoint of ours: the schemas that it reads by, and what it says of itself. */
export function toldOfOwn(route: ListedRoute): Told {
  const { summary, answer, status = 200, produces = [] } = saidOf(route.endpoint)
  const words = wordsOf(route.path)
  const titled = words.charAt(0).toUpperCase() + words.slice(1)
  const body = bodyOf(route)
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return {
    summary: summary ?? { fr: titled, en: titled },
    parameters: [...names.map(inPath), ...queryOf(route), ...(isRepeatable(route) ? [IDEMPOTENCY_KEY] : [])],
    ...(body ? { body } : {}),
    answers: {
      [status]:
        produces.length > 0
          ? files('What was asked for.', produces)
          : done('Done.', answer ? fromZod(answer, 'output') : { type: 'object' }, [
              ...(isRepeatable(route) ? ['Idempotent-Replayed'] : []),
              ...(route.collection?.auth ? ['Set-Cookie'] : []),
            ]),
    },
  }
}
