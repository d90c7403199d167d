import { choice, optionalText } from '../../input/fields.ts'
import { onEnded } from '../links/links.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { openRequest } from './request-information.ts'
import { releasedSlot } from '../lifecycle/slot.ts'
import { body, REASON, several } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { BEFORE_THE_BUREAU } from '../lifecycle/states.ts'

/** Why a file may be closed without judging its merit, which is the Bureau's. */
export const CLOSE_REASONS = ['duplicate', 'no-answer', 'applicant-wish', 'ceased'] as const

/** Why a file was closed: for a reason of the secretariat's, or since its representative will not sign. */
export const CLOSINGS = [...CLOSE_REASONS, 'declined'] as const
export type Closing = (typeof CLOSINGS)[number]

export const CLOSE = staffAction({
  name: 'close',
  from: BEFORE_THE_BUREAU,
  to: ['closed'],
  stays: false,
  by: ['secretariat', 'system'],
  needs: 'un motif : doublon, sans réponse, souhait du candidat ou cessation d’activité',
  label: 'Classer sans suite',
  description: 'Close the file for a reason that is not its merit: duplicate, no-answer, applicant-wish, ceased.',
  endpoint: 'close',
  body: body({ reason: choice(CLOSE_REASONS), note: optionalText(REASON, several) }),
  already: (file, { reason }) => repeatsLastFact(file, 'closed', { reason }),
  perform: (file, { reason, note = null }) => closeFile(file, reason, note),
})

/** Closes a file without a decision (classée sans suite); the applicant is told why. */
export const close = CLOSE.run

/** The closing itself, for use inside another unit of work's file (duplicates). */
export async function closeFile(file: FileInHand, reason: Closing, note: string | null): Promise<void> {
  const {
    unit: { payload, req },
    adhesion,
    at,
  } = file
  const request = await openRequest(file)
  if (request)
    await payload.db.updateOne({
      collection: 'information-requests',
      id: request.id,
      data: { status: 'cancelled' },
      req,
    })
  await file.move('closed', { closeReason: reason, endedAt: at.toISOString(), slot: releasedSlot(adhesion.id) })
  await onEnded(file)
  await file.record('closed', { reason, note })
}
