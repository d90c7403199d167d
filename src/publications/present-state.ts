import type { Payload, PayloadRequest } from 'payload'
import { missingFor, type Missing } from './rules.ts'
import { approvalsAndOpinions, countsOf, type ApprovalsAndOpinions } from './approvals.ts'
import { readDraft, type StoredPublication } from './stored.ts'

/** The newest draft of a publication, with the approvals and opinions on its content and what it lacks to appear. */
export type PresentState = StoredPublication & ApprovalsAndOpinions & { missing: Missing[] }

/** Reads the newest draft of a publication and what it lacks to appear; null where there is no such publication. */
export async function presentState(
  { payload, req }: { payload: Payload; req?: PayloadRequest },
  id: string,
): Promise<PresentState | null> {
  const draft = await readDraft({ payload, req }, id)
  if (!draft) return null
  const records = await approvalsAndOpinions({ payload, req }, id, draft.hash)
  return { ...draft, ...records, missing: missingFor(draft.publication.kind, countsOf(records)) }
}
