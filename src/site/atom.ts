import { escapeMarkup } from '../lib/escape.ts'

/** An entry of a feed. `id` never changes, whatever becomes of its address. */
export type FeedEntry = {
  id: string
  title: string
  href: string
  published: Date
  updated: Date
  authors: readonly string[]
  summary: string
  categories: readonly string[]
}

export type Feed = {
  title: string
  subtitle: string
  href: string
  self: string
  author: string
  entries: readonly FeedEntry[]
}

/** A text in XML: what XML 1.0 has no place for (control characters, lone surrogates) is left out. */
export const xmlText = (text: string): string =>
  escapeMarkup(text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''))

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`

/** A feed in the Atom syndication format (RFC 4287), every address whole. */
export function atomFeed({ title, subtitle, href, self, author, entries }: Feed): string {
  const latest = entries.reduce((at, { updated }) => (updated > at ? updated : at), new Date(0))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    element('id', self),
    element('title', title),
    element('subtitle', subtitle),
    element('updated', latest.toISOString()),
    `<author>${element('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(href)}"/>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf({ id, title, href, published, updated, authors, summary, categories }: FeedEntry): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('published', published.toISOString()),
    element('updated', updated.toISOString()),
    ...authors.map((name) => `<author>${element('name', name)}</author>`),
    ...categories.map((term) => `<category term="${xmlText(term)}"/>`),
    `<link rel="alternate" type="text/html" href="${xmlText(href)}"/>`,
    element('summary', summary),
    '</entry>',
  ].join('\n')
}
