import type { Payload } from 'payload'

/** For how many seconds the oldest e-mail that could have left has been waiting; 0 when none waits. */
export async function outboxAge(payload: Payload): Promise<number> {
  const { docs } = await payload.find({
    collection: 'messages',
    overrideAccess: true,
    where: { status: { equals: 'owed' }, notBefore: { less_than_equal: new Date().toISOString() } },
    sort: ['notBefore', 'createdAt'],
    limit: 1,
    pagination: false,
    depth: 0,
  })
  const since = docs[0]?.notBefore
  return since ? Math.max(0, (Date.now() - new Date(since).getTime()) / 1000) : 0
}
