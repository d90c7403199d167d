/** The longest words that are looked for, in characters. */
const LONGEST = 100

/** The words that an address asks for under a name: without what no database takes, none when it names something else. */
export function wordsIn(query: Readonly<Record<string, unknown>>, name: string): string {
  const asked = query[name]
  return typeof asked === 'string'
    ? asked
        .replace(/[\p{Cc}\p{Surrogate}]/gu, ' ')
        .trim()
        .slice(0, LONGEST)
    : ''
}

/** Whether an address asks for more than is looked for: {@link wordsIn} reads its beginning. */
export function isCutShort(query: Readonly<Record<string, unknown>>, name: string): boolean {
  const asked = query[name]
  return typeof asked === 'string' && asked.trim().length > LONGEST
}
