import type { PayloadRequest, Where } from 'payload'
import { publicMandates } from './public-mandates.ts'
import { staff } from './actors.ts'

/** All people for the team; for everybody those whose mandate is public. */
export const publicHoldersOrStaff = async ({ req }: { req: PayloadRequest }): Promise<true | Where> => {
  if (staff(req)) return true
  const { docs } = await req.payload.find({
    collection: 'mandates',
    where: publicMandates(),
    select: { person: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const people = docs.map(({ person }) => (typeof person === 'string' ? person : person.id))
  return { id: { in: [...new Set(people)] } }
}
