import type { Reader } from '../reader.ts'
import { findFirst } from '../../db/find.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import type { ListView } from './filter.ts'

/** Under which name an account keeps its views of a list. */
export const keptAs = (collection: string): string => `views-${collection}`

/** The views of a list that an account keeps. */
export async function ownViews({ payload, req, user }: Reader, collection: string): Promise<ListView[]> {
  const kept = await findFirst({ payload, req }, 'payload-preferences', {
    where: {
      and: [
        { key: { equals: keptAs(collection) } },
        { 'user.value': { equals: user.id } },
        { 'user.relationTo': { equals: 'users' } },
      ],
    },
  })
  const views: unknown = isJsonObject(kept?.value) ? kept.value['views'] : null
  return (Array.isArray(views) ? views : []).flatMap((view: unknown) => {
    if (!isJsonObject(view)) return []
    const { name, query } = view
    return typeof name === 'string' && typeof query === 'string' ? [{ name, query }] : []
  })
}
