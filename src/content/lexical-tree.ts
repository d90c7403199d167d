/** How a run of text is set. Sub- and superscript, colours and alignments are the editor's fancy: not read. */
export type Mark = 'bold' | 'italic' | 'strike' | 'underline' | 'code'

/** The target of a link: an address as typed, or a document of ours, whose address a caller knows. */
export type LinkTarget = { url: string } | { relationTo: string; value: unknown }

export type Inline =
  | { type: 'text'; text: string; marks: readonly Mark[] }
  | { type: 'break' }
  | { type: 'link'; target: LinkTarget; children: readonly Inline[] }

type ListItem = { children: Inline[]; lists: List[]; checked?: boolean | undefined }

export type List = { type: 'list'; ordered: boolean; start: number; items: ListItem[] }

/** A cell; `scope` where it names its column or its row. */
export type Cell = { scope: 'col' | 'row' | null; blocks: readonly Block[] }

export type Block =
  | { type: 'paragraph' | 'quote'; children: readonly Inline[] }
  | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; children: readonly Inline[] }
  | { type: 'rule' }
  | { type: 'upload'; relationTo: string; value: unknown; caption: string }
  | { type: 'table'; rows: readonly (readonly Cell[])[] }
  | List

/** Levels of nesting beyond which a text is cut off, more than any editor makes: a hostile document must not exhaust the stack. */
const DEEPEST = 60

type Json = Readonly<Record<string, unknown>>

/**
 * A rich text as Payload stores it (`{ root: … }`) in the closed set of shapes that we know how to show.
 * Reads anything without throwing: an unknown node is dropped and the text within it is kept.
 */
export function readLexical(document: unknown): Block[] {
  return isJson(document) ? blocks(childrenOf(document.root), 0) : []
}

function blocks(nodes: readonly Json[], depth: number): Block[] {
  if (depth > DEEPEST) return []
  const found: Block[] = []
  let loose: Inline[] = []
  const settle = () => {
    if (hasWords(loose)) found.push({ type: 'paragraph', children: loose })
    loose = []
  }
  for (const node of nodes) {
    if (isInline(node)) {
      loose.push(...inline([node], depth))
      continue
    }
    settle()
    found.push(...block(node, depth + 1))
  }
  settle()
  return found
}

function block(node: Json, depth: number): Block[] {
  switch (node.type) {
    case 'paragraph':
      return worded({ type: 'paragraph', children: inline(childrenOf(node), depth) })
    case 'quote':
      return worded({ type: 'quote', children: inline(childrenOf(node), depth) })
    case 'heading':
      return worded({ type: 'heading', level: headingLevel(node.tag), children: inline(childrenOf(node), depth) })
    case 'horizontalrule':
      return [{ type: 'rule' }]
    case 'list':
      return list(node, depth)
    case 'table':
      return table(node, depth)
    case 'upload':
      return [{ type: 'upload', relationTo: textOf(node.relationTo), value: node.value, caption: captionOf(node) }]
    default:
      return blocks(childrenOf(node), depth)
  }
}

/** Cells are not merged: the editor offers no way to. */
function table(node: Json, depth: number): Block[] {
  const rows = childrenOf(node)
    .filter(({ type }) => type === 'tablerow')
    .map((row) =>
      childrenOf(row)
        .filter(({ type }) => type === 'tablecell')
        .map((cell): Cell => ({ scope: scopeOf(cell.headerState), blocks: blocks(childrenOf(cell), depth + 1) })),
    )
    .filter((cells) => cells.length > 0)
  return rows.some((cells) => cells.some((cell) => cell.blocks.length > 0)) ? [{ type: 'table', rows }] : []
}

/** Lexical's `TableCellHeaderStates`: 1 in a row of headings, 2 in a column of them, 3 in both. */
function scopeOf(state: unknown): Cell['scope'] {
  return state === 1 || state === 3 ? 'col' : state === 2 ? 'row' : null
}

function list(node: Json, depth: number): List[] {
  if (depth > DEEPEST) return []
  const items: ListItem[] = []
  for (const child of childrenOf(node)) {
    const parts = child.type === 'listitem' ? childrenOf(child) : [child]
    const lists = parts.filter((part) => part.type === 'list').flatMap((part) => list(part, depth + 1))
    const children = inline(
      parts.filter((part) => part.type !== 'list'),
      depth + 1,
    )
    const last = items.at(-1)
    // Lexical nests a list as an item of its own, which a reader would see as an empty bullet.
    if (hasWords(children))
      items.push({ children, lists, checked: typeof child.checked === 'boolean' ? child.checked : undefined })
    else if (last) last.lists.push(...lists)
    else items.push(...lists.flatMap((nested) => nested.items))
  }
  if (items.length === 0) return []
  const start =
    typeof node.start === 'number' && Number.isSafeInteger(node.start) && node.start >= 0 && node.start < 1e9
      ? node.start
      : 1
  return [{ type: 'list', ordered: node.listType === 'number', start, items }]
}

function inline(nodes: readonly Json[], depth: number): Inline[] {
  if (depth > DEEPEST) return []
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'linebreak':
        return [{ type: 'break' }]
      case 'tab':
        return [{ type: 'text', text: ' ', marks: [] }]
      case 'link':
      case 'autolink': {
        const children = inline(childrenOf(node), depth + 1).filter((child) => child.type !== 'link')
        const target = targetOf(node)
        return target ? [{ type: 'link', target, children }] : children
      }
      default: {
        if (typeof node.text === 'string')
          return node.text === '' ? [] : [{ type: 'text', text: node.text, marks: marksOf(node.format) }]
        return inline(childrenOf(node), depth + 1)
      }
    }
  })
}

/** Lexical's bits for the format of a text node (`TEXT_TYPE_TO_FORMAT` of package lexical). */
const BITS: readonly (readonly [number, Mark])[] = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'strike'],
  [8, 'underline'],
  [16, 'code'],
]

function marksOf(format: unknown): Mark[] {
  return typeof format === 'number' ? BITS.filter(([bit]) => (format & bit) !== 0).map(([, mark]) => mark) : []
}

function targetOf(node: Json): LinkTarget | null {
  const fields = isJson(node.fields) ? node.fields : {}
  if (fields.linkType === 'internal') {
    const doc = isJson(fields.doc) ? fields.doc : {}
    return typeof doc.relationTo === 'string' ? { relationTo: doc.relationTo, value: doc.value } : null
  }
  const url = fields.url ?? node.url
  return typeof url === 'string' ? { url } : null
}

function headingLevel(tag: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  const levels = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const
  return tag === 'h1' || tag === 'h2' || tag === 'h3' || tag === 'h4' || tag === 'h5' || tag === 'h6' ? levels[tag] : 2
}

function captionOf(node: Json): string {
  return isJson(node.fields) ? textOf(node.fields.caption) : ''
}

/** Whether there is anything to read, or to follow to the web, in these runs. */
function hasWords(nodes: readonly Inline[]): boolean {
  return nodes.some((node) =>
    node.type === 'text' ? node.text.trim() !== '' : node.type === 'link' && hasWords(node.children),
  )
}

function worded<B extends Block & { children: readonly Inline[] }>(found: B): B[] {
  return hasWords(found.children) ? [found] : []
}

function isInline(node: Json): boolean {
  return (
    typeof node.text === 'string' ||
    node.type === 'linebreak' ||
    node.type === 'tab' ||
    node.type === 'link' ||
    node.type === 'autolink'
  )
}

function childrenOf(node: unknown): Json[] {
  return isJson(node) && Array.isArray(node.children) ? node.children.filter(isJson) : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
