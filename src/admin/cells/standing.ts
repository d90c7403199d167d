import { parisDay, type Day } from '../../lib/dates.ts'
import type { Mandate, Member } from '../../payload-types.ts'
import { isCurrent } from '../../membership/statuses.ts'
import { MEMBER_STATUS_LABELS } from '../../record/facts/labels.ts'

/** How a record stands: the word, and the kind of mark that goes with it. */
export type Standing = { kind: string; label: string }

const PENDING: Standing = { kind: 'pending', label: 'À confirmer' }

/** Whether a mandate counts today. */
export function mandateStanding(
  { confirmed, firstDay, lastDay }: Pick<Mandate, 'confirmed' | 'firstDay' | 'lastDay'>,
  at: Date,
): Standing {
  if (!confirmed) return PENDING
  const today: Day = parisDay(at)
  if (firstDay > today) return { kind: 'coming', label: 'À venir' }
  return lastDay && lastDay < today ? { kind: 'over', label: 'Terminé' } : { kind: 'running', label: 'En cours' }
}

/** A member's status, or that its entry waits for a second person. */
export function memberStanding({ confirmed, status }: Pick<Member, 'confirmed' | 'status'>): Standing {
  if (!confirmed) return PENDING
  return {
    kind: status === 'active' ? 'running' : isCurrent(status) ? 'coming' : 'over',
    label: MEMBER_STATUS_LABELS[status],
  }
}
