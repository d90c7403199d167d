export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 256

/**
 * Guesses that a password must be worth. zxcvbn's score of 3 begins at 10^8, and gives that much to any three parts, be
 * they a known word, a year and a sign.
 */
const LEAST_GUESSES = 1e9

/** Why a password may not be chosen; null for one that may. */
export type PasswordFlaw = 'too-short' | 'too-long' | 'unusable' | 'known'

/** What is tried first of somebody: their name and address, and the association's name. */
const wordsOf = ({ name, email }: { name?: string | null; email?: string | null }): string[] =>
  ['cpof', 'formation', email ?? '', ...(email ?? '').split(/[@.+_-]/), ...(name ?? '').split(/\s+/)].filter(
    (word) => word.length > 2,
  )

/** Tells how many guesses a password takes. */
export type Guesses = (asked: { password: string; words: readonly string[] }) => Promise<number>

/**
 * What is wrong with a password that somebody chooses: NIST SP 800-63B 5.1.1.2, at least 12 characters and none that
 * is known or easily guessed, without rules about its kinds of characters. Nothing of it is cut off.
 * @param guesses asked of what passes the rest alone
 */
export async function flawOfPassword(
  password: string,
  whose: { name?: string | null; email?: string | null },
  guesses: Guesses,
): Promise<PasswordFlaw | null> {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'too-short'
  if (length > LONGEST_PASSWORD) return 'too-long'
  if (/\p{Cc}|\p{Cs}/u.test(password)) return 'unusable'
  return (await guesses({ password, words: wordsOf(whose) })) < LEAST_GUESSES ? 'known' : null
}
