import MiniSearch from 'minisearch'
import { excerptOf, marked, type Piece } from './marked.ts'
import { askedTerms, termOf, termsOf, wordsOf } from './terms.ts'

/** An entry of the search: something that anybody may read, with its address, its title and its text, a line for each block of it. */
export type SearchEntry = {
  href: string
  title: string
  text: string
  /** What else it is called, or sorted by: a kind, a region, the words by which people ask for it. */
  known?: string
}

/** An entry of the search with the name of its kind. */
export type Entry = SearchEntry & { kind: string }

type Found = { href: string; kind: string; title: Piece[]; excerpt: Piece[] }

/** What a search finds: the best, how many there are in all, and words that exist in place of those that nothing has. */
export type Findings = { found: readonly Found[]; total: number; suggestion: string | null }

const MOST_FOUND = 50
/** How far a word may be from one that exists, of its length, to be taken for it. */
const MISSPELT = 0.34
/** Entries that are put in at once; between two such lots others are served. */
const LOT = 200

const blocksOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** Everything that anybody may read, as it is searched. Kept from one state of the site to the next: what has not changed is not read again. */
export class SearchIndex {
  readonly #index = new MiniSearch<Entry & { id: string; sorted: string }>({
    fields: ['title', 'sorted', 'text'],
    tokenize: termsOf,
    processTerm: (term) => term,
  })
  readonly #entries = new Map<string, Entry>()
  /** How a term is written, for suggestions. */
  readonly #written = new Map<string, string>()

  /** Brings the index to these entries. */
  async hold(entries: readonly Entry[]): Promise<void> {
    const present = new Map(entries.map((entry) => [`${entry.href} ${entry.title}`, entry]))
    for (const [id, entry] of this.#entries) {
      const now = present.get(id)
      if (now && sameAs(now, entry)) continue
      this.#index.discard(id)
      this.#entries.delete(id)
    }
    let added = 0
    for (const [id, entry] of present) {
      if (this.#entries.has(id)) continue
      this.#index.add({ ...entry, id, sorted: `${entry.kind} ${entry.known ?? ''}` })
      this.#entries.set(id, entry)
      for (const text of [entry.title, entry.text])
        for (const { word } of wordsOf(text)) {
          const term = termOf(word)
          if (!this.#written.has(term)) this.#written.set(term, word.replace(/\p{Cf}/gu, '').toLowerCase())
        }
      added += 1
      if (added % LOT === 0) await new Promise(setImmediate)
    }
  }

  /**
   * Finds the entries that hold every word that was asked for, or words that begin with it: those that have them in the
   * title first, then by kind, region and what else they are known as. Case, accents and punctuation do not count.
   */
  find(asked: string): Findings {
    const terms = askedTerms(asked)
    if (terms.length === 0) return { found: [], total: 0, suggestion: null }
    const all = this.#search(terms)
      .map(({ id, score, match }) => ({ id: String(id), score, rank: rankOf(Object.values(match)) }))
      .sort((a, b) => a.rank - b.rank || b.score - a.score || a.id.localeCompare(b.id, 'fr'))
    const found = all.slice(0, MOST_FOUND).flatMap(({ id }): Found[] => {
      const entry = this.#entries.get(id)
      if (!entry) return []
      const { href, kind, title, text } = entry
      return [{ href, kind, title: marked(title, terms), excerpt: marked(excerptOf(blocksOf(text), terms), terms) }]
    })
    return { found, total: all.length, suggestion: all.length > 0 ? null : this.#suggestionFor(terms) }
  }

  #search(terms: readonly string[]) {
    return this.#index.search(
      { combineWith: 'AND', queries: [...terms] },
      { prefix: (term) => term.length > 1, boost: { title: 8, sorted: 3 } },
    )
  }

  /** The words that were asked for, those that nothing has replaced by the nearest that something has; null where none is near. */
  #suggestionFor(terms: readonly string[]): string | null {
    const words = terms.map((term) => {
      if (this.#search([term]).length > 0) return this.#written.get(term) ?? term
      const [near] = this.#index.autoSuggest(term, { fuzzy: MISSPELT, prefix: false, combineWith: 'OR' })
      return near ? (this.#written.get(near.suggestion) ?? null) : null
    })
    const known = words.filter((word) => word !== null)
    return known.length === words.length && this.#search(known.map(termOf)).length > 0 ? known.join(' ') : null
  }
}

/** 0 where each term stands in the title, 1 where none has to be looked for in the text, else 2. */
const rankOf = (fields: readonly string[][]): number =>
  fields.every((each) => each.includes('title'))
    ? 0
    : fields.every((each) => each.some((name) => name !== 'text'))
      ? 1
      : 2

const sameAs = (one: Entry, other: Entry): boolean =>
  one.text === other.text && one.kind === other.kind && one.known === other.known
