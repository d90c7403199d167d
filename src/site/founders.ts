import type { Payload } from 'payload'
import { findAll } from '../db/find.ts'
import { memberHref } from './kinds/members/kind.ts'
import { listedMembers } from './kinds/members/members.ts'
import type { NavLink } from './views/chrome.ts'

/** At most as many as the foot of a page holds in one glance. */
const MOST = 8

/**
 * The members that founded the association, by name. The origin of a member is the team's to read: of those that the directory does
 * not tell of nothing is said here either.
 */
export async function foundersOf(payload: Payload): Promise<NavLink[]> {
  const [listed, founders] = await Promise.all([
    listedMembers(payload),
    findAll({ payload }, 'members', { where: { origin: { equals: 'founder' } } }),
  ])
  const ids = new Set(founders.map(({ id }) => id))
  return listed
    .filter(({ id }) => ids.has(id))
    .slice(0, MOST)
    .map((member) => ({ href: memberHref(member), label: member.legalName }))
}
