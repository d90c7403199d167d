import type { Payload } from 'payload'
import { findById, getById } from '../db/find.ts'
import { unitOfWork, type UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { idOf } from '../lib/ids.ts'
import type { Round } from '../payload-types.ts'
import { wakeSender } from '../record/wake.ts'
import { tallyInput, votesOf } from './count.ts'
import { roundReminderDue, type RoundReminder } from './reminder-times.ts'
import { subjectIn } from './subjects.ts'

/** Where a round notes that a reminder of it left. */
export const NOTED = { half: 'halfNoticeAt', 'last-day': 'lastDayNoticeAt' } as const

/**
 * Recalls an open round to the electors who have not voted, at most once each reminder. It leaves the subject's
 * `rev` alone: a reminder must not make the page stale from which somebody is about to vote.
 * @returns whether they are reminded now
 */
export async function remindElectors(payload: Payload, id: string, which: RoundReminder): Promise<boolean> {
  const noted = NOTED[which]
  const reminded = await unitOfWork(payload, async (unit) => {
    const { req } = unit
    const at = now()
    const round = await findById(unit, 'rounds', id)
    if (!round || round.status !== 'open' || round[noted] || !roundReminderDue(which, round, at)) return false
    const mine: unknown = await payload.db.updateOne({
      collection: 'rounds',
      where: { id: { equals: id }, status: { equals: 'open' }, [noted]: { exists: false } },
      data: { [noted]: at.toISOString() },
      options: { atomic: true },
      req,
    })
    if (mine === null) return false
    await tell(unit, round, which, at)
    return true
  })
  if (reminded) wakeSender(payload)
  return reminded
}

async function tell(unit: UnitOfWork, round: Round, which: RoundReminder, at: Date): Promise<void> {
  const { payload, req } = unit
  const { name: body } = await getById(unit, 'governance-bodies', idOf(round.body) ?? '')
  const votes = await votesOf(payload, req, round.id)
  const input = await tallyInput(payload, req, { round, votes, day: parisDay(at), closed: false })
  const voted = new Set(input.votes.map(({ elector }) => elector))
  const { kind, id } = subjectIn(payload, round.subject)
  await kind.remind(unit, id, which, {
    at,
    round: round.round,
    body,
    closesAt: round.closesAt ?? '',
    missing: input.electorate.filter((each) => !voted.has(each)),
  })
}
