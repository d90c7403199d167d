import type { Endpoint } from 'payload'
import { SIGN, sign, SIGNING } from '../../adhesion/actions/sign.ts'
import { readSigningBody } from '../../adhesion/signature/signing-body.ts'
import { endpoint, respond } from '../respond.ts'
import { byStatus } from './said-of-action.ts'
import { z } from 'zod'
import { CHARTER } from '../description/answer-shapes.ts'
import { STATES } from '../../adhesion/lifecycle/states.ts'
import type { Said } from '../description/said.ts'

const SAYS: Said = {
  summary: { fr: 'Signer la charte', en: 'Sign the charter, with the token of the link' },
  by: ['anybody'],
  answer: z.object({
    reference: z.string(),
    status: z.enum(STATES),
    signedAt: z.string(),
    charterVersion: CHARTER,
  }),
  refusals: {
    404: ['link-unknown'],
    ...byStatus(SIGN.refusals ?? []),
    410: ['link-expired', 'link-revoked', 'link-used'],
  },
}

/** `POST /api/adhesions/sign`: the representative signs with the token of their link. */
export const signEndpoint: Omit<Endpoint, 'root'> = {
  path: '/sign',
  method: 'post',
  custom: { body: SIGNING, says: SAYS },
  handler: endpoint(async ({ req, client, json }) => {
    const body = await readSigningBody(req.payload, await json())
    const { reference, status, signedAt, charterVersion } = await sign(req.payload, { ...body, channel: 'api', client })
    return respond({ reference, status, signedAt, charterVersion })
  }),
}
