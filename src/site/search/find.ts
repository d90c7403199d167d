import { fold } from '../../lib/fold.ts'

/** An entry of the search: something that anybody may read, with its address, its title and its text. */
export type SearchEntry = { href: string; title: string; text: string }

/** An entry of the search with the name of its kind. */
export type Entry = SearchEntry & { kind: string }

/** An entry in the form in which it is searched, which is made once. */
export type Searched = { entry: Entry; title: string; text: string }

/** Folds an entry, once for all searches. */
export const searched = (entry: Entry): Searched => ({ entry, title: fold(entry.title), text: fold(entry.text) })

export type Found = Pick<Entry, 'href' | 'title' | 'kind'> & { excerpt: string }

const MOST_FOUND = 50
/** Characters of an excerpt before and after the word that was found. */
const BEFORE = 60
const AFTER = 140

/**
 * Finds the entries that hold every word that was asked for, wherever it stands; a title that holds them comes first. Case and accents
 * do not count.
 */
export function find(entries: readonly Searched[], asked: string): Found[] {
  const words = fold(asked).split(' ').filter(Boolean)
  if (words.length === 0) return []
  return entries
    .filter(({ title, text }) => words.every((word) => title.includes(word) || text.includes(word)))
    .map(({ entry, title }) => ({ entry, rank: words.every((word) => title.includes(word)) ? 0 : 1 }))
    .sort((a, b) => a.rank - b.rank || a.entry.title.localeCompare(b.entry.title, 'fr'))
    .slice(0, MOST_FOUND)
    .map(({ entry: { href, title, kind, text } }) => ({ href, title, kind, excerpt: excerptOf(text, words) }))
}

/** The text around the first word found, from word to word. Folding may change a text's length: the place is near enough. */
function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const folded = fold(plain)
  const at = Math.max(
    0,
    ...words
      .map((word) => folded.indexOf(word))
      .filter((place) => place >= 0)
      .slice(0, 1),
  )
  const from = at <= BEFORE ? 0 : plain.indexOf(' ', at - BEFORE) + 1
  const end = from + BEFORE + AFTER
  const to = end >= plain.length ? plain.length : plain.lastIndexOf(' ', end)
  return `${from > 0 ? '… ' : ''}${plain.slice(from, to > from ? to : end)}${end < plain.length ? ' …' : ''}`
}
