import type { Use } from '../../content/usage/uses-of.ts'

/** A place that names a record, as the form lists it. */
export type ShownUse = Omit<Use, 'labels'> & { kind: string }

const isUse = (value: unknown): value is ShownUse =>
  typeof value === 'object' &&
  value !== null &&
  'collection' in value &&
  'id' in value &&
  'title' in value &&
  'live' in value &&
  'kind' in value

/** Asks which places of the site name a record. @throws Error when the server does not say */
export async function fetchUses(collection: string, id: string): Promise<readonly ShownUse[]> {
  const response = await fetch(`/api/${collection}/${id}/usage`, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`The uses could not be read: ${response.status}`)
  const body: unknown = await response.json()
  return typeof body === 'object' && body !== null && 'docs' in body && Array.isArray(body.docs)
    ? body.docs.filter(isUse)
    : []
}
