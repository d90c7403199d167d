import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { Day } from '../lib/dates.ts'
import type { Member } from '../payload-types.ts'
import { readRecord } from '../record/second-person.ts'
import type { MandateRole } from './mandate-facts.ts'
import { chairTaken } from './errors.ts'
import { idOf } from '../lib/ids.ts'
import { wrongInput } from '../input/issue.ts'

/** The terms of a mandate, apart from who entered it. */
export type MandateTerms = {
  person: string
  body: string
  role: MandateRole
  onBehalfOf: string | null
  firstDay: Day
  lastDay: Day | null
}

/** Whether two spans of days share one; no last day means no end. */
export function overlap(
  a: Pick<MandateTerms, 'firstDay' | 'lastDay'>,
  b: Pick<MandateTerms, 'firstDay' | 'lastDay'>,
): boolean {
  return (a.lastDay === null || b.firstDay <= a.lastDay) && (b.lastDay === null || a.firstDay <= b.lastDay)
}

/** Whether an organisation is a member on all days of a mandate. */
export function memberThrough(
  member: Pick<Member, 'confirmed' | 'effectiveOn' | 'endedOn'>,
  { firstDay, lastDay }: Pick<MandateTerms, 'firstDay' | 'lastDay'>,
): boolean {
  if (!member.confirmed || member.effectiveOn > firstDay) return false
  return !member.endedOn || (lastDay !== null && lastDay <= member.endedOn)
}

/**
 * Checks a mandate as it would stand, against the rest of the records.
 * @param ownId the mandate's own id, which does not stand in its own way
 * @throws DomainError 400 `unknown-reference`, `days-reversed`, `member-not-current`; 409 `chair-taken`
 */
export async function checkTerms(unit: UnitOfWork, terms: MandateTerms, ownId: string | null): Promise<void> {
  const { payload, req } = unit
  if (terms.lastDay !== null && terms.lastDay < terms.firstDay) throw wrongInput('lastDay', 'days-reversed')
  if (!(await readRecord(payload, 'people', terms.person, req))) {
    throw wrongInput('person', 'unknown-person')
  }
  if (!(await readRecord(payload, 'governance-bodies', terms.body, req))) {
    throw wrongInput('body', 'unknown-body')
  }
  if (terms.onBehalfOf !== null) {
    const member = await readRecord(payload, 'members', terms.onBehalfOf, req)
    if (!member) throw wrongInput('onBehalfOf', 'unknown-member')
    if (!memberThrough(member, terms)) throw wrongInput('onBehalfOf', 'member-not-current')
  }
  if (terms.role === 'chair') await oneChair(unit, terms, ownId)
}

async function oneChair({ payload, req }: UnitOfWork, terms: MandateTerms, ownId: string | null): Promise<void> {
  const { docs } = await payload.find({
    collection: 'mandates',
    where: { and: [{ body: { equals: terms.body } }, { role: { equals: 'chair' } }, { confirmed: { equals: true } }] },
    pagination: false,
    limit: 0,
    depth: 1,
    overrideAccess: true,
    req,
  })
  const other = docs.find(
    (mandate) =>
      mandate.id !== ownId && overlap({ firstDay: mandate.firstDay, lastDay: mandate.lastDay ?? null }, terms),
  )
  if (!other) return
  const name = typeof other.person === 'object' ? (other.person.name ?? '') : (idOf(other.person) ?? '')
  throw chairTaken(name, other.lastDay ?? null)
}
