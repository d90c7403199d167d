import type { Payload, PayloadRequest } from 'payload'
import { findFirst } from '../db/find.ts'
import { kindOf, type Drafted } from '../content/public-kind.ts'
import { placeName } from '../organisation/region.ts'

const LONGEST = 80

/** The address that a title gives, or the next one that nothing else of the collection has. */
export async function freeAddress(
  payload: Payload,
  collection: Drafted,
  title: string,
  req: PayloadRequest,
): Promise<string> {
  const wanted = placeName(title).replaceAll(' ', '-').slice(0, LONGEST).replace(/-$/, '') || 'page'
  return firstFree(payload, collection, wanted, req)
}

/** An address, or the first of those with a number behind it that nothing else of the collection has. */
export async function firstFree(
  payload: Payload,
  collection: Drafted,
  wanted: string,
  req: PayloadRequest,
): Promise<string> {
  const { segments = ['slug'] } = kindOf(payload, collection)
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`
    const found = await findFirst({ payload, req }, collection, {
      where: { or: segments.map((field) => ({ [field]: { equals: slug } })) },
    })
    if (found === null) return slug
  }
}
