import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeTrie, type ITrie } from 'cspell-trie-lib'

/** Characters of the longest word of French; what is longer is an address, a code or a picture written out. */
const LONGEST_WORD = 60
/** Unknown words that are listed at most. */
const MOST_WORDS = 1_000
/** Letters of the longest acronym in capitals. */
const LONGEST_ACRONYM = 6
const WORD = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu
/** Elided words that stand before a word without being part of it: l’, d’, qu’ … */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’']/iu

let dictionary: ITrie | null = null

/** The French words of Dicollecte, as `@cspell/dict-fr-fr` has them: read once, in about a second. */
function words(): ITrie {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@cspell/dict-fr-fr/cspell-ext.json'))
  return (dictionary ??= decodeTrie(gunzipSync(readFileSync(path.join(folder, 'fr-fr.trie.gz')))))
}

/**
 * The words of a French text that the dictionary does not have, each once, in the order in which they come, the first
 * thousand of them. Acronyms and
 * names, which no dictionary has, are left out: what stands here is likely a mistake, and is for a person to judge.
 */
export function unknownWords(text: string): string[] {
  const known = words()
  const isKnown = (word: string): boolean =>
    [word, word.toLowerCase()].some(
      (each) => known.hasWord(each, true) || each.split('-').every((part) => known.hasWord(part, true)),
    )
  const seen = new Set<string>()
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const word = found.replace(/'/g, '’').replace(ELIDED, '')
    if (word.length < 2 || word.length > LONGEST_WORD || seen.has(word) || isNameOrAcronym(word, text, index)) continue
    if (!isKnown(word)) seen.add(word)
    if (seen.size === MOST_WORDS) break
  }
  return [...seen]
}

/** Capitals throughout in a short word, or a capital where no sentence begins. */
function isNameOrAcronym(word: string, text: string, index: number): boolean {
  if (word === word.toUpperCase()) return word.length <= LONGEST_ACRONYM
  return /^\p{Lu}/u.test(word) && !opensSentence(text, index)
}

/** Whether only blanks and punctuation stand between a place of a text and the end of a sentence or its beginning. */
function opensSentence(text: string, index: number): boolean {
  for (let place = index - 1; place >= 0; place -= 1) {
    const char = text[place] ?? ''
    if (/[.!?:\n«–-]/.test(char)) return true
    if (!/[\s\p{P}]/u.test(char)) return false
  }
  return true
}
