import type { CollectionSlug } from 'payload'
import { usesOf } from '../content/usage/uses-of.ts'
import { unknownDraft } from '../scheduling/errors.ts'
import type { OwnEndpoint } from './posting.ts'
import { endpoint, respond } from './respond.ts'
import { editorOf } from './scheduling/editor-endpoint.ts'

/** `GET /api/<collection>/:id/usage`, for editors: the places of the site that name a record, published or in a draft. */
export const usageEndpoint = (collection: CollectionSlug): OwnEndpoint => ({
  path: '/:id/usage',
  method: 'get',
  handler: endpoint(async (ask) => {
    editorOf(ask)
    const { req } = ask
    const id = ask.param('id')
    const found = await req.payload.findByID({
      collection,
      id,
      draft: true,
      depth: 0,
      overrideAccess: false,
      disableErrors: true,
      user: req.user,
      req,
    })
    if (!found) throw unknownDraft()
    const docs = (await usesOf(req, collection, id)).map(({ labels, ...use }) => ({ ...use, kind: labels.one }))
    return respond({ docs })
  }),
})
