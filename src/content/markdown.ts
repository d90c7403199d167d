import { Marked } from 'marked'
import { boundedLexer } from './bounded-lexer.ts'
import { escapeMarkup, unescapeMarkup } from '../lib/escape.ts'
import { absoluteHref } from './href.ts'

/** A reader of its own: `marked.use` on the shared instance would change it for every other room. */
function reader(topHeading: number): Marked {
  return new Marked({
    async: false,
    gfm: true,
    hooks: boundedLexer,
    // No HTML in a canonical text, and no link that its author did not write as one.
    tokenizer: { html: () => undefined, tag: () => undefined, url: () => undefined },
    renderer: {
      html: ({ text }) => escapeMarkup(text),
      heading({ tokens, depth }) {
        const level = Math.min(6, depth + topHeading - 1)
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens)
        const address = absoluteHref(href)
        return address === null ? words : `<a href="${escapeMarkup(address)}">${words}</a>`
      },
      image: ({ text }) => escapeMarkup(text),
      checkbox: ({ checked }) => (checked ? '[x] ' : '[ ] '),
    },
  })
}

const readers = new Map([1, 2, 3, 4].map((level) => [level, reader(level)]))

/** The most prominent heading level that the text's own first level becomes. */
export type TopHeading = 1 | 2 | 3 | 4

/**
 * Canonical Markdown as safe HTML: raw HTML is shown as the text it is, pictures become their description,
 * links lead to web and e-mail addresses only. `topHeading` says which level the text's `#` takes in the
 * page that shows it.
 */
export function charterHtml(markdown: string, topHeading: TopHeading = 1): string {
  const html = readers.get(topHeading)?.parse(markdown)
  if (typeof html !== 'string') throw new TypeError('Markdown is read synchronously')
  return html
}

/** The words of one Markdown paragraph as a reader of the page sees them, line breaks as `\n`. */
export function inlineText(markdown: string): string {
  const html = readers.get(1)?.parseInline(markdown)
  if (typeof html !== 'string') throw new TypeError('Markdown is read synchronously')
  return unescapeMarkup(html.replace(/<br>\n?/g, '\n').replace(/<[^>]*>/g, ''))
}
