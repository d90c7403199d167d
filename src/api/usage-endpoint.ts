import type { CollectionSlug } from 'payload'
import { usesOf } from '../content/usage/uses-of.ts'
import type { OwnEndpoint } from './posting.ts'
import { endpoint, respond } from './respond.ts'
import { editorOf, requireRecord } from './scheduling/editor-endpoint.ts'

/** `GET /api/<collection>/:id/usage`, for editors: the places of the site that name a record, published or in a draft. */
export const usageEndpoint = (collection: CollectionSlug): OwnEndpoint => ({
  path: '/:id/usage',
  method: 'get',
  handler: endpoint(async (ask) => {
    editorOf(ask)
    const id = await requireRecord(ask, collection)
    const docs = (await usesOf(ask.req, collection, id)).map(({ labels, ...use }) => ({ ...use, kind: labels.one }))
    return respond({ docs })
  }),
})
