import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { parisDay, type Day } from '../lib/dates.ts'
import type { Member } from '../payload-types.ts'
import { keepAttachment, withStored, type Stored } from '../record/attachments.ts'
import { recordFact } from '../record/journal.ts'
import { clerkFacts, proposalBy, secretariatUnit, type Clerk } from '../record/second-person.ts'
import type { PaperSignature } from './change.ts'
import { currentMemberByIdentifier, enteredSlot } from './current.ts'
import { directoryEntry } from './directory-entry.ts'
import { alreadyEntered, alreadyMember } from './errors.ts'
import { signedVersion } from './paper-signature.ts'
import { searchKeyOf } from './search-key.ts'
import type { Origin } from './statuses.ts'
import { wrongInput } from '../input/issue.ts'

/** A scan whose type was found in its content. */
export type Scan = { title: string; data: Buffer; mimeType: string; extension: string; sha256: string }

/** A member who joined on paper, as the secretariat copies it. */
export type PaperMember = Pick<Member, 'kind' | 'identifierKey' | 'organisation' | 'representative' | 'contact'>

type Entry = {
  clerk: Clerk
  member: PaperMember
  origin: Exclude<Origin, 'adhesion'>
  effectiveOn: Day
  deliberation: string
  signature: Omit<PaperSignature, 'scan'> & { scan: Scan | null }
}

/**
 * Enters an organisation that founded the association or joined on paper. It is no member until a second
 * person of the secretariat confirms.
 * @throws DomainError 400 `unknown-reference`, `day-in-future`, `before-signature`; 409 `already-member`, `already-entered`
 */
export function enterMember(payload: Payload, entry: Entry): Promise<Member> {
  const { scan } = entry.signature
  return withStored(payload, scan ? [scan] : [], ([stored]) => enter(payload, entry, stored ?? null))
}

function enter(
  payload: Payload,
  { clerk, member, origin, effectiveOn, deliberation, signature }: Entry,
  scan: (Scan & Stored) | null,
): Promise<Member> {
  return secretariatUnit(payload, async (unit) => {
    if (effectiveOn > parisDay(now())) throw wrongInput('effectiveOn', 'day-in-future')
    // Who founded the association was a member before there was a charter to sign.
    if (origin === 'paper' && effectiveOn < signature.signedOn) throw wrongInput('effectiveOn', 'day-before-signature')
    await signedVersion(unit, member.kind, signature)
    await freePlace(unit, member.identifierKey)
    const { scan: _looked, ...paper } = signature
    const entered = await createMember(
      unit,
      { ...member, origin, effectiveOn, deliberation, slot: enteredSlot(member.identifierKey) },
      clerk.id,
    )
    const kept =
      scan === null ? null : { attachment: await keepScan(unit, entered.id, clerk, scan), sha256: scan.sha256 }
    const pending = proposalBy(clerk, deliberation, { kind: 'entry', signature: { ...paper, scan: kept } })
    await payload.db.updateOne({
      collection: 'members',
      id: entered.id,
      data: { pending },
      req: unit.req,
      returning: false,
    })
    await recordFact(unit, {
      subject: `member:${entered.id}`,
      type: 'member-entered',
      actor: clerkFacts(clerk),
      evidence: {
        member: entered.legalName,
        kind: member.kind,
        origin,
        effectiveOn,
        deliberation,
        signature: pending.change.signature,
      },
    })
    return { ...entered, pending: { ...pending } }
  })
}

/** @throws DomainError 409 when the organisation is a member, or waits to be confirmed as one */
async function freePlace({ payload, req }: UnitOfWork, identifierKey: string): Promise<void> {
  const current = await currentMemberByIdentifier(payload, identifierKey, req)
  if (current) throw alreadyMember(current.legalName)
  if (await currentMemberByIdentifier(payload, enteredSlot(identifierKey), req)) throw alreadyEntered()
}

type Row = PaperMember &
  Pick<Member, 'origin' | 'effectiveOn' | 'deliberation' | 'slot'> &
  Partial<Pick<Member, 'confirmed' | 'confirmedAt' | 'signature'>>

/** The record of an organisation that did not come by an adhesion. */
export function createMember(
  { payload, req }: Pick<UnitOfWork, 'payload' | 'req'>,
  row: Row,
  enteredBy: string | null,
): Promise<Member> {
  const { legalName, acronym } = row.organisation
  return payload.create({
    collection: 'members',
    data: {
      confirmed: false,
      ...row,
      legalName,
      acronym: acronym ?? null,
      searchKey: searchKeyOf(legalName, acronym),
      status: 'active',
      directory: directoryEntry(row.organisation),
      enteredBy,
      rev: 0,
    },
    req,
    depth: 0,
    overrideAccess: true,
  })
}

function keepScan(unit: UnitOfWork, member: string, clerk: Clerk, scan: Scan & Stored): Promise<string> {
  return keepAttachment(
    unit,
    { member, title: scan.title, source: 'staff', sha256: scan.sha256, addedBy: clerk.id },
    scan,
  )
}
