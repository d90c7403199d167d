import type { Payload } from 'payload'
import { unitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { endSchedule } from './end-schedule.ts'
import { nothingScheduled, nothingToPublish, unknownDraft } from './errors.ts'
import { newestVersion } from './newest-version.ts'
import { subjectOf, type Schedulable } from './schedulable.ts'
import { waitingSchedule } from './waiting.ts'
import { wrongInput } from '../input/issue.ts'

type Draft = { collection: Schedulable; id: string; editor: string }

/**
 * Schedules the publication of a record's newest version, as it is saved now; what was scheduled before gives way.
 * A later change cancels it (`cancelEdited`).
 * @throws DomainError 400 `not-to-come`, 404, 409 `nothing-to-publish`
 */
export async function schedulePublication(
  payload: Payload,
  { collection, id, editor, at }: Draft & { at: Date },
): Promise<void> {
  if (at <= now()) throw wrongInput('at', 'not-to-come')
  await unitOfWork(payload, async ({ req }) => {
    const version = await newestVersion(payload, collection, id, req)
    if (!version) throw unknownDraft()
    if (version.published) throw nothingToPublish()
    const before = await waitingSchedule(payload, collection, id, req)
    if (before) await endSchedule(payload, before.id, 'by-hand', req)
    const subject = subjectOf(collection, id)
    await payload.create({
      collection: 'schedules',
      data: {
        subject,
        slot: subject,
        version: version.id,
        savedAt: version.savedAt,
        at: at.toISOString(),
        by: editor,
        status: 'waiting',
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
  })
}

/** Cancels what is scheduled. @throws DomainError 409 `nothing-scheduled` */
export async function cancelSchedule(payload: Payload, { collection, id }: Omit<Draft, 'editor'>): Promise<void> {
  await unitOfWork(payload, async ({ req }) => {
    const waiting = await waitingSchedule(payload, collection, id, req)
    if (!waiting || !(await endSchedule(payload, waiting.id, 'by-hand', req))) throw nothingScheduled()
  })
}
