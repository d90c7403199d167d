/** A JSON Schema of the dialect that OpenAPI 3.1 has (2020-12). */
export type Schema = { [keyword: string]: unknown }

/** What is sent beside a body: in the path, in the query, in a header. */
export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  style?: 'deepObject'
  explode?: boolean
  schema: Schema
  example?: unknown
}

export type Header = { $ref: string } | { description: string; required?: boolean; schema: Schema }

type Media = { schema: Schema; example?: unknown; examples?: Readonly<Record<string, { value: unknown }>> }

/** What a request is answered with, by its status. */
export type Answer = {
  description: string
  headers?: Readonly<Record<string, Header>>
  content?: Readonly<Record<string, Media>>
}

/** One address with one method. */
export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security: Readonly<Record<string, readonly string[]>>[]
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Readonly<Record<string, Media>> }
  responses: Readonly<Record<string, Answer>>
}

export type OpenApi = {
  openapi: '3.1.0'
  info: { title: string; version: string; summary: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string; description?: string }[]
  paths: Record<string, Record<string, Operation>>
  /** What is sent by us, to addresses that others registered. */
  webhooks: Record<string, { post: Operation }>
  components: {
    schemas: Record<string, Schema>
    headers: Record<string, Header>
    securitySchemes: Record<string, unknown>
  }
}
