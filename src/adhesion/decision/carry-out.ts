import type { SubjectInHand } from '../../deliberation/in-hand.ts'
import { OUTCOME_LABELS } from '../../deliberation/majority.ts'
import { presidingOver } from '../../deliberation/seat.ts'
import type { Decision } from '../../deliberation/subjects.ts'
import { idOf } from '../../lib/ids.ts'
import { parisDay } from '../../lib/dates.ts'
import { createMemberFromAdhesion } from '../../membership/create.ts'
import type { Evidence } from '../../record/facts.ts'
import { endSigning, onEnded } from '../links/links.ts'
import { isFileInHand, type FileInHand } from '../lifecycle/on-file.ts'
import { releasedSlot } from '../lifecycle/slot.ts'
import { requireBody } from './deciding-body.ts'

/** How a decision was counted, as the journal keeps it. */
type Counted = Omit<Evidence<'rejected'>, 'presiding'>

/**
 * What a decision does to an application, in the unit of work that closed the round: application moved, member created,
 * e-mails owed. Called by the engine of rounds alone.
 * @throws Error for what no action on an application took in hand
 */
export async function carryOut(file: SubjectInHand, decision: Decision): Promise<void> {
  if (!isFileInHand(file)) throw new Error(`No application was taken in hand: ${file.subject}`)
  const { name: body } = await requireBody(file)
  const counted = { ...decision, body, outcomeLabel: OUTCOME_LABELS[decision.outcome] }
  switch (decision.outcome) {
    case 'approved':
      return approve(file, counted)
    case 'rejected':
      return reject(file, counted)
    case 'referred':
      return refer(file, counted)
  }
}

async function approve(file: FileInHand, counted: Counted): Promise<void> {
  const { unit, adhesion, at } = file
  const { decidedOn } = counted
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

async function reject(file: FileInHand, counted: Counted): Promise<void> {
  const { unit, adhesion, at, subject } = file
  const presiding = await presidingOver(unit.payload, unit.req, 'adhesion-validation', subject)
  await file.move('rejected', {
    decidedOn: counted.decidedOn,
    endedAt: at.toISOString(),
    slot: releasedSlot(adhesion.id),
    refusal: { text: null, approvedBy: null, notifiedAt: null, overdueNoticeAt: null },
  })
  await endSigning(file)
  await file.record('rejected', { ...counted, presiding })
}

const CAUSES = { 'electorate-too-small': 1, 'no-quorum': 1, tie: 1, 'too-few-for': 1, 'only-abstentions': 1 } as const

const isCause = (reason: string): reason is keyof typeof CAUSES => Object.hasOwn(CAUSES, reason)

async function refer(file: FileInHand, counted: Counted): Promise<void> {
  await file.move('referred')
  await file.record('referred', { ...counted, cause: isCause(counted.reason) ? counted.reason : 'no-quorum' })
}
