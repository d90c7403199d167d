import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'

/** Seconds for which the oldest e-mail that could have left has been waiting; 0 when none waits. */
export async function outboxAge(payload: Payload): Promise<number> {
  const first = await findFirst({ payload }, 'messages', {
    where: { status: { equals: 'owed' }, notBefore: { less_than_equal: new Date().toISOString() } },
    sort: ['notBefore', 'createdAt'],
  })
  const since = first?.notBefore
  return since ? Math.max(0, (Date.now() - new Date(since).getTime()) / 1000) : 0
}
