import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 256

/**
 * Guesses that a password must be worth. zxcvbn's score of 3 begins at 10^8, and gives that much to any three parts, be
 * they a known word, a year and a sign.
 */
const LEAST_GUESSES = 1e9
/** What is looked at: the search takes long on long texts, and what is strong in its beginning is strong. */
const LOOKED_AT = 128

/** Why a password may not be chosen; null for one that may. */
export type PasswordFlaw = 'too-short' | 'too-long' | 'unusable' | 'known'

const CHECKER = Symbol.for('cpof.password-checker')
type Holder = { [CHECKER]?: Promise<ZxcvbnFactory> }
const holder: typeof globalThis & Holder = globalThis

/** The lists of known passwords, words and names weigh megabytes: read when the first password is chosen. */
function checker(): Promise<ZxcvbnFactory> {
  return (holder[CHECKER] ??= (async () => {
    const [{ ZxcvbnFactory: Factory }, common, french, english] = await Promise.all([
      import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-fr'), import('@zxcvbn-ts/language-en'),
    ])
    return new Factory({ dictionary: { ...common.dictionary, ...french.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs })
  })())
}

/** What is tried first of somebody: their name and address, and the association's name. */
const wordsOf = ({ name, email }: { name?: string | null; email?: string | null }): string[] =>
  ['cpof', 'formation', email ?? '', ...(email ?? '').split(/[@.+_-]/), ...(name ?? '').split(/\s+/)].filter((word) => word.length > 2)

/**
 * What is wrong with a password that somebody chooses: NIST SP 800-63B 5.1.1.2, at least 12 characters and none that
 * is known or easily guessed, without rules about its kinds of characters. Nothing of it is cut off.
 */
export async function flawOfPassword(password: string, whose: { name?: string | null; email?: string | null }): Promise<PasswordFlaw | null> {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'too-short'
  if (length > LONGEST_PASSWORD) return 'too-long'
  if (/\p{Cc}|\p{Cs}/u.test(password)) return 'unusable'
  const { guesses } = (await checker()).check(password.slice(0, LOOKED_AT), wordsOf(whose))
  return guesses < LEAST_GUESSES ? 'known' : null
}
