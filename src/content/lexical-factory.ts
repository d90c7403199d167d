import type { Mark } from './lexical-tree.ts'

/** Makers of Lexical JSON as Payload's editor stores it, for tests and sample texts. */

const BIT: Record<Mark, number> = { bold: 1, italic: 2, strike: 4, underline: 8, code: 16 }
const common = { direction: 'ltr', format: '', indent: 0, version: 1 } as const

/** What every node of a document has. */
type Node = { type: string; version: number }

/** A rich text field's value. */
export const document = (...children: Node[]) => ({ root: { ...common, type: 'root', children } })

/** A run of text. */
export const text = (words: string, ...marks: Mark[]) => ({
  type: 'text',
  text: words,
  format: marks.reduce((bits, mark) => bits | BIT[mark], 0),
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})

export const line = () => ({ type: 'linebreak', version: 1 })
export const rule = () => ({ type: 'horizontalrule', version: 1 })
export const paragraph = (...children: Node[]) => ({ ...common, type: 'paragraph', textFormat: 0, textStyle: '', children })
export const quote = (...children: Node[]) => ({ ...common, type: 'quote', children })
export const heading = (tag: string, ...children: Node[]) => ({ ...common, type: 'heading', tag, children })

export const list = (listType: 'bullet' | 'number' | 'check', ...children: Node[]) => ({
  ...common,
  type: 'list',
  listType,
  tag: listType === 'number' ? 'ol' : 'ul',
  start: 1,
  children,
})

export const item = (...children: Node[]) => ({ ...common, type: 'listitem', value: 1, children })

export const link = (url: string, ...children: Node[]) => ({
  ...common,
  type: 'link',
  id: 'link',
  fields: { linkType: 'custom', url, newTab: false },
  children,
})

export const internalLink = (relationTo: string, value: unknown, ...children: Node[]) => ({
  ...common,
  type: 'link',
  id: 'link',
  fields: { linkType: 'internal', doc: { relationTo, value }, newTab: false },
  children,
})
