import { heading, item, listFrom, paragraph, text } from '../lexical-factory.ts'
import type { Note } from './imported.ts'

/** A heading is no longer, in characters. */
const LONGEST_HEADING = 90
const ITEM = /^\s*[-–—•*]\s+(?<words>\S.*)$/

type Line = { kind: 'item' | 'heading' | 'paragraph'; words: string }

/**
 * A text without marks: each line a paragraph, lines after a dash or a bullet a list, short lines that end without a
 * full stop headings, which are proposed. The first line is the title.
 */
export function readPlainText(lines: readonly string[]): { title: string; nodes: object[]; notes: Note[] } {
  const [title = '', ...rest] = lines.map((line) => line.trim()).filter((line) => line !== '')
  const read = rest.map((line, index) => kindOf(line, rest[index + 1]))
  const notes = read
    .filter(({ kind }) => kind === 'heading')
    .map(({ words }): Note => ({ kind: 'heading-proposed', text: words }))
  return { title, nodes: nodesOf(read), notes }
}

function kindOf(line: string, next: string | undefined): Line {
  const words = ITEM.exec(line)?.groups?.['words']
  if (words !== undefined) return { kind: 'item', words }
  return { kind: isHeading(line, next) ? 'heading' : 'paragraph', words: line }
}

/** Short, begun by a capital or a number, ended by a letter, and followed by something longer, by a list or by what opens one. */
function isHeading(line: string, next: string | undefined): boolean {
  if (line.length > LONGEST_HEADING || next === undefined) return false
  if (!/^[\p{Lu}\d«]/u.test(line) || !/[\p{L}\p{N})»]$/u.test(line)) return false
  return ITEM.test(next) || /:$/.test(next) || next.length > line.length
}

function nodesOf(lines: readonly Line[]): object[] {
  const nodes: object[] = []
  let items: object[] = []
  const settle = () => {
    if (items.length > 0) nodes.push(listFrom(1, 'bullet', items))
    items = []
  }
  for (const { kind, words } of lines) {
    if (kind === 'item') {
      items.push(item(text(words)))
      continue
    }
    settle()
    nodes.push(kind === 'heading' ? heading('h2', text(words)) : paragraph(text(words)))
  }
  settle()
  return nodes
}
