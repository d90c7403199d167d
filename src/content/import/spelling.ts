import dictionary from 'dictionary-fr'
import nspell from 'nspell'

/** Up to so many capitals are an acronym, in letters. */
const LONGEST_ACRONYM = 6
const WORD = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu
/** What stands before a word without being part of it: l’, d’, qu’ … */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’']/iu

/**
 * The words of a French text that the dictionary (Dicollecte’s, by `dictionary-fr`) does not have, each once, in the
 * order in which they come. Acronyms and names, which no dictionary has, are left out: what stands here is likely a
 * mistake, and is for a person to judge. It takes seconds and some 600 MB, so it is for commands alone.
 */
export function unknownWords(text: string): string[] {
  const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) })
  const seen = new Set<string>()
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const word = found.replace(/'/g, '’').replace(ELIDED, '')
    if (word.length < 2 || isNameOrAcronym(word, text.slice(0, index)) || seen.has(word)) continue
    const known = [word, word.toLowerCase()].some((each) => speller.correct(each) || each.split('-').every((part) => speller.correct(part)))
    if (!known) seen.add(word)
  }
  return [...seen]
}

/** Capitals throughout in a short word, or a capital where no sentence begins. */
function isNameOrAcronym(word: string, before: string): boolean {
  if (word === word.toUpperCase()) return word.length <= LONGEST_ACRONYM
  return /^\p{Lu}/u.test(word) && !/(^|[.!?:\n«–-])[\s\p{P}]*$/u.test(before)
}
