import { readLexical, type Block, type Inline, type List } from './lexical-tree.ts'
import { paragraph } from './markdown-paragraph.ts'

/**
 * A rich text as canonical Markdown: UTF-8 text in NFC, lines ended by LF, one blank line between blocks, one
 * line feed at the end. The same document always gives the same text, and its words read through
 * `charterHtml` are the words that were typed: whatever Markdown would take for a sign is escaped. Links keep
 * only whole addresses; underline, pictures and unknown nodes have no Markdown and leave their words.
 */
export function lexicalToMarkdown(document: unknown): string {
  const pieces: string[] = []
  let previous: Block | undefined
  let otherMarker = false
  for (const block of readLexical(document)) {
    // Two lists in a row would read as one: the second takes the other marker.
    otherMarker =
      block.type === 'list' && previous?.type === 'list' && previous.ordered === block.ordered && !otherMarker
    const piece = blockText(block, otherMarker)
    if (piece !== '') pieces.push(piece)
    previous = block
  }
  return `${pieces.join('\n\n')}\n`.normalize('NFC')
}

function blockText(block: Block, otherMarker: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.children)
    case 'quote':
      return indent(paragraph(block.children), '> ', '> ')
    case 'heading':
      return `${'#'.repeat(block.level)} ${heading(block.children)}`
    case 'rule':
      return '---'
    case 'upload':
      return ''
    // The charter's editor offers no tables; the words of one that came another way stand as paragraphs.
    case 'table':
      return block.rows
        .flat()
        .flatMap((cell) => cell.blocks.map((each) => blockText(each, false)))
        .filter(Boolean)
        .join('\n\n')
    case 'list':
      return listText(block, otherMarker)
  }
}

function listText(list: List, otherMarker: boolean): string {
  return list.items
    .map((item, index) => {
      const marker = list.ordered ? `${list.start + index}${otherMarker ? ')' : '.'} ` : otherMarker ? '* ' : '- '
      const box = item.checked === undefined ? '' : item.checked ? '\\[x] ' : '\\[ ] '
      const nested = item.lists.map((each, rank) => listText(each, rank % 2 === 1))
      return indent([box + paragraph(item.children), ...nested].join('\n'), marker, ' '.repeat(marker.length))
    })
    .join('\n')
}

function indent(text: string, first: string, next: string): string {
  return first + text.replaceAll('\n', `\n${next}`)
}

function heading(children: readonly Inline[]): string {
  const line = paragraph(
    children.map((child) => (child.type === 'break' ? { type: 'text', text: ' ', marks: [] } : child)),
  )
  // A closing run of # is decoration in Markdown.
  return line.replace(/(^|\s)(#+)$/, '$1\\$2')
}
