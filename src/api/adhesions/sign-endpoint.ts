import type { Endpoint } from 'payload'
import { sign, SIGNING } from '../../adhesion/actions/sign.ts'
import { readSigningBody } from '../../adhesion/signature/signing-body.ts'
import { endpoint, respond } from '../respond.ts'

/** `POST /api/adhesions/sign`: the representative signs with the token of their link. */
export const signEndpoint: Omit<Endpoint, 'root'> = {
  path: '/sign',
  method: 'post',
  custom: { body: SIGNING },
  handler: endpoint(async ({ req, client, json }) => {
    const body = await readSigningBody(req.payload, await json())
    const { reference, status, signedAt, charterVersion } = await sign(req.payload, { ...body, channel: 'api', client })
    return respond({ reference, status, signedAt, charterVersion })
  }),
}
