import type { PayloadRequest, Where } from 'payload'
import { CHARTER_KIND } from '../src/site/kinds/charter/kind.ts'
import { secretariatOrBureau } from './secretariat-or-bureau.ts'

/** Adopted charter versions for everybody, drafts for the secretariat and the Bureau. */
export const adoptedOrInsider = async ({ req }: { req: PayloadRequest }): Promise<true | Where> =>
  (await secretariatOrBureau({ req })) ? true : CHARTER_KIND.readable()
