import { decodeHTML } from 'entities'
import mammoth from 'mammoth'
import { heading, item, line, link, listFrom, paragraph, tableOf, text } from '../lexical-factory.ts'
import type { Mark } from '../lexical-tree.ts'
import { leadsSomewhere } from '../typed-address.ts'
import type { Imported, Note } from './imported.ts'

/** The headings of Word's own styles are known by their numbers; the title of a document is its first. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Titre'] => h1:fresh", 'u => u']

/** Characters of a first paragraph that may be the title of a document without headings. */
const LONGEST_TITLE = 160

type Element = { tag: string; attributes: string; children: Node[] }
type Node = Element | string

/**
 * A document of Word as a rich text of ours: headings, lists, tables, emphasis, links and notes; pictures are left out and
 * told.
 * @throws Error for bytes that are no such document
 */
export async function importWord(bytes: Uint8Array): Promise<Imported> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: 'image' })) },
  )
  const [first, ...rest] = elementsOf(value).filter((node) => wordsOf(node).trim() !== '' || hasPicture(node))
  const words = first === undefined ? '' : wordsOf(first).replace(/\s+/g, ' ').trim()
  const titled =
    first !== undefined &&
    typeof first !== 'string' &&
    (first.tag === 'h1' || (first.tag === 'p' && words.length <= LONGEST_TITLE))
  const notes: Note[] = []
  const nodes = blocksOf(titled || first === undefined ? rest : [first, ...rest], notes)
  return { title: titled ? words : '', nodes, signature: [], notes }
}

const VOID: ReadonlySet<string> = new Set(['br', 'img'])

/** The tree of what the library writes, which closes all that it opens. */
function elementsOf(html: string): Node[] {
  const root: Element = { tag: '', attributes: '', children: [] }
  const open = [root]
  for (const [whole, closing, tag, attributes = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+/g)) {
    const within = open.at(-1) ?? root
    if (tag === undefined) within.children.push(decodeHTML(whole))
    else if (closing) open.splice(Math.max(1, open.length - 1))
    else {
      const element: Element = { tag, attributes, children: [] }
      within.children.push(element)
      if (!VOID.has(tag)) open.push(element)
    }
  }
  return root.children
}

const wordsOf = (node: Node): string =>
  typeof node === 'string' ? node : node.tag === 'br' ? ' ' : node.children.map(wordsOf).join('')

const hasPicture = (node: Node): boolean =>
  typeof node !== 'string' && (node.tag === 'img' || node.children.some(hasPicture))

const attribute = ({ attributes }: Element, name: string): string =>
  decodeHTML(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')

const isList = (node: Node): node is Element & { tag: 'ul' | 'ol' } =>
  typeof node !== 'string' && (node.tag === 'ul' || node.tag === 'ol')

function blocksOf(nodes: readonly Node[], notes: Note[]): object[] {
  return nodes.flatMap((node): object[] => {
    if (typeof node === 'string') return node.trim() === '' ? [] : [paragraph(text(node))]
    if (/^h[1-6]$/.test(node.tag)) {
      const level = Math.min(4, Math.max(2, Number(node.tag.slice(1))))
      return [heading(`h${level}`, ...inlineOf(node.children, notes))]
    }
    if (isList(node)) return [listOf(node, notes)]
    if (node.tag === 'table')
      return [tableOf(rowsOf(node).map((row) => cellsOf(row).map((cell) => inCell(cell, notes))))]
    const inline = inlineOf(node.children, notes)
    return inline.length === 0 ? [] : [paragraph(...inline)]
  })
}

const listOf = (list: Element, notes: Note[]): object =>
  listFrom(
    1,
    list.tag === 'ol' ? 'number' : 'bullet',
    list.children.flatMap((child) => {
      if (typeof child === 'string') return []
      const inner = child.children.filter(isList)
      return [
        item(
          ...inlineOf(
            child.children.filter((each) => !isList(each)),
            notes,
          ),
        ),
        ...inner.map((below) => item(listOf(below, notes))),
      ]
    }),
  )

const within = ({ children }: Element, tags: readonly string[]): Element[] =>
  children.flatMap((child) =>
    typeof child === 'string' ? [] : tags.includes(child.tag) ? [child] : within(child, tags),
  )
const rowsOf = (table: Element): Element[] => within(table, ['tr'])
const cellsOf = (row: Element): Element[] => within(row, ['td', 'th'])

/** A cell has paragraphs, which stand on lines of their own. */
const inCell = ({ children }: Element, notes: Note[]): object[] =>
  children.flatMap((child, index) => [...(index > 0 ? [line()] : []), ...inlineOf([child], notes)])

const MARKS: Readonly<Record<string, Mark>> = { strong: 'bold', em: 'italic', s: 'strike', u: 'underline' }

function inlineOf(nodes: readonly Node[], notes: Note[], marks: readonly Mark[] = []): object[] {
  return nodes.flatMap((node): object[] => {
    if (typeof node === 'string') return node === '' ? [] : [text(node.replace(/\s/g, ' '), ...marks)]
    if (node.tag === 'br') return [line()]
    if (node.tag === 'img') {
      notes.push({ kind: 'left-out', text: attribute(node, 'alt') || 'image' })
      return []
    }
    const mark = Object.hasOwn(MARKS, node.tag) ? MARKS[node.tag] : undefined
    const inner = inlineOf(node.children, notes, mark ? [...marks, mark] : marks)
    const address = attribute(node, 'href')
    if (node.tag !== 'a' || address === '' || inner.length === 0) return inner
    if (leadsSomewhere(address, NONE)) return [link(address, ...inner)]
    // What leads to a note of the same document stands beside it.
    if (!address.startsWith('#')) notes.push({ kind: 'left-out', text: address })
    return inner
  })
}

const NONE: ReadonlySet<string> = new Set()
