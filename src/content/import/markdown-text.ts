import { decodeHTML } from 'entities'
import { Marked, type Token, type Tokens } from 'marked'
import { anchorOf } from '../anchors.ts'
import { BoundedLexer } from '../bounded-lexer.ts'
import { heading, item, line, link, listFrom, paragraph, quote, rule, tableOf, text } from '../lexical-factory.ts'
import type { Mark } from '../lexical-tree.ts'
import { completed, leadsSomewhere } from '../typed-address.ts'
import type { Note } from './imported.ts'
import { withinReason } from './within-reason.ts'

/** A reader of Markdown without HTML: in a text that people wrote, `<` is a character. */
const reader = new Marked({
  gfm: true,
  tokenizer: { html: () => undefined, tag: () => undefined, url: () => undefined },
})

/** What is found on the way through a text, and the headings that its links may lead to. */
type Found = { notes: Note[]; anchors: ReadonlySet<string> }

/**
 * A Markdown text: its first heading is the title, where none was said before it; what follows keeps headings, lists,
 * quotations and emphasis.
 */
export function readMarkdown(
  lines: readonly string[],
  said?: string,
): { title: string; nodes: object[]; notes: Note[] } {
  const tokens = new BoundedLexer(reader.defaults)
    .lex(withinReason(lines).join('\n'))
    .filter(({ type }) => type !== 'space')
  const found: Found = { notes: [], anchors: anchorsOf(tokens) }
  const heads = tokens[0]?.type === 'heading'
  const head = tokens[0] && heads ? wordsOf(inline([tokens[0]], { notes: [], anchors: found.anchors })) : ''
  const titled = heads && (said === undefined || said === head)
  return { title: said ?? head, nodes: blocks(titled ? tokens.slice(1) : tokens, found), notes: found.notes }
}

const anchorsOf = (tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(
    tokens.flatMap((token) => {
      const anchor = token.type === 'heading' ? anchorOf(wordsOf(inline([token], { notes: [], anchors: NONE }))) : null
      return anchor === null ? [] : [anchor]
    }),
  )

const NONE: ReadonlySet<string> = new Set()

function blocks(tokens: readonly Token[], found: Found): object[] {
  return tokens.flatMap((token) => block(token, found))
}

function block(token: Token, found: Found): object[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'heading': {
      const level = Math.min(4, Math.max(2, (token as Tokens.Heading).depth))
      return [heading(`h${level}`, ...inline(token.tokens ?? [], found))]
    }
    case 'list':
      return listsOf(token as Tokens.List, found)
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner) =>
        'tokens' in inner && inner.type === 'paragraph'
          ? [quote(...inline(inner.tokens ?? [], found))]
          : block(inner, found),
      )
    case 'hr':
      return [rule()]
    case 'table':
      return [rowsOf(token as Tokens.Table, found)]
    case 'code':
      found.notes.push({ kind: 'set-otherwise', text: (token as Tokens.Code).text, as: 'paragraph' })
      return (token as Tokens.Code).text
        .split('\n')
        .filter((each) => each.trim() !== '')
        .map((each) => paragraph(text(each)))
    default:
      return 'tokens' in token && token.tokens
        ? [paragraph(...inline(token.tokens, found))]
        : [paragraph(text(decodeHTML(token.raw.trim())))]
  }
}

/** Levels of a list; items that are nested deeper stand with those above them. */
const DEEPEST_LIST = 8

const isList = (token: Token): token is Tokens.List => token.type === 'list'

/**
 * A list, in parts where an item goes on behind a list within it: there its words would come before that list, for
 * Lexical nests a list as an item of its own. They stand as a paragraph between the parts, which are counted on.
 */
function listsOf(token: Tokens.List, found: Found): object[] {
  const nodes: object[] = []
  let lines: object[] = []
  let begins = 0
  const settle = (next: number): void => {
    if (lines.length > 0) nodes.push(listWith(token, lines, begins))
    lines = []
    begins = next
  }
  token.items.forEach((each, index) => {
    const behind = wordsBehindLists(each)
    lines.push(
      ...itemOf(behind.length === 0 ? each : { ...each, tokens: each.tokens.slice(0, -behind.length) }, found, 1),
    )
    if (behind.length === 0) return
    settle(index + 1)
    found.notes.push({
      kind: 'set-otherwise',
      text: behind
        .map(({ raw }) => raw)
        .join('')
        .trim(),
      as: 'paragraph',
    })
    nodes.push(...blocks(behind, found))
  })
  settle(0)
  return nodes
}

/** What stands behind the last list within an item. */
function wordsBehindLists({ tokens }: Tokens.ListItem): Token[] {
  const last = tokens.findLastIndex(isList)
  const behind = last < 0 ? [] : tokens.slice(last + 1)
  return behind.some(({ type }) => type !== 'space') ? behind : []
}

const listWith = ({ ordered, start }: Tokens.List, lines: object[], from = 0): object =>
  listFrom(ordered && start !== '' ? start + from : 1, ordered ? 'number' : 'bullet', lines)

/** An item: its words, and each list within it as an item of its own, in their order. Paragraphs are lines of the item. */
function itemOf(given: Tokens.ListItem, found: Found, depth: number): object[] {
  const items: object[] = []
  let words: object[] | null = null
  for (const token of given.tokens) {
    if (token.type === 'space') continue
    if (isList(token)) {
      if (words !== null || items.length === 0) items.push(item(...(words ?? [])))
      words = null
      const lines = token.items.flatMap((each) => itemOf(each, found, depth + 1))
      items.push(...(depth >= DEEPEST_LIST ? lines : [item(listWith(token, lines))]))
      continue
    }
    const more = inline('tokens' in token && token.tokens ? token.tokens : [token], found)
    words = words === null || words.length === 0 ? more : [...words, line(), ...more]
  }
  if (words !== null || items.length === 0) items.push(item(...(words ?? [])))
  return items
}

const rowsOf = ({ header, rows }: Tokens.Table, found: Found): object =>
  tableOf([header, ...rows].map((row) => row.map((cell) => inline(cell.tokens, found))))

function inline(tokens: readonly Token[], found: Found, marks: readonly Mark[] = []): object[] {
  return tokens.flatMap((token): object[] => {
    const inner = 'tokens' in token ? (token.tokens ?? []) : []
    switch (token.type) {
      case 'strong':
        return inline(inner, found, [...marks, 'bold'])
      case 'em':
        return inline(inner, found, [...marks, 'italic'])
      case 'del':
        return inline(inner, found, [...marks, 'strike'])
      case 'codespan':
        return [text((token as Tokens.Codespan).text, ...marks, 'code')]
      case 'br':
        return [line()]
      case 'link': {
        const { href } = token as Tokens.Link
        if (leadsSomewhere(href, found.anchors)) return [link(completed(href), ...inline(inner, found, marks))]
        found.notes.push({ kind: 'left-out', text: href })
        return inline(inner, found, marks)
      }
      case 'image': {
        const { text: words, href } = token as Tokens.Image
        found.notes.push({ kind: 'left-out', text: href })
        return words === '' ? [] : [text(decodeHTML(words), ...marks)]
      }
      default:
        if (inner.length > 0) return inline(inner, found, marks)
        return [text(wordsIn(token), ...marks)]
    }
  })
}

/** A line that goes on in the source goes on in the paragraph. */
const wordsIn = (token: Token): string =>
  decodeHTML('text' in token && typeof token.text === 'string' ? token.text : token.raw).replace(
    /(?<!\s)\s*\n\s*/g,
    ' ',
  )

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
