import { findById, type ReadContext } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import type { Member } from '../payload-types.ts'

/** Whether an organisation is an active member today: suspended and former ones have no keys. */
export function isActive({ confirmed, status, endedOn }: Pick<Member, 'confirmed' | 'status' | 'endedOn'>): boolean {
  return confirmed === true && status === 'active' && !(endedOn && endedOn < parisDay(now()))
}

/** The organisation under an id where it is an active member today, else null. */
export async function activeMember(context: ReadContext, id: string | null): Promise<Member | null> {
  const member = id === null ? null : await findById(context, 'members', id)
  return member && isActive(member) ? member : null
}
