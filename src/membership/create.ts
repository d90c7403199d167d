import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { idOf } from '../lib/ids.ts'
import { parisDay, type Day } from '../lib/dates.ts'
import type { Adhesion, Member } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import { takeInHand } from '../record/second-person.ts'
import { currentMemberByIdentifier } from './current.ts'
import { directoryEntry } from './directory-entry.ts'
import { searchKeyOf } from './search-key.ts'

type Decided = {
  adhesion: Adhesion
  /** The day of the decision, a session's own day where it was taken in session. */
  decidedOn: Day
  /** The signature that binds the member. */
  signature: string
}

/** The first day of a membership: the later of the signature and the validation. */
export function effectiveDay(signedAt: string | null | undefined, decidedOn: Day): Day {
  const signedOn = signedAt ? parisDay(new Date(signedAt)) : decidedOn
  return signedOn > decidedOn ? signedOn : decidedOn
}

/**
 * Makes a member of an organisation whose adhesion is approved, in the unit of work of the decision. A partner
 * that applied as a member keeps its record, and its kind changes. Called again for the same adhesion, it
 * gives back what the first call made.
 */
export async function createMemberFromAdhesion(
  unit: UnitOfWork,
  { adhesion, decidedOn, signature }: Decided,
): Promise<{ member: Member; created: boolean }> {
  const { payload, req } = unit
  const current = await currentMemberByIdentifier(payload, adhesion.identifierKey, req)
  if (current && idOf(current.adhesion) === adhesion.id) return { member: current, created: false }
  const effectiveOn = effectiveDay(adhesion.signedAt, decidedOn)
  if (current)
    return {
      member: await changeKind(unit, current.id, { adhesion, decidedOn, signature }, effectiveOn),
      created: false,
    }
  const member = await payload.create({
    collection: 'members',
    data: {
      ...declared(adhesion),
      ...networkOf(adhesion),
      origin: 'adhesion',
      status: 'active',
      slot: adhesion.identifierKey,
      identifierKey: adhesion.identifierKey,
      adhesion: adhesion.id,
      signature,
      effectiveOn,
      directory: directoryEntry(adhesion.organisation),
      confirmed: true,
      confirmedAt: now().toISOString(),
      rev: 0,
    },
    req,
    depth: 0,
    overrideAccess: true,
    draft: false,
  })
  return { member, created: true }
}

/** The declaration of an application as the record of the member holds it. */
function declared({ kind, organisation, representative, contact }: Adhesion) {
  const { legalName, acronym } = organisation
  return {
    legalName,
    acronym: acronym ?? null,
    kind,
    searchKey: searchKeyOf(legalName, acronym),
    organisation,
    representative,
    contact: contact?.email ? contact : representative,
  }
}

/** The federation that applied for an organisation is proposed as its network; absent where there is none. */
function networkOf({ federation }: Adhesion, own?: string): { networkProposed?: string } {
  const id = idOf(federation)
  return id === null || id === own ? {} : { networkProposed: id }
}

async function changeKind(
  unit: UnitOfWork,
  id: string,
  { adhesion, decidedOn, signature }: Decided,
  effectiveOn: Day,
): Promise<Member> {
  const { payload, req } = unit
  const current = await takeInHand(unit, 'members', id)
  // The whole row: SQLite writes what holds a list by an upsert, which misses every column left out.
  const network = idOf(current.network) === null ? networkOf(adhesion, id) : {}
  const data = { ...current, ...declared(adhesion), ...network, adhesion: adhesion.id, signature }
  await payload.db.updateOne({ collection: 'members', id, data, req, returning: false })
  await recordFact(unit, {
    subject: `member:${id}`,
    type: 'member-kind-changed',
    actor: { kind: 'system' },
    evidence: {
      kind: adhesion.kind,
      previous: current.kind,
      adhesion: adhesion.id,
      decidedOn,
      effectiveOn,
    },
  })
  return data
}
