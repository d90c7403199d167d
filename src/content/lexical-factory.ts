import type { Mark } from './lexical-tree.ts'

/** Makers of Lexical JSON as Payload's editor stores it, for tests and sample texts. */

const BIT: Record<Mark, number> = { bold: 1, italic: 2, strike: 4, underline: 8, code: 16 }
const common = { direction: 'ltr', format: '', indent: 0, version: 1 } as const

/** The value of a rich text field, of any length: the arguments of a call are limited by the stack. */
export const documentOf = (children: readonly object[]) => ({ root: { ...common, type: 'root', children } })

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
export const paragraph = (...children: object[]) => ({
  ...common,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children,
})
export const quote = (...children: object[]) => ({ ...common, type: 'quote', children })
export const heading = (tag: string, ...children: object[]) => ({ ...common, type: 'heading', tag, children })

/** A list whose first number is another than 1; however many items it has, they are no arguments of a call. */
export const listFrom = (start: number, listType: 'bullet' | 'number' | 'check', children: readonly object[]) => ({
  ...common,
  type: 'list',
  listType,
  tag: listType === 'number' ? 'ol' : 'ul',
  start,
  children,
})

export const item = (...children: object[]) => ({ ...common, type: 'listitem', value: 1, children })

export const link = (url: string, ...children: object[]) => ({
  ...common,
  type: 'link',
  id: 'link',
  fields: { linkType: 'custom', url, newTab: false },
  children,
})

/** A table of any length, whose first row names its columns. */
export const tableOf = (rows: readonly object[][][]) => ({
  ...common,
  type: 'table',
  colWidths: [],
  children: rows.map((cells, rank) => ({
    ...common,
    type: 'tablerow',
    children: cells.map((words) => ({
      ...common,
      type: 'tablecell',
      headerState: rank === 0 ? 1 : 0,
      colSpan: 1,
      rowSpan: 1,
      backgroundColor: null,
      children: [paragraph(...words)],
    })),
  })),
})
