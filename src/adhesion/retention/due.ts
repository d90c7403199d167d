import { addParisDays, addParisMonths, parisDay, startOfParisDay, type Day } from '../../lib/dates.ts'
import type { Adhesion, Member } from '../../payload-types.ts'
import { APPLICATION_MONTHS, ERASURE_NOTICE_DAYS, MEMBER_MONTHS } from '../../record/retention.ts'

/**
 * The moment from which the personal data of an application are to be erased, by the table of retention: from its end, or
 * for a validated one from the end of the membership. Null while nothing has ended, and for what was erased.
 */
export function erasureDue(
  { status, endedAt, anonymisedAt }: Pick<Adhesion, 'status' | 'endedAt' | 'anonymisedAt'>,
  member: Pick<Member, 'endedOn'> | null,
): Date | null {
  if (anonymisedAt) return null
  if (status === 'validated')
    return member?.endedOn ? addParisMonths(startOfParisDay(member.endedOn), MEMBER_MONTHS) : null
  const months = Object.entries(APPLICATION_MONTHS).find(([state]) => state === status)?.[1]
  return months === undefined || !endedAt ? null : addParisMonths(new Date(endedAt), months)
}

/** The moment from which the secretariat may be told of it. */
export const announcedFrom = (due: Date): Date => addParisDays(due, -ERASURE_NOTICE_DAYS)

/** The first day on which data may be erased of which the notice leaves now. */
export const erasedFrom = (due: Date, at: Date): Day => {
  const earliest = addParisDays(at, ERASURE_NOTICE_DAYS)
  return parisDay(due > earliest ? due : earliest)
}
