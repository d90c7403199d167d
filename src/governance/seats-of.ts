import type { PayloadRequest } from 'payload'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { inForceOn, personOfAccount } from './mandates.ts'

/** The ids of the bodies in which the person of an account holds a mandate today. */
export async function bodiesSatInBy(req: PayloadRequest, userId: string): Promise<string[]> {
  const person = await personOfAccount(req.payload, userId, req)
  if (!person) return []
  const { docs } = await req.payload.find({
    collection: 'mandates',
    where: { and: [{ person: { equals: person.id } }, inForceOn(parisDay(now()))] },
    select: { body: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.map(({ body }) => (typeof body === 'string' ? body : body.id))
}
