import type { Mandate } from '../payload-types.ts'
import { isDay, type Day } from '../lib/dates.ts'
import type { MandateRole } from './mandate-facts.ts'
import { idOf } from '../lib/ids.ts'
import { isMandateRole } from './mandate-roles.ts'
import type { MandateTerms } from './mandate-rules.ts'

/** A proposed change of a confirmed mandate. */
export type MandateChange =
  | { kind: 'change'; role?: MandateRole; onBehalfOf?: string | null; firstDay?: Day; lastDay?: Day | null }
  | { kind: 'end'; lastDay: Day }

/** Reads a stored proposal back. */
export function isMandateChange(value: unknown): value is MandateChange {
  if (typeof value !== 'object' || value === null) return false
  const { kind, role, onBehalfOf, firstDay, lastDay }: Record<string, unknown> = Object.fromEntries(
    Object.entries(value),
  )
  if (kind === 'end') return isDay(lastDay)
  return (
    kind === 'change' &&
    (role === undefined || isMandateRole(role)) &&
    (onBehalfOf === undefined || onBehalfOf === null || typeof onBehalfOf === 'string') &&
    (firstDay === undefined || isDay(firstDay)) &&
    (lastDay === undefined || lastDay === null || isDay(lastDay))
  )
}

/** A stored mandate's terms. */
export function termsOf(
  mandate: Pick<Mandate, 'person' | 'body' | 'role' | 'onBehalfOf' | 'firstDay' | 'lastDay'>,
): MandateTerms {
  return {
    person: idOf(mandate.person) ?? '',
    body: idOf(mandate.body) ?? '',
    role: mandate.role,
    onBehalfOf: idOf(mandate.onBehalfOf),
    firstDay: mandate.firstDay,
    lastDay: mandate.lastDay || null,
  }
}

/** The terms of a mandate as the journal keeps them, under the mandate's title. */
export const termFacts = ({ title }: Pick<Mandate, 'title'>, { person, ...terms }: MandateTerms) => ({
  title: title ?? '',
  personId: person,
  ...terms,
})

/** The terms as they will stand. */
export function withChange(terms: MandateTerms, change: MandateChange): MandateTerms {
  if (change.kind === 'end') return { ...terms, lastDay: change.lastDay }
  const { role, onBehalfOf, firstDay, lastDay } = change
  return {
    ...terms,
    ...(role === undefined ? {} : { role }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
  }
}

/** Whether two sets of terms are the same. */
export function sameTerms(a: MandateTerms, b: MandateTerms): boolean {
  return a.role === b.role && a.onBehalfOf === b.onBehalfOf && a.firstDay === b.firstDay && a.lastDay === b.lastDay
}
