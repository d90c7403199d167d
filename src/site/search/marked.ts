import { isHit, wordsOf } from './terms.ts'

/** A piece of a text, with whether it was asked for. */
export type Piece = { text: string; hit: boolean }

/** Characters of an excerpt before and after the word that was found. */
const BEFORE = 60
const AFTER = 140

/** A text in pieces, the words that were asked for each in one of its own. */
export function marked(text: string, terms: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { word, at } of wordsOf(text)) {
    if (!isHit(word, terms)) continue
    if (at > from) pieces.push({ text: text.slice(from, at), hit: false })
    pieces.push({ text: word, hit: true })
    from = at + word.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false })
  return pieces
}

/** The words around the first hit, out of the one block of a text (a paragraph, a heading, a field) in which it stands. */
export function excerptOf(blocks: readonly string[], terms: readonly string[]): string {
  for (const block of blocks)
    for (const { word, at } of wordsOf(block)) if (isHit(word, terms)) return around(block, at)
  return around(blocks[0] ?? '', 0)
}

function around(block: string, at: number): string {
  const from = at <= BEFORE ? 0 : block.indexOf(' ', at - BEFORE) + 1
  const end = from + BEFORE + AFTER
  const to = end >= block.length ? block.length : block.lastIndexOf(' ', end)
  return `${from > 0 ? '… ' : ''}${block.slice(from, to > from ? to : end)}${end < block.length ? ' …' : ''}`
}
