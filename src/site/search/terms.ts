import { fold } from '../../lib/fold.ts'

/** A word: letters and figures, with the marks and the invisible characters (soft hyphens, joiners) that stand inside it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu

/** Words that say nothing by themselves, and what elisions leave: asked for with others, they are not asked for. */
const EMPTY: ReadonlySet<string> = new Set(
  'a au aux avec c ce ces d dans de des du elle en est et il j l la le les leur ma mes mon n nos notre nous ou par pour qu que qui s sa se ses son sur t un une vos votre vous y'.split(
    ' ',
  ),
)

/** The form in which a word is found: folded, in the singular as far as an ending tells. */
export function termOf(word: string): string {
  const folded = fold(word.replace(/\p{Cf}/gu, ''))
  return folded.length > 3 ? folded.replace(/[sx]$/, '') : folded
}

/** The words of a text as they stand in it, each with its place. Punctuation is no part of them. */
export function* wordsOf(text: string): Generator<{ word: string; at: number }> {
  for (const found of text.matchAll(WORD)) yield { word: found[0], at: found.index }
}

/** The terms of a text, in its order. */
export const termsOf = (text: string): string[] => [...wordsOf(text)].map(({ word }) => termOf(word)).filter(Boolean)

/** The terms that somebody asks for: without the empty words, unless there are no others. */
export function askedTerms(asked: string): string[] {
  const terms = [...new Set(termsOf(asked))]
  const telling = terms.filter((term) => !EMPTY.has(term))
  return telling.length > 0 ? telling : terms
}

/** Whether a word is one that was asked for, or begins with it. A single letter begins too much. */
export const isHit = (word: string, terms: readonly string[]): boolean => {
  const own = termOf(word)
  return terms.some((term) => own === term || (term.length > 1 && own.startsWith(term)))
}
