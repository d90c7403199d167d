import type { Payload } from 'payload'
import { findById, getById } from '../../db/find.ts'
import { unitOfWork, type UnitOfWork } from '../../db/unit-of-work.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import type { Round } from '../../payload-types.ts'
import { wakeSender } from '../../record/wake.ts'
import { SYSTEM } from '../lifecycle/actor.ts'
import { oweNotices } from '../notices.ts'
import { idOf } from '../../lib/ids.ts'
import { ballotReminderDue, type BallotReminder } from './reminder-times.ts'
import { tallyInput, votesOf } from '../../deliberation/count.ts'

const REMINDERS = {
  half: { noted: 'halfNoticeAt', occasion: 'round-half-time' },
  'last-day': { noted: 'lastDayNoticeAt', occasion: 'round-last-day' },
} as const

/**
 * Recalls an open round to the electors who have not voted, at most once each reminder. It leaves the file's
 * `rev` alone: a reminder must not make the page stale from which somebody is about to vote.
 * @returns whether they are reminded now
 */
export async function remindElectors(payload: Payload, ballotId: string, which: BallotReminder): Promise<boolean> {
  const { noted } = REMINDERS[which]
  const reminded = await unitOfWork(payload, async (unit) => {
    const { req } = unit
    const at = now()
    const round = await findById({ payload, req }, 'rounds', ballotId)
    if (!round || round.status !== 'open' || round[noted] || !ballotReminderDue(which, round, at)) return false
    const mine: unknown = await payload.db.updateOne({
      collection: 'rounds',
      where: { id: { equals: ballotId }, status: { equals: 'open' }, [noted]: { exists: false } },
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

async function tell(unit: UnitOfWork, round: Round, which: BallotReminder, at: Date): Promise<void> {
  const { payload, req } = unit
  const adhesionId = idOf(round.adhesion) ?? ''
  const adhesion = await getById({ payload, req }, 'adhesions', adhesionId)
  const body = await getById({ payload, req }, 'governance-bodies', idOf(round.body) ?? '')
  const votes = await votesOf(payload, req, round.id)
  const { electorate, votes: cast } = await tallyInput(payload, req, {
    round: round,
    votes,
    day: parisDay(at),
    closed: false,
  })
  const voted = new Set(cast.map(({ elector }) => elector))
  await oweNotices({ unit, adhesion, at, subject: round.subject, actor: SYSTEM }, REMINDERS[which].occasion, {
    round: round.round,
    body: body.name,
    closesAt: round.closesAt ?? '',
    missing: electorate.filter((each) => !voted.has(each)),
  })
}
