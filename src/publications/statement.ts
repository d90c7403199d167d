import { findById } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { User } from '../payload-types.ts'
import type { FactActor } from '../record/facts/fact.ts'
import { contentChanged, unknownPublication } from './errors.ts'
import type { Seat } from './seat.ts'
import { readDraft, type StoredPublication } from './stored.ts'

/** An approval, an opinion or a request for one: by whom, and on which exact content of which publication. */
export type Statement = { id: string; user: Pick<User, 'id' | 'name'>; requestId?: string | null; contentHash: string }

/** The newest draft of a publication. @throws DomainError 404 */
export async function draftOf(unit: UnitOfWork, id: string): Promise<StoredPublication> {
  const draft = await readDraft(unit, id)
  if (!draft) throw unknownPublication()
  return draft
}

/** Refuses a statement on another content than the draft's. @throws DomainError 409 `content-changed`, with the present hash */
export function requireSameContent(draft: StoredPublication, contentHash: string): void {
  if (draft.hash !== contentHash) throw contentChanged(draft.hash)
}

/** The person who made a statement, as the journal keeps them. */
export const speaker = ({ user, requestId }: Pick<Statement, 'user' | 'requestId'>, { person }: Seat): FactActor => ({
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
