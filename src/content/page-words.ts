import type { PageBlock } from './page-block.ts'
import { readLexical, type Block, type Inline, type List } from './lexical-tree.ts'

/** All that an editor wrote for the reader of a page's blocks, in its order: a line for each heading, paragraph or field. */
export function pageWords(layout: readonly PageBlock[]): string {
  return layout
    .flatMap(wordsOf)
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .join('\n')
}

function wordsOf(block: PageBlock): (string | null | undefined)[] {
  switch (block.blockType) {
    case 'opening':
      return [block.title, block.lead]
    case 'richText':
      return readLexical(block.content).map(richWords)
    case 'commitments':
      return [block.title, block.lead, ...(block.items ?? []).flatMap(({ title, text }) => [title, text])]
    case 'questions':
      return [
        block.title,
        ...(block.items ?? []).flatMap(({ question, answer }) => [question, ...readLexical(answer).map(richWords)]),
      ]
    case 'imageWithText':
      return [block.title, block.caption, ...readLexical(block.content).map(richWords)]
    case 'logos':
      return [block.title, ...(block.items ?? []).map(({ name }) => name)]
    // The members, bodies, publications and events that these blocks show are found at their own addresses.
    case 'figures':
    case 'governance':
    case 'members':
    case 'latestPublications':
    case 'comingEvents':
      return [block.title]
    case 'values':
      return [block.title, ...(block.items ?? []).flatMap(({ title, text }) => [title, text])]
    case 'callToJoin':
      return [block.title, block.text]
    case 'quote':
      return [block.text, block.author, block.role]
  }
}

function richWords(block: Block): string {
  if (block.type === 'list') return listWords(block)
  if (block.type === 'table')
    return block.rows
      .flat()
      .flatMap((cell) => cell.blocks.map(richWords))
      .join(' ')
  return 'children' in block ? inlineWords(block.children) : block.type === 'upload' ? block.caption : ''
}

const listWords = ({ items }: List): string =>
  items.map(({ children, lists }) => [inlineWords(children), ...lists.map(listWords)].join(' ')).join(' ')

const inlineWords = (children: readonly Inline[]): string =>
  children
    .map((child) => (child.type === 'text' ? child.text : child.type === 'break' ? ' ' : inlineWords(child.children)))
    .join('')
