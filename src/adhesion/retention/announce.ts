import type { Payload } from 'payload'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { oweNotice } from '../../governance/notices.ts'
import { now } from '../../lib/clock.ts'
import { wakeSender } from '../../record/wake.ts'
import { ANONYMISE } from '../actions/anonymise.ts'
import { whenDue } from '../lifecycle/when-due.ts'
import { erasedFrom } from './due.ts'
import { fallingDue, standingOf } from './falling-due.ts'
import { membersFallingDue, noteMemberAnnounced } from './members.ts'

/** References that one e-mail lists; the panel has them all. */
const LISTED = 50

/**
 * Tells the secretariat, in one e-mail, of the applications and members whose personal data fall due within the days of the notice
 * and of which it was not told yet. Nothing is erased before that e-mail has been sent, and those days have passed.
 * @returns of how many it tells
 */
export async function announceErasures(payload: Payload): Promise<number> {
  const at = now()
  const untold = (await fallingDue(payload, at)).filter(({ notice }) => notice === 'none')
  const members = (await membersFallingDue(payload, at)).filter(({ notice }) => notice === 'none')
  const all = [
    ...untold.map(({ adhesion, due }) => ({ name: adhesion.reference, due })),
    ...members.map(({ member, due }) => ({ name: member.legalName, due })),
  ]
  if (all.length === 0) return 0
  const notice = `retention:${at.toISOString()}`
  // First the e-mail: what is announced without one would wait for ever, what is told twice does no harm.
  await unitOfWork(payload, (unit) =>
    oweNotice(unit, 'erasures-announced', {
      notice,
      data: {
        count: all.length,
        references: all
          .slice(0, LISTED)
          .map(({ name }) => name)
          .join(', '),
        from: all.map(({ due }) => erasedFrom(due, at)).sort()[0] ?? '',
      },
    }),
  )
  let told = 0
  for (const { member, due } of members)
    if (await noteMemberAnnounced(payload, member.id, { notice, erasedFrom: erasedFrom(due, at) })) told += 1
  for (const { adhesion, due } of untold)
    if (
      await whenDue(payload, adhesion.id, ANONYMISE, async (file) => {
        if ((await standingOf(file.unit, file.adhesion, file.at))?.notice !== 'none') return false
        await file.record('erasure-announced', { notice, erasedFrom: erasedFrom(due, at) })
        return true
      })
    )
      told += 1
  wakeSender(payload)
  return told
}
