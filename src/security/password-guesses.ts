import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** What is looked at: the search takes long on long texts, and what is strong in its beginning is strong. */
const LOOKED_AT = 128

const CHECKER = Symbol.for('cpof.password-checker')
type Holder = { [CHECKER]?: Promise<ZxcvbnFactory> }
const holder: typeof globalThis & Holder = globalThis

/** The lists of known passwords, words and names weigh megabytes: read when the first password is chosen. */
export function passwordChecker(): Promise<ZxcvbnFactory> {
  return (holder[CHECKER] ??= (async () => {
    const [{ ZxcvbnFactory: Factory }, common, french, english] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-fr'),
      import('@zxcvbn-ts/language-en'),
    ])
    return new Factory({
      dictionary: { ...common.dictionary, ...french.dictionary, ...english.dictionary },
      graphs: common.adjacencyGraphs,
    })
  })())
}

/**
 * How many guesses a password takes. Up to a third of a second of a core: where others wait, it is asked on a thread
 * of its own (src/workers).
 * @param words that are tried first of this person
 */
export async function guessesOf({ password, words }: { password: string; words: readonly string[] }): Promise<number> {
  return (await passwordChecker()).check(password.slice(0, LOOKED_AT), [...words]).guesses
}
