import type { CollectionSlug } from 'payload'
import { usesOf } from '../content/usage/uses-of.ts'
import { z } from 'zod'
import type { Said } from './description/said.ts'
import type { OwnEndpoint } from './posting.ts'
import { endpoint, respond } from './respond.ts'
import { editorOf, requireRecord } from './scheduling/editor-endpoint.ts'

const SAYS: Said = {
  summary: { fr: 'Savoir où cela sert', en: 'Where it is used' },
  by: ['editor'],
  answer: z.object({ docs: z.array(z.looseObject({ collection: z.string(), title: z.string() })) }),
}

/** `GET /api/<collection>/:id/usage`, for editors: the places of the site that name a record, published or in a draft. */
export const usageEndpoint = (collection: CollectionSlug): OwnEndpoint => ({
  path: '/:id/usage',
  method: 'get',
  custom: { says: SAYS },
  handler: endpoint(async (ask) => {
    editorOf(ask)
    const id = await requireRecord(ask, collection)
    const docs = (await usesOf(ask.req, collection, id)).map(({ labels, ...use }) => ({ ...use, kind: labels.one }))
    return respond({ docs })
  }),
})
