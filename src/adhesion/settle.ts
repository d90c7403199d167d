import { OUTCOME_LABELS, type Tally } from '../deliberation/tally.ts'
import { parisDay, type Day } from '../lib/dates.ts'
import { createMemberFromAdhesion } from '../membership/create.ts'
import type { Ballot } from '../payload-types.ts'
import type { Evidence } from '../record/facts.ts'
import { endSigning, linkTo, onEnded, panelLink } from './links.ts'
import type { FileInHand } from './on-file.ts'
import { idOf } from './present.ts'
import { applicantEmails, personEmail, secretariatEmails } from './recipients.ts'
import { releasedSlot } from './slot.ts'

type Decision = {
  ballot: Ballot
  tally: Tally
  decidedOn: Day
  bodyName: string
  presiding: string | null
  confirmedBy?: string | null
}

/**
 * Carries out what a round decided, in the unit of work that decided it: ballot closed, file moved, member
 * created, e-mails owed. Never called for a round that is still open.
 */
export async function settle(
  file: FileInHand,
  { ballot, tally, decidedOn, bodyName, presiding, confirmedBy = null }: Decision,
): Promise<void> {
  const { unit, at } = file
  if (tally.outcome === 'open') throw new Error('An open round decides nothing')
  await unit.payload.db.updateOne({
    collection: 'ballots',
    id: ballot.id,
    data: {
      status: 'closed',
      outcome: tally.outcome,
      tally,
      closedAt: at.toISOString(),
      ...(confirmedBy ? { confirmedBy } : {}),
    },
    req: unit.req,
  })
  const facts = {
    round: ballot.round,
    outcome: tally.outcome,
    outcomeLabel: OUTCOME_LABELS[tally.outcome],
    counts: tally.counts,
    reason: tally.reason,
    decidedOn,
  }
  switch (tally.outcome) {
    case 'approved':
      return approve(file, decidedOn, bodyName, facts)
    case 'rejected':
      return reject(file, decidedOn, bodyName, presiding, facts)
    case 'referred':
      return refer(file, ballot, tally, bodyName, facts)
  }
}

async function approve(file: FileInHand, decidedOn: Day, body: string, facts: Evidence<'rejected'>): Promise<void> {
  const { unit, adhesion, at } = file
  const signature = idOf(adhesion.signature)
  if (signature === null || !adhesion.signedAt) throw new Error('A file without a valid signature cannot be approved')
  await file.move('validated', { decidedOn, endedAt: at.toISOString(), slot: releasedSlot(adhesion.id) })
  const { member } = await createMemberFromAdhesion(unit, { adhesion, decidedOn, signature })
  await file.move('validated', { member: member.id })
  const signedOn = parisDay(new Date(adhesion.signedAt))
  const effectiveOn = signedOn > decidedOn ? signedOn : decidedOn
  await file.record('approved', { ...facts, member: member.id, effectiveOn })
  await onEnded(file)
  const data = {
    reference: adhesion.reference,
    kind: adhesion.kind,
    organisation: adhesion.organisation.legalName,
    body,
    decidedOn,
    effectiveOn,
  }
  for (const recipient of applicantEmails(adhesion)) {
    await file.owe({
      template: 'validation',
      key: [adhesion.rev],
      recipient,
      data,
      links: { followUp: await followUpFor(file, recipient) },
    })
  }
  await tellOffice(file, body, 'validated', decidedOn, null)
}

async function reject(
  file: FileInHand,
  decidedOn: Day,
  body: string,
  presiding: string | null,
  facts: Evidence<'rejected'>,
): Promise<void> {
  const { adhesion, at } = file
  await file.move('rejected', {
    decidedOn,
    endedAt: at.toISOString(),
    slot: releasedSlot(adhesion.id),
    refusal: { text: null, approvedBy: null, notifiedAt: null, overdueNoticeAt: null },
  })
  await file.record('rejected', facts)
  await endSigning(file)
  await tellOffice(file, body, 'rejected', decidedOn, presiding)
}

const CAUSES = { 'electorate-too-small': 1, 'no-quorum': 1, tie: 1, 'too-few-for': 1, 'only-abstentions': 1 } as const

const isCause = (reason: string): reason is keyof typeof CAUSES => Object.hasOwn(CAUSES, reason)

async function refer(
  file: FileInHand,
  ballot: Ballot,
  tally: Tally,
  body: string,
  facts: Evidence<'rejected'>,
): Promise<void> {
  const { unit, adhesion } = file
  const cause = isCause(tally.reason) ? tally.reason : 'no-quorum'
  await file.move('referred')
  await file.record('referred', { ...facts, cause })
  for (const recipient of await secretariatEmails(unit)) {
    await file.owe({
      template: 'ballot-referred',
      key: [ballot.round],
      recipient,
      data: { reference: adhesion.reference, organisation: adhesion.organisation.legalName, body, cause },
      links: { panel: panelLink(adhesion.id) },
    })
  }
}

/** The representative has a link of their own, since only they may withdraw after the signature. */
export async function followUpFor(file: FileInHand, recipient: string) {
  const signed = Boolean(file.adhesion.signedAt)
  return linkTo(
    file,
    signed && file.adhesion.representative?.email === recipient ? 'representative-follow-up' : 'follow-up',
  )
}

async function tellOffice(
  file: FileInHand,
  body: string,
  outcome: 'validated' | 'rejected',
  decidedOn: Day,
  presiding: string | null,
): Promise<void> {
  const { unit, adhesion } = file
  const data = {
    reference: adhesion.reference,
    organisation: adhesion.organisation.legalName,
    body,
    outcome,
    decidedOn,
  }
  for (const recipient of await secretariatEmails(unit)) {
    await file.owe({
      template: 'outcome-recorded',
      key: [adhesion.rev, 'secretariat'],
      recipient,
      data: { ...data, recipient: 'secretariat' },
      links: { panel: panelLink(adhesion.id) },
    })
  }
  const chairEmail = presiding === null ? null : await personEmail(unit, presiding)
  if (chairEmail) {
    await file.owe({
      template: 'outcome-recorded',
      key: [adhesion.rev, 'presiding'],
      recipient: chairEmail,
      data: { ...data, recipient: 'presiding' },
      links: { panel: panelLink(adhesion.id) },
    })
  }
}
