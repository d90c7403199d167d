import type { CollectionSlug, Payload } from 'payload'
import { cache } from 'react'
import { findById } from '../../db/find.ts'

/**
 * How a record that another one names is called; null where there is none. Read once a page. The column itself is
 * shown to those alone who may read the field, and a title says no more than the field does.
 * @param id as a stored record names it, never as a browser does: whoever calls has read it with the reader's rights
 */
export const titleOf = cache(
  async (payload: Payload, collection: CollectionSlug, id: string): Promise<string | null> => {
    const { useAsTitle } = payload.collections[collection].config.admin
    const record: unknown = await findById({ payload }, collection, id)
    const title: unknown =
      typeof record === 'object' && record !== null
        ? Object.fromEntries(Object.entries(record))[useAsTitle ?? 'id']
        : null
    return typeof title === 'string' && title !== '' ? title : null
  },
)
