import { absoluteHref } from './href.ts'
import type { Inline } from './lexical-tree.ts'
import { inlineText } from './markdown.ts'

/** The formats of a text that Markdown can express, the outermost first. */
const WRITTEN = ['bold', 'italic', 'strike', 'code'] as const
type Written = (typeof WRITTEN)[number]

/** One character as it is set; `\n` is a line break that the author made. */
type Cell = { char: string; marks: readonly Written[]; href: string | null }

/**
 * Runs of text as one Markdown paragraph (lines within it end by a backslash). Markdown cannot set every
 * combination of marks (« mot**(gras)** » is read as asterisks): words matter more than their weight, so the
 * first writing that reads back as the words typed is taken.
 */
export function paragraph(children: readonly Inline[]): string {
  const cells = settleBlanks(tidyBlanks(cellsOf(children, null)))
  const words = wordsOf(cells)
  const choices: readonly (readonly Written[])[] = [WRITTEN, ['bold', 'code'], ['code']]
  for (const kept of choices) {
    const text = escapeLineStarts(withLinks(cells, kept))
    if (inlineText(text) === words) return text
  }
  return escapeLineStarts(escape(words))
}

function cellsOf(children: readonly Inline[], href: string | null): Cell[] {
  return children.flatMap((child): Cell[] => {
    switch (child.type) {
      case 'text': {
        const marks = WRITTEN.filter((mark) => child.marks.includes(mark))
        return Array.from(clean(child.text), (char) => ({ char, marks, href }))
      }
      case 'break':
        return [{ char: '\n', marks: [], href: null }]
      case 'link':
        return cellsOf(child.children, 'url' in child.target ? absoluteHref(child.target.url) : null)
    }
  })
}

/** Control characters and broken surrogates say nothing to a reader; every ASCII blank is one space; no-break spaces stay. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\ufeff]/gu, '')
}

/** One space between words, no blank around a line break or at the ends, no empty line. */
function tidyBlanks(cells: readonly Cell[]): Cell[] {
  const kept: Cell[] = []
  for (const cell of cells) {
    const last = kept.at(-1)
    const opensLine = last === undefined || last.char === '\n'
    if (isSpace(cell) && (opensLine || (cell.char === ' ' && last.char === ' '))) continue
    if (cell.char === '\n') dropBlanks(kept)
    kept.push(cell)
  }
  dropBlanks(kept)
  return kept
}

function dropBlanks(cells: Cell[]): void {
  for (let last = cells.at(-1); last !== undefined && isSpace(last); last = cells.at(-1)) cells.pop()
}

/** A blank is set as both of its neighbours are, so no mark or link begins or ends with one. */
function settleBlanks(cells: readonly Cell[]): Cell[] {
  const before: (Cell | undefined)[] = []
  const after: (Cell | undefined)[] = []
  cells.forEach((cell, index) => (before[index] = isSpace(cell) ? before[index - 1] : cell))
  cells.toReversed().forEach((cell, index) => (after[index] = isSpace(cell) ? after[index - 1] : cell))
  after.reverse()
  return cells.map((cell, index) => {
    if (!isSpace(cell)) return cell
    const left = before[index]
    const right = after[index]
    const marks = (left?.marks ?? []).filter((mark) => right?.marks.includes(mark))
    return {
      char: cell.char,
      marks: cell.char === '\n' ? marks.filter((mark) => mark !== 'code') : marks,
      href: left?.href === right?.href && cell.char !== '\n' ? (left?.href ?? null) : null,
    }
  })
}

function isSpace(cell: Cell): boolean {
  return /\s/u.test(cell.char)
}

function withLinks(cells: readonly Cell[], kept: readonly Written[]): string {
  return runsBy(cells, (cell) => cell.href).reduce((text, [href, run]) => {
    const words = withMarks(run, kept)
    if (href === null) return text + words
    // A link after an exclamation mark would be a picture.
    return `${text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text}[${words}](${href.replace(/[\s()<>\\]/g, encodeMark)})`
  }, '')
}

function encodeMark(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

const DELIMITERS = { bold: '**', italic: '*', strike: '~~' } as const

function withMarks(cells: readonly Cell[], kept: readonly Written[]): string {
  const [mark, ...inner] = kept
  if (mark === undefined) return escape(wordsOf(cells))
  return runsBy(cells, (cell) => cell.marks.includes(mark))
    .map(([marked, run]) => {
      if (!marked) return withMarks(run, inner)
      return mark === 'code' ? codeSpan(wordsOf(run)) : DELIMITERS[mark] + withMarks(run, inner) + DELIMITERS[mark]
    })
    .join('')
}

function codeSpan(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 0)
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$/.test(text) ? ' ' : ''
  return fence + pad + text + pad + fence
}

function runsBy<K>(cells: readonly Cell[], key: (cell: Cell) => K): [K, Cell[]][] {
  const runs: [K, Cell[]][] = []
  for (const cell of cells) {
    const last = runs.at(-1)
    if (last && last[0] === key(cell)) last[1].push(cell)
    else runs.push([key(cell), [cell]])
  }
  return runs
}

function wordsOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.char).join('')
}

function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]<~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replaceAll('\n', '\\\n')
}

/** Beginnings of a line that Markdown would take for a heading, a quote, an item, a rule or an underlined title. */
function escapeLineStarts(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^>/, '\\>')
        .replace(/^#{1,6}(?=\s|$)/, '\\$&')
        .replace(/^([-+](?=\s|$)|[-=:][-=:\s]*\\?$)/, '\\$&')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('\n')
}
