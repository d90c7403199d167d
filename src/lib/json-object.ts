/** An object of JSON, of which nothing is known yet. */
export type JsonObject = { readonly [name: string]: unknown }

/** Whether a value is an object and no list; what it holds is still to be looked at. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
