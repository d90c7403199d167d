import { diffWordsWithSpace } from 'diff'
import { inlineText } from './markdown.ts'

export type Change = { kind: 'same' | 'added' | 'removed'; text: string }

/** A Markdown text as its reader sees it: without marks, each paragraph and each item of a list on its line. */
export function readableText(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => {
      const [, mark = '', words = ''] = /^(\s*(?:#{1,6} |[-*+] |>\s?)?)(.*)$/.exec(line) ?? []
      return (/[-*+] $/.test(mark) ? '– ' : '') + inlineText(words.replace(/\\$/, ''))
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Differences that are looked for word by word; texts with more have little in common. */
const MOST_DIFFERENCES = 4_000

/**
 * The words that one text has and an earlier one had not, and the other way round, in the order of reading (Myers’
 * difference, by the `diff` library). Joined without what was removed it is the later text, without what was added the
 * earlier one. Where two texts have nearly nothing in common, which would take long to find out, one stands whole after the
 * other.
 */
export function wordsChanged(before: string, after: string): Change[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_DIFFERENCES })
  if (!found)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
