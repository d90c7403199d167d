/**
 * Returns who presides: the chair, else a vice-chair (the one whom the minutes name, else the longest in office), else
 * the elector whom the minutes name. Only somebody of `electorate`, so never a recused person; for a session only
 * somebody who was there. A session that was recorded keeps who presided over it while they may. Undefined when nobody
 * presides.
 */
export function presiding(facts: {
  /** Those who may: electors of a session, or members of the body, less the recused. */
  electorate: readonly string[]
  chair?: string | null
  viceChairs?: readonly string[]
  namedByMinutes?: string | null
  /** Of a session; absent outside of one. */
  present?: readonly string[]
  /** Who presided over the session whose decision is at hand. */
  presided?: string | null
}): string | undefined {
  const { electorate, chair, viceChairs = [], namedByMinutes, present, presided } = facts
  const may = (person: string | null | undefined): person is string =>
    person != null && electorate.includes(person) && (!present || present.includes(person))
  if (may(presided)) return presided
  if (may(chair)) return chair
  const deputies = viceChairs.filter(may)
  if (may(namedByMinutes) && (deputies.length === 0 || deputies.includes(namedByMinutes))) return namedByMinutes
  return deputies[0]
}
