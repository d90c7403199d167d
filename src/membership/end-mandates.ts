import { findAll } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { termFacts, termsOf } from '../governance/mandate-change.ts'
import { tellOfMandate } from '../governance/mandate-notice.ts'
import { rightsChanged } from '../governance/rights-changed.ts'
import type { Day } from '../lib/dates.ts'
import type { Member } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import { clerkFacts, takeInHand, type Clerk } from '../record/second-person.ts'

type Ending = {
  member: Pick<Member, 'id' | 'legalName'>
  lastDay: Day
  clerk: Clerk
  proposedByName: string
  deliberation: string
}

/** Ends, on the last day of a membership, the mandates held on its behalf; one that had not begun never does. */
export async function endMandatesOf(
  unit: UnitOfWork,
  { member, lastDay, clerk, proposedByName, deliberation }: Ending,
): Promise<void> {
  const { payload, req } = unit
  const docs = await findAll({ payload, req }, 'mandates', {
    where: {
      and: [
        { onBehalfOf: { equals: member.id } },
        { confirmed: { equals: true } },
        { or: [{ lastDay: { exists: false } }, { lastDay: { greater_than: lastDay } }] },
      ],
    },
    sort: ['firstDay', 'createdAt'],
  })
  if (docs.length > 0) await rightsChanged(unit)
  for (const { id } of docs) {
    const mandate = await takeInHand(unit, 'mandates', id)
    const terms = { ...termsOf(mandate), lastDay }
    await payload.db.updateOne({ collection: 'mandates', id, data: { lastDay, pending: null }, req, returning: false })
    await recordFact(unit, {
      subject: `mandate:${id}`,
      type: 'mandate-ended',
      actor: clerkFacts(clerk),
      evidence: { ...termFacts(mandate, terms), cause: 'membership-ended', member: member.id, deliberation },
    })
    await tellOfMandate(unit, {
      id,
      rev: mandate.rev,
      change: 'ended',
      terms,
      enteredBy: proposedByName,
      confirmedBy: clerk.name,
      deliberation,
    })
  }
}
