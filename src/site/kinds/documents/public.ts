import type { Payload } from 'payload'
import type { Document } from '../../../payload-types.ts'

/** The documents that anybody may read, with their files, the latest first. */
export async function publicDocuments(payload: Payload): Promise<Document[]> {
  const { docs } = await payload.find({
    collection: 'documents',
    sort: ['-day', '-createdAt'],
    depth: 1,
    limit: 0,
    pagination: false,
    overrideAccess: false,
  })
  return docs
}

/** Documents by the year of their day, in the order in which they come. */
export function byYear(documents: readonly Document[]): [year: string, documents: Document[]][] {
  const years = new Map<string, Document[]>()
  for (const document of documents) {
    const year = document.day.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), document])
  }
  return [...years]
}
