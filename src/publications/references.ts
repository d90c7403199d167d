/** What a link or an upload names, by its id: Payload takes and shows a whole record in its place too. */
export const recordOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

/** The ids of what stands uploaded in a rich text or in blocks, of one collection, each once. */
export const uploadsIn = (value: unknown, collection: 'media' | 'files'): string[] =>
  idsIn(value, (each) => each.type === 'upload' && each.relationTo === collection)

/** The ids of the records of a collection that a rich text shows or links to, each once. */
export const namedIn = (value: unknown, collection: string): string[] =>
  idsIn(value, (each) => each.relationTo === collection)

type Reference = { type?: unknown; relationTo: unknown; value: unknown }

const isReference = (value: object): value is Reference => 'relationTo' in value && 'value' in value

const idsIn = (value: unknown, wanted: (each: Reference) => boolean): string[] =>
  [...new Set(found(value, wanted))].sort()

function found(value: unknown, wanted: (each: Reference) => boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => found(each, wanted))
  if (typeof value !== 'object' || value === null) return []
  const id = isReference(value) && wanted(value) ? recordOf(value.value) : null
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(value).flatMap((each) => found(each, wanted))]
}
