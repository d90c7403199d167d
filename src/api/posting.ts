import type { Endpoint } from 'payload'
import type { z } from 'zod'
import { readOrRefuse } from '../input/read.ts'
import type { Repeating } from './repeatable.ts'
import { endpoint, type Ask } from './respond.ts'

export type OwnEndpoint = Omit<Endpoint, 'root'>

/** What an endpoint is asked, with the body that it takes. The body is read when the endpoint asks for it: after it knows who may. */
export type Posted<Schema extends z.ZodType> = Omit<Ask, 'json' | 'form' | 'lines'> & {
  /** The body, read by the endpoint's schema. @throws DomainError 400 with every fault, 415 */
  body: () => Promise<z.output<Schema>>
}

/** `POST` an object of JSON: the schema stands on the endpoint, for whoever describes or tests it. */
export const posting = <Schema extends z.ZodType>(
  path: string,
  body: Schema,
  handler: (posted: Posted<Schema>) => Promise<Response>,
  repeating: Repeating = {},
): OwnEndpoint => ({
  path,
  method: 'post',
  custom: { body, secret: repeating.secret === true },
  handler: endpoint(
    ({ json, form: _form, lines: _lines, ...ask }) =>
      handler({ ...ask, body: async () => readOrRefuse(body, await json()) }),
    repeating,
  ),
})

/** `POST` an object of JSON whose answer holds what is secret: none is kept for whoever sends the same again. */
export const postingSecret = <Schema extends z.ZodType>(
  path: string,
  body: Schema,
  handler: (posted: Posted<Schema>) => Promise<Response>,
): OwnEndpoint => posting(path, body, handler, { secret: true })
