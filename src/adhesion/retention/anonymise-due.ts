import type { Payload } from 'payload'
import { now } from '../../lib/clock.ts'
import { anonymise, removeFilesOfAnonymised } from '../actions/anonymise.ts'
import { eraseMember, membersFallingDue, removeFilesOfErasedMembers } from './members.ts'
import { fallingDue } from './falling-due.ts'

/**
 * Erases the personal data of every application and member whose term has come, and whose notice was sent long enough ago, files too:
 * those as well that an erasure left which was cut off.
 * @returns of how many
 */
export async function anonymiseDue(payload: Payload): Promise<number> {
  let erased = 0
  for (const { adhesion, due, notice } of await fallingDue(payload, now()))
    if (notice === 'over' && due <= now() && (await anonymise(payload, adhesion.id))) erased += 1
  await removeFilesOfAnonymised(payload)
  for (const { member, due, notice } of await membersFallingDue(payload, now()))
    if (notice === 'over' && due <= now() && (await eraseMember(payload, member.id))) erased += 1
  await removeFilesOfErasedMembers(payload)
  return erased
}
