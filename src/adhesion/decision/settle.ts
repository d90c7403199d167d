import { type Tally } from '../../deliberation/tally.ts'
import { OUTCOME_LABELS } from '../../deliberation/majority.ts'
import { parisDay, type Day } from '../../lib/dates.ts'
import { createMemberFromAdhesion } from '../../membership/create.ts'
import type { Round } from '../../payload-types.ts'
import type { Evidence } from '../../record/facts.ts'
import { endSigning, onEnded } from '../links/links.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { idOf } from '../../lib/ids.ts'
import { releasedSlot } from '../lifecycle/slot.ts'

type Decision = {
  round: Round
  tally: Tally
  decidedOn: Day
  bodyName: string
  presiding: string | null
  confirmedBy?: string | null
}

/** How a decision was counted, as the journal keeps it. */
type Counted = Omit<Evidence<'rejected'>, 'presiding'>

/**
 * Carries out what a round decided, in the unit of work that decided it: ballot closed, file moved, member
 * created, e-mails owed. Never called for a round that is still open.
 */
export async function settle(
  file: FileInHand,
  { round, tally, decidedOn, bodyName, presiding, confirmedBy = null }: Decision,
): Promise<void> {
  const { unit, at } = file
  if (tally.outcome === 'open') throw new Error('An open round decides nothing')
  await unit.payload.db.updateOne({
    collection: 'rounds',
    id: round.id,
    data: {
      status: 'closed',
      outcome: tally.outcome,
      tally,
      closedAt: at.toISOString(),
      ...(confirmedBy ? { confirmedBy } : {}),
    },
    req: unit.req,
  })
  const counted = {
    body: bodyName,
    round: round.round,
    outcome: tally.outcome,
    outcomeLabel: OUTCOME_LABELS[tally.outcome],
    counts: tally.counts,
    reason: tally.reason,
    decidedOn,
  }
  switch (tally.outcome) {
    case 'approved':
      return approve(file, decidedOn, counted)
    case 'rejected':
      return reject(file, decidedOn, presiding, counted)
    case 'referred':
      return refer(file, tally, counted)
  }
}

async function approve(file: FileInHand, decidedOn: Day, counted: Counted): Promise<void> {
  const { unit, adhesion, at } = file
  const signature = idOf(adhesion.signature)
  if (signature === null || !adhesion.signedAt) throw new Error('A file without a valid signature cannot be approved')
  await file.move('validated', { decidedOn, endedAt: at.toISOString(), slot: releasedSlot(adhesion.id) })
  const { member } = await createMemberFromAdhesion(unit, { adhesion, decidedOn, signature })
  await file.move('validated', { member: member.id })
  const signedOn = parisDay(new Date(adhesion.signedAt))
  const effectiveOn = signedOn > decidedOn ? signedOn : decidedOn
  await onEnded(file)
  await file.record('approved', { ...counted, member: member.id, effectiveOn })
}

async function reject(file: FileInHand, decidedOn: Day, presiding: string | null, counted: Counted): Promise<void> {
  const { adhesion, at } = file
  await file.move('rejected', {
    decidedOn,
    endedAt: at.toISOString(),
    slot: releasedSlot(adhesion.id),
    refusal: { text: null, approvedBy: null, notifiedAt: null, overdueNoticeAt: null },
  })
  await endSigning(file)
  await file.record('rejected', { ...counted, presiding })
}

const CAUSES = { 'electorate-too-small': 1, 'no-quorum': 1, tie: 1, 'too-few-for': 1, 'only-abstentions': 1 } as const

const isCause = (reason: string): reason is keyof typeof CAUSES => Object.hasOwn(CAUSES, reason)

async function refer(file: FileInHand, tally: Tally, counted: Counted): Promise<void> {
  const cause = isCause(tally.reason) ? tally.reason : 'no-quorum'
  await file.move('referred')
  await file.record('referred', { ...counted, cause })
}
