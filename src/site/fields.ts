import type { Request } from 'express'

/** The values that a form sent, by the names of its fields. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** The fields of a form that the front door has read; none of a body of another kind. */
export function fieldsOf({ body }: Pick<Request, 'body'>): Fields {
  const sent: unknown = body
  if (typeof sent !== 'object' || sent === null) return {}
  return Object.fromEntries(Object.entries(sent).filter(isField))
}

/** The one text of a field, empty when it was not sent. */
export function textIn(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All that was ticked of a field. */
export function listIn(fields: Fields, name: string): readonly string[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? [value] : (value ?? [])
}

function isField(entry: [string, unknown]): entry is [string, string | readonly string[]] {
  const [, value] = entry
  return typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
}
