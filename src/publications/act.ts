import { findById } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { User } from '../payload-types.ts'
import type { FactActor } from '../record/facts/fact.ts'
import { contentChanged, unknownPublication } from './errors.ts'
import type { Seat } from './seat.ts'
import { readDraft, type StoredPublication } from './stored.ts'

/** Who says something of which exact content of which publication. */
export type Act = { id: string; user: Pick<User, 'id' | 'name'>; requestId?: string | null; contentHash: string }

/** The newest draft of a publication. @throws DomainError 404 */
export async function draftOf(unit: UnitOfWork, id: string): Promise<StoredPublication> {
  const draft = await readDraft(unit, id)
  if (!draft) throw unknownPublication()
  return draft
}

/** @throws DomainError 409 `content-changed`, with the present hash */
export function asItStands(draft: StoredPublication, contentHash: string): void {
  if (draft.hash !== contentHash) throw contentChanged(draft.hash)
}

/** Who spoke, as the journal keeps it. */
export const speaker = ({ user, requestId }: Pick<Act, 'user' | 'requestId'>, { person }: Seat): FactActor => ({
  kind: 'staff',
  id: user.id,
  name: `${person.firstName} ${person.lastName}`,
  requestId: requestId ?? null,
})

/** The name of a body, for the journal. */
export async function bodyName({ payload, req }: UnitOfWork, id: string): Promise<string | null> {
  const body = await findById({ payload, req }, 'governance-bodies', id)
  return body?.name ?? null
}
