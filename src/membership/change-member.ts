import type { Payload } from 'payload'
import { findAll } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { parisDay, type Day } from '../lib/dates.ts'
import type { Member } from '../payload-types.ts'
import { removeAttachments } from '../record/attachments.ts'
import { recordFact } from '../record/journal.ts'
import {
  clerkFacts,
  layProposal,
  refusePending,
  requirePending,
  secondPersonNeeded,
  secretariatUnit,
  takeInHand,
  type Clerk,
  type Proposal,
} from '../record/second-person.ts'
import { isMemberChange, type MemberChange } from './change.ts'
import { currentMemberByIdentifier, releasedSlot } from './current.ts'
import { endMandatesOf } from './end-mandates.ts'
import { alreadyMember, membershipEnded, statusStands } from './errors.ts'
import { keepPaperSignature } from './paper-signature.ts'
import { isCurrent, type MemberStatus } from './statuses.ts'
import { wrongInput } from '../input/issue.ts'

type Act = { id: string; clerk: Clerk }
type Entry = Extract<MemberChange, { kind: 'entry' }>
type StatusChange = Extract<MemberChange, { kind: 'status' }>

const subjectOf = (id: string) => `member:${id}`

/**
 * Proposes another status for a member. `day` is the first day of a suspension or of its end, and the last day
 * as a member when the membership ends.
 * @throws DomainError 400 `day-in-future`, `before-membership`; 404; 409 `change-pending`, `membership-ended`, `nothing-changes`
 */
export function proposeStatus(
  payload: Payload,
  { id, clerk, status, day, deliberation }: Act & { status: MemberStatus; day: Day; deliberation: string },
): Promise<Member> {
  return secretariatUnit(payload, async (unit) => {
    const member = await takeInHand(unit, 'members', id)
    refusePending(member)
    checkStatus(member, { status, day })
    return layProposal(unit, 'members', member, {
      subject: subjectOf(id),
      clerk,
      deliberation,
      change: { kind: 'status', status, day },
      evidence: { status, day },
    })
  })
}

function checkStatus(member: Member, { status, day }: { status: MemberStatus; day: Day }): void {
  if (!isCurrent(member.status)) throw membershipEnded()
  if (member.status === status) throw statusStands(status)
  if (day > parisDay(now())) throw wrongInput('day', 'day-in-future')
  if (day < member.effectiveOn) throw wrongInput('day', 'day-before-membership')
}

/**
 * Confirms what another person of the secretariat entered: a member, or another status. A membership that ends
 * frees its place and ends, on the same day, the mandates held on its behalf.
 * @throws DomainError 403 `second-person-needed`; 404; 409 `nothing-pending`, `already-member`, `membership-ended`
 */
export function confirmMember(payload: Payload, { id, clerk }: Act): Promise<Member> {
  return secretariatUnit(payload, async (unit) => {
    const member = await takeInHand(unit, 'members', id)
    const waiting = requirePending(member, isMemberChange)
    if (waiting.proposedBy === clerk.id) throw secondPersonNeeded()
    const { change } = waiting
    return change.kind === 'entry'
      ? confirmEntry(unit, member, clerk, change, waiting)
      : confirmStatus(unit, member, clerk, change, waiting)
  })
}

async function confirmEntry(
  unit: UnitOfWork,
  member: Member,
  clerk: Clerk,
  { signature }: Entry,
  { proposedBy, proposedByName, deliberation }: Proposal<unknown>,
): Promise<Member> {
  const { payload, req } = unit
  const current = await currentMemberByIdentifier(payload, member.identifierKey, req)
  if (current) throw alreadyMember(current.legalName)
  const kept = await keepPaperSignature(unit, member, signature, {
    enteredBy: { id: proposedBy, name: proposedByName },
    confirmedBy: clerk,
  })
  const data = {
    confirmed: true,
    confirmedBy: clerk.id,
    confirmedAt: now().toISOString(),
    slot: member.identifierKey,
    signature: kept,
    pending: null,
  }
  await payload.db.updateOne({ collection: 'members', id: member.id, data, req, returning: false })
  await recordFact(unit, {
    subject: subjectOf(member.id),
    type: 'member-confirmed',
    actor: clerkFacts(clerk),
    evidence: { proposedBy, proposedByName, deliberation, signature: kept },
  })
  return { ...member, ...data }
}

async function confirmStatus(
  unit: UnitOfWork,
  member: Member,
  clerk: Clerk,
  change: StatusChange,
  { proposedBy, proposedByName, deliberation }: Proposal<unknown>,
): Promise<Member> {
  const { payload, req } = unit
  checkStatus(member, change)
  const ends = !isCurrent(change.status)
  const data = {
    status: change.status,
    pending: null,
    ...(ends ? { endedOn: change.day, slot: releasedSlot(member.id) } : {}),
  }
  await payload.db.updateOne({ collection: 'members', id: member.id, data, req, returning: false })
  await recordFact(unit, {
    subject: subjectOf(member.id),
    type: 'member-status-changed',
    actor: clerkFacts(clerk),
    evidence: {
      proposedBy,
      proposedByName,
      deliberation,
      previous: member.status,
      status: change.status,
      from: change.day,
    },
  })
  if (ends) await endMandatesOf(unit, { member, lastDay: change.day, clerk, proposedByName, deliberation })
  return { ...member, ...data }
}

/**
 * Drops what waits: a proposed status, or the whole entry with its scan, whose journal stays.
 * @throws DomainError 404; 409 `nothing-pending`
 */
export async function discardMember(
  payload: Payload,
  { id, clerk, reason }: Act & { reason: string },
): Promise<Member> {
  const { member: discarded, scans } = await secretariatUnit(payload, async (unit) => {
    const { req } = unit
    const member = await takeInHand(unit, 'members', id)
    const waiting = requirePending(member, isMemberChange)
    const isEntry = waiting.change.kind === 'entry'
    const scans = isEntry ? await scansOf(unit, id) : []
    if (isEntry) {
      await payload.db.deleteOne({ collection: 'members', where: { id: { equals: id } }, req })
    } else {
      await payload.db.updateOne({ collection: 'members', id, data: { pending: null }, req, returning: false })
    }
    await recordFact(unit, {
      subject: subjectOf(id),
      type: 'change-discarded',
      actor: clerkFacts(clerk),
      evidence: { reason, change: waiting.change },
    })
    return { member: { ...member, pending: null }, scans }
  })
  await removeAttachments(payload, scans)
  return discarded
}

async function scansOf({ payload, req }: UnitOfWork, member: string): Promise<string[]> {
  const docs = await findAll({ payload, req }, 'attachments', { where: { member: { equals: member } } })
  return docs.map(({ id }) => id)
}
