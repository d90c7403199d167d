import type { PayloadRequest, Where } from 'payload'
import { MEMBER_KIND } from '../src/site/kinds/members/kind.ts'
import { secretariatOrBureau } from './secretariat-or-bureau.ts'

/** Every member for the secretariat and the Bureau; the directory's for everybody. */
export const listedOrInsider = async ({ req }: { req: PayloadRequest }): Promise<true | Where> =>
  (await secretariatOrBureau({ req })) ? true : MEMBER_KIND.readable()
