import { parseArgs } from 'node:util'
import { announceErasures } from '../../adhesion/retention/announce.ts'
import { anonymiseDue } from '../../adhesion/retention/anonymise-due.ts'
import { type FallingDue, fallingDue } from '../../adhesion/retention/falling-due.ts'
import { membersFallingDue } from '../../adhesion/retention/members.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { withPayload } from '../command.ts'

const stands = ({ due, notice }: Pick<FallingDue, 'due' | 'notice'>): string => {
  if (notice === 'none') return 'the secretariat is to be told first'
  if (notice === 'waits') return 'waits for its notice to be 30 days old'
  return due <= now() ? 'is erased' : 'was announced, and waits for its term'
}

/**
 * Tells what falls due by the table of retention, and does what the daily timer does: the secretariat is told, and what it
 * was told of 30 days ago is erased. With `--dry-run` nothing is told and nothing erased.
 */
process.exitCode = await withPayload(
  () => parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } }).values['dry-run'],
  async (payload, dryRun) => {
    const found = await fallingDue(payload, now())
    for (const each of found) {
      const { adhesion, due } = each
      console.log(`${adhesion.reference} (${adhesion.status}): due on ${parisDay(due)}, ${stands(each)}`)
    }
    const members = await membersFallingDue(payload, now())
    for (const each of members)
      console.log(`${each.member.legalName} (member): due on ${parisDay(each.due)}, ${stands(each)}`)
    console.log(`${members.length} ${members.length === 1 ? 'member falls' : 'members fall'} due.`)
    console.log(`${found.length} ${found.length === 1 ? 'application falls' : 'applications fall'} due.`)
    if (dryRun) return
    console.log(`${await announceErasures(payload)} announced, ${await anonymiseDue(payload)} erased.`)
  },
)
