import type { Day } from '../lib/dates.ts'

export const MANDATE_ROLES = ['chair', 'vice-chair', 'secretary', 'treasurer', 'member'] as const
export type MandateRole = (typeof MANDATE_ROLES)[number]

export interface MandateFacts {
  person: string
  body: string
  role: MandateRole
  firstDay: Day
  /** Last day in force, included; null while no end is known. */
  lastDay?: Day | null
  /** A second person confirmed it; an unconfirmed mandate gives no right. */
  confirmed: boolean
  /** Last day in force when it ended before its term (a confirmed ending, or the member's own end). */
  endedOn?: Day | null
  /** The member that the person sits for. */
  onBehalfOf?: { id: string; siren?: string | null; identifierKey?: string | null; network?: string | null } | null
}

export interface PersonFacts {
  id: string
  /** The addresses of the person: of their record and of their account. */
  emails?: readonly string[]
  /** The staff account that acts for them. */
  account?: string | null
  firstName?: string | null
  lastName?: string | null
}

/** Text order, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const earlier = (a: Day | null | undefined, b: Day | null | undefined): Day | null =>
  a && b ? (a < b ? a : b) : a || b || null

/** Whether a mandate gives its rights on a Paris day, first and last day included. */
export function inForce(
  mandate: Pick<MandateFacts, 'firstDay' | 'lastDay' | 'endedOn' | 'confirmed'>,
  day: Day,
): boolean {
  const last = earlier(mandate.lastDay, mandate.endedOn)
  return mandate.confirmed && mandate.firstDay <= day && (last === null || day <= last)
}

/** Persons with a mandate in force in a body on a day: each once, the longest in office first. */
export function holders(mandates: readonly MandateFacts[], body: string, day: Day, role?: MandateRole): string[] {
  const held = mandates.filter(
    (mandate) => mandate.body === body && inForce(mandate, day) && (!role || mandate.role === role),
  )
  held.sort((a, b) => compare(a.firstDay, b.firstDay) || compare(a.person, b.person))
  return [...new Set(held.map(({ person }) => person))]
}
