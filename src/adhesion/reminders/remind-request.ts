import type { Payload } from 'payload'
import { ANSWER } from '../actions/answer.ts'
import { idOf } from '../../lib/ids.ts'
import { requestReminderDue } from './reminder-times.ts'
import { openRequest } from '../actions/request-information.ts'
import { whenDue } from '../lifecycle/when-due.ts'

/**
 * Recalls an unanswered request to the applicant before its deadline, once.
 * @returns whether they are reminded now
 */
export function remindRequest(
  payload: Payload,
  request: { id: string; adhesion: string | { id: string } },
): Promise<boolean> {
  return whenDue(payload, idOf(request.adhesion) ?? '', ANSWER, async (file) => {
    const { at, unit } = file
    const open = await openRequest(file)
    if (open?.id !== request.id || open.remindedAt || !requestReminderDue(open, at)) return false
    await payload.db.updateOne({
      collection: 'information-requests',
      id: open.id,
      data: { remindedAt: at.toISOString() },
      req: unit.req,
    })
    const { number, question, deadline } = open
    await file.record('information-reminded', { number, question, deadline })
    return true
  })
}
