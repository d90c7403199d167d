import type { Payload } from 'payload'
import { findAll } from '../../db/find.ts'
import { lockRow } from '../../db/lock-row.ts'
import { unitOfWork, type UnitOfWork } from '../../db/unit-of-work.ts'
import { now } from '../../lib/clock.ts'
import { addParisDays, addParisMonths, parisDay, startOfParisDay } from '../../lib/dates.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { idOf } from '../../lib/ids.ts'
import type { Member } from '../../payload-types.ts'
import { removeAttachments } from '../../record/attachments.ts'
import type { Evidence } from '../../record/facts.ts'
import { eraseEvidence, recordFact } from '../../record/journal.ts'
import { ERASURE_NOTICE_DAYS, MEMBER_MONTHS } from '../../record/retention.ts'
import { noticeOf, type FallingDue } from './falling-due.ts'
import { ERASED_WORDS, NOTHING_DECLARED } from './nothing-declared.ts'

/** A member's record whose personal data fall due, and how its notice stands. */
type MemberDue = { member: Member } & Pick<FallingDue, 'due' | 'notice'>

const erasedKey = (id: string): string => `anonymised:${id}`
const subjectOf = (id: string): string => `member:${id}`

/** The records of those who left so long ago that their data fall due within the days of the notice. */
export async function membersFallingDue(payload: Payload, at: Date): Promise<MemberDue[]> {
  const horizon = addParisMonths(addParisDays(at, ERASURE_NOTICE_DAYS), -MEMBER_MONTHS)
  const left = await findAll({ payload }, 'members', {
    where: { endedOn: { less_than_equal: parisDay(horizon) } },
    sort: 'endedOn',
  })
  const due: MemberDue[] = []
  for (const member of left) {
    const each = await standingOfMember({ payload }, member, at)
    if (each) due.push(each)
  }
  return due
}

/** How a member's record stands before its erasure; null while that is further away than its notice, and once it is done. */
async function standingOfMember(
  unit: { payload: Payload } & Partial<UnitOfWork>,
  member: Member,
  at: Date,
): Promise<MemberDue | null> {
  const { id, endedOn, identifierKey } = member
  if (!endedOn || identifierKey === erasedKey(id)) return null
  const due = addParisMonths(startOfParisDay(endedOn), MEMBER_MONTHS)
  if (at < addParisDays(due, -ERASURE_NOTICE_DAYS)) return null
  const since = startOfParisDay(endedOn).toISOString()
  return { member, due, notice: await noticeOf(unit, subjectOf(id), since, at) }
}

/** Notes on a member's journal that the secretariat was told. @returns false where it was noted meanwhile */
export function noteMemberAnnounced(
  payload: Payload,
  id: string,
  evidence: Evidence<'erasure-announced'>,
): Promise<boolean> {
  return unitOfWork(payload, async (unit) => {
    const member = await lockRow(unit, 'members', id)
    if (!member || (await standingOfMember(unit, member, now()))?.notice !== 'none') return false
    await recordFact(unit, { subject: subjectOf(id), type: 'erasure-announced', actor: { kind: 'system' }, evidence })
    return true
  })
}

/**
 * Erases the personal data of a member's record where that is due: its people, what was declared, its journal's evidence, the
 * paper that it signed. Name, kind, status and days stay, but the name of a sole trader; the chain still verifies.
 * @returns whether it was
 */
export function eraseMember(payload: Payload, id: string): Promise<boolean> {
  return unitOfWork(payload, async (unit) => {
    const member = await lockRow(unit, 'members', id)
    const standing = member ? await standingOfMember(unit, member, now()) : null
    if (!member || standing?.notice !== 'over' || standing.due > now()) return false
    const { req } = unit
    await payload.db.updateOne({ collection: 'members', id, data: nobody(member), req, returning: false })
    const rows = await findAll(unit, 'journal', { where: { subject: { equals: subjectOf(id) } } })
    await eraseEvidence(
      unit,
      rows.map((row) => row.id),
    )
    const signature = idOf(member.signature)
    // That of an application goes with the application.
    if (signature)
      await payload.db.updateOne({
        collection: 'charter-signatures',
        id: signature,
        data: { evidence: null, salt: null, signatory: null, identifierKey: erasedKey(id) },
        req,
      })
    await payload.db.deleteMany({ collection: 'messages', where: { subject: { equals: subjectOf(id) } }, req })
    // In this order: each names the next, and cannot do without it.
    await payload.db.deleteMany({ collection: 'webhook-deliveries', where: { 'webhook.member': { equals: id } }, req })
    for (const collection of ['webhooks', 'api-keys'] as const)
      await payload.db.deleteMany({ collection, where: { member: { equals: id } }, req })
    await recordFact(unit, { subject: subjectOf(id), type: 'anonymised', actor: { kind: 'system' }, evidence: {} })
    return true
  })
}

/** A member's record of nobody. What may not be empty on SQLite, which writes lists by an insertion, is named as it stands. */
function nobody(member: Member): JsonObject {
  const { id, kind, status, origin, effectiveOn, endedOn, slot, organisation } = member
  const alone = organisation?.legalForm === 'entreprise-individuelle'
  const legalName = alone ? ERASED_WORDS : member.legalName
  const { organisation: declared, representative, contact } = NOTHING_DECLARED
  return {
    ...{ kind, status, origin, effectiveOn, endedOn, slot, legalName, representative, contact },
    organisation: isJsonObject(declared) ? { ...declared, legalName } : { legalName },
    directory: {
      listed: false,
      city: null,
      region: member.directory?.region ?? null,
      website: null,
      description: null,
    },
    identifierKey: erasedKey(id),
    pending: null,
    ...(alone ? { acronym: null, searchKey: '' } : {}),
  }
}

/** Removes the scans of members that are erased; whatever cut it off, the next time removes the rest. */
export async function removeFilesOfErasedMembers(payload: Payload): Promise<void> {
  const files = await findAll({ payload }, 'attachments', {
    where: { 'member.identifierKey': { like: 'anonymised:' } },
  })
  await removeAttachments(
    payload,
    files.map(({ id }) => id),
  )
}
