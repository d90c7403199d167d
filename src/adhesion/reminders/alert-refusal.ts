import type { Payload } from 'payload'
import { addParisDays, parisDay } from '../../lib/dates.ts'
import { NOTIFY_REFUSAL } from '../actions/notify-refusal.ts'
import { REFUSAL_DAYS } from './reminder-times.ts'
import { presidingOver } from '../../deliberation/seat.ts'
import { whenDue } from '../lifecycle/when-due.ts'

/**
 * Alerts the secretariat and who presides, once, that a refused organisation has been told nothing for 7 days.
 * @returns whether they are alerted now
 */
export function alertRefusal(payload: Payload, id: string): Promise<boolean> {
  return whenDue(payload, id, NOTIFY_REFUSAL, async (file) => {
    const { adhesion, at, unit } = file
    const { refusal } = adhesion
    if (adhesion.status !== 'rejected' || refusal?.notifiedAt || refusal?.overdueNoticeAt) return false
    const since = new Date(adhesion.endedAt ?? at)
    if (addParisDays(since, REFUSAL_DAYS) > at) return false
    await payload.db.updateOne({
      collection: 'adhesions',
      id,
      data: { refusal: { ...refusal, overdueNoticeAt: at.toISOString() } },
      req: unit.req,
    })
    await file.record('refusal-overdue', {
      decidedOn: adhesion.decidedOn ?? parisDay(since),
      days: Math.floor((at.getTime() - since.getTime()) / 86_400_000),
      presiding: await presidingOver(unit.payload, unit.req, 'adhesion-validation', file.subject),
    })
    return true
  })
}
