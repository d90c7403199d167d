import type { Payload, PayloadRequest } from 'payload'
import { missingFor, type Missing } from './rules.ts'
import { recordsOf, saidIn, type Records } from './said.ts'
import { readDraft, type StoredPublication } from './stored.ts'

/** How the newest draft of a publication stands: what was said of it as it is, and what it lacks to appear. */
export type PresentState = StoredPublication & Records & { missing: Missing[] }

/** How a publication stands before it appears; null where there is none. */
export async function presentState(
  { payload, req }: { payload: Payload; req?: PayloadRequest },
  id: string,
): Promise<PresentState | null> {
  const draft = await readDraft({ payload, req }, id)
  if (!draft) return null
  const records = await recordsOf({ payload, req }, id, draft.hash)
  return { ...draft, ...records, missing: missingFor(draft.publication.kind, saidIn(records)) }
}
