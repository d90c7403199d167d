import { Marked, type Token, type Tokens } from 'marked'
import { BoundedLexer } from '../bounded-lexer.ts'
import { safeHref } from '../href.ts'
import { heading, item, line, link, listFrom, paragraph, quote, rule, tableOf, text } from '../lexical-factory.ts'
import type { Mark } from '../lexical-tree.ts'
import type { Note } from './imported.ts'
import { withinReason } from './within-reason.ts'

/** A reader of Markdown without HTML: in a text that people wrote, `<` is a character. */
const reader = new Marked({
  gfm: true,
  tokenizer: { html: () => undefined, tag: () => undefined, url: () => undefined },
})

/** A Markdown text: its first heading is the title, what follows keeps headings, lists, quotations and emphasis. */
export function readMarkdown(lines: readonly string[]): { title: string; nodes: object[]; notes: Note[] } {
  const notes: Note[] = []
  const tokens = new BoundedLexer(reader.defaults)
    .lex(withinReason(lines).join('\n'))
    .filter(({ type }) => type !== 'space')
  const first = tokens.findIndex(({ type }) => type === 'heading')
  const titled = first === 0 ? tokens[0] : undefined
  const title = titled ? wordsOf(inline([titled])) : ''
  return { title, nodes: blocks(titled ? tokens.slice(1) : tokens, notes), notes }
}

function blocks(tokens: readonly Token[], notes: Note[]): object[] {
  return tokens.flatMap((token) => block(token, notes))
}

function block(token: Token, notes: Note[]): object[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'heading':
      return [heading(`h${Math.min(4, Math.max(2, (token as Tokens.Heading).depth))}`, ...inline(token.tokens ?? []))]
    case 'list':
      return [listOf(token as Tokens.List, notes)]
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner) =>
        'tokens' in inner && inner.type === 'paragraph' ? [quote(...inline(inner.tokens ?? []))] : block(inner, notes),
      )
    case 'hr':
      return [rule()]
    case 'table':
      return [rowsOf(token as Tokens.Table)]
    case 'code':
      notes.push({ kind: 'set-otherwise', text: (token as Tokens.Code).text, as: 'paragraph' })
      return (token as Tokens.Code).text
        .split('\n')
        .filter((each) => each.trim() !== '')
        .map((each) => paragraph(text(each)))
    default:
      return 'tokens' in token && token.tokens
        ? [paragraph(...inline(token.tokens))]
        : [paragraph(text(token.raw.trim()))]
  }
}

/** Levels of a list; items that are nested deeper stand with those above them. */
const DEEPEST_LIST = 8

const listOf = (token: Tokens.List, notes: Note[]): object => listWith(token, itemsOf(token.items, notes, 1))

const listWith = ({ ordered, start }: Tokens.List, lines: object[]): object =>
  listFrom(ordered && start !== '' ? start : 1, ordered ? 'number' : 'bullet', lines)

function itemsOf(items: readonly Tokens.ListItem[], notes: Note[], depth: number): object[] {
  return items.flatMap((each) => {
    const words = each.tokens.filter(({ type }) => type !== 'list')
    const inner = each.tokens.filter((token): token is Tokens.List => token.type === 'list')
    const nested = inner.flatMap((below) => {
      const lines = itemsOf(below.items, notes, depth + 1)
      return depth >= DEEPEST_LIST ? lines : [item(listWith(below, lines))]
    })
    return [
      item(...words.flatMap((token) => inline('tokens' in token && token.tokens ? token.tokens : [token]))),
      ...nested,
    ]
  })
}

const rowsOf = ({ header, rows }: Tokens.Table): object =>
  tableOf([header, ...rows].map((row) => row.map((cell) => inline(cell.tokens))))

function inline(tokens: readonly Token[], marks: readonly Mark[] = []): object[] {
  return tokens.flatMap((token): object[] => {
    const inner = 'tokens' in token ? (token.tokens ?? []) : []
    switch (token.type) {
      case 'strong':
        return inline(inner, [...marks, 'bold'])
      case 'em':
        return inline(inner, [...marks, 'italic'])
      case 'del':
        return inline(inner, [...marks, 'strike'])
      case 'codespan':
        return [text((token as Tokens.Codespan).text, ...marks, 'code')]
      case 'br':
        return [line()]
      case 'link': {
        const address = safeHref((token as Tokens.Link).href)
        return address === null ? inline(inner, marks) : [link(address, ...inline(inner, marks))]
      }
      case 'image':
        return [text((token as Tokens.Image).text, ...marks)]
      default:
        if (inner.length > 0) return inline(inner, marks)
        return [text(wordsIn(token), ...marks)]
    }
  })
}

/** A line that goes on in the source goes on in the paragraph. */
const wordsIn = (token: Token): string =>
  ('text' in token && typeof token.text === 'string' ? token.text : token.raw).replace(/(?<!\s)\s*\n\s*/g, ' ')

const wordsOf = (nodes: readonly object[]): string =>
  nodes
    .map((node) =>
      'text' in node && typeof node.text === 'string'
        ? node.text
        : 'children' in node && Array.isArray(node.children)
          ? wordsOf(node.children as object[])
          : ' ',
    )
    .join('')
