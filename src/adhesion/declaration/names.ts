type Named = { firstName?: string | null; lastName?: string | null }

/** First and last name as one text; a part that is missing leaves no gap. */
export function fullName(person: Named | null | undefined): string {
  return [person?.firstName, person?.lastName].filter(Boolean).join(' ')
}
