import type { PayloadRequest, Where } from 'payload'
import { secretariatOrBureau } from './secretariat-or-bureau.ts'

/** Every member for the secretariat and the Bureau; the directory's for everybody. */
export const listedOrInsider = async ({ req }: { req: PayloadRequest }): Promise<true | Where> => {
  if (await secretariatOrBureau({ req })) return true
  return {
    and: [
      { confirmed: { equals: true } },
      { status: { in: ['active', 'suspended'] } },
      { 'directory.listed': { equals: true } },
    ],
  }
}
