import { findFirst } from '../../db/find.ts'
import { canonicalJson } from '../../lib/canonical.ts'
import type { Evidence, FactType } from '../../record/facts.ts'
import type { FileInHand } from './on-file.ts'

/**
 * Whether the last fact of a file is this very act of this very person: a repeat (a second click, an
 * answer lost on the way) is then told the present state, and nothing is done twice.
 */
export async function repeatsLastFact<Type extends FactType>(
  { unit: { payload, req }, subject, actor }: FileInHand,
  type: Type,
  facts: Partial<Evidence<Type>>,
): Promise<boolean> {
  const last = await findFirst({ payload, req }, 'journal', { where: { subject: { equals: subject } }, sort: '-rank' })
  if (
    last?.type !== type ||
    typeof last.evidence !== 'object' ||
    last.evidence === null ||
    Array.isArray(last.evidence)
  )
    return false
  const evidence: Record<string, unknown> = last.evidence
  const by = evidence['actor']
  if (typeof by !== 'object' || by === null || !('kind' in by) || by.kind !== actor.kind) return false
  if (actor.kind === 'staff' && (!('id' in by) || by.id !== actor.user.id)) return false
  return Object.entries(facts).every(
    ([key, value]) => value === undefined || canonicalJson(evidence[key] ?? null) === canonicalJson(value),
  )
}
