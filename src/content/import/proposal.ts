import { charterContent, pageContent, titleOf, type ImportedAs } from './draft-of.ts'
import { importText } from './import-text.ts'
import type { Imported } from './imported.ts'
import { unknownWords } from './spelling.ts'
import { importWord } from './word-text.ts'

/** Parts (paragraphs, items, rows) of the longest text that is made a draft: a book of 900 pages has fewer, and each is a node of the editor's. */
const MOST_PARTS = 20_000

/** A text as the draft that it would be, with the words to look at; `kind` says why there is none. */
export type Proposal =
  | { kind: 'draft'; imported: Imported; unknownWords: string[] }
  | { kind: 'empty' | 'too-many-parts' | 'not-word' }

/** Reads a text, or a document of Word as its bytes, and looks at its words. It never throws. */
export async function propose(source: string | Uint8Array): Promise<Proposal> {
  if (typeof source === 'string') return proposalOf(importText(source), source)
  const imported = await importWord(source).catch(() => null)
  return imported === null ? { kind: 'not-word' } : proposalOf(imported, readableText(imported))
}

function proposalOf(imported: Imported, source: string): Proposal {
  if (imported.title === '' && imported.nodes.length === 0) return { kind: 'empty' }
  if (partsOf(imported.nodes) + imported.signature.length > MOST_PARTS) return { kind: 'too-many-parts' }
  return { kind: 'draft', imported, unknownWords: unknownWords(source) }
}

const readableText = ({ title, nodes }: Imported): string => [title, ...nodes.map(wordsOf)].join('\n')

const wordsOf = (node: object): string =>
  'text' in node && typeof node.text === 'string'
    ? node.text
    : 'children' in node && Array.isArray(node.children)
      ? (node.children as object[]).map(wordsOf).join('tag' in node ? '\n' : '')
      : ' '

/** The preview of a draft before it is made. */
export const previewOf = (as: ImportedAs, { imported, unknownWords: words }: Extract<Proposal, { kind: 'draft' }>) => ({
  title: titleOf(imported),
  content: as === 'page' ? pageContent(imported) : charterContent(imported),
  signature: imported.signature,
  notes: imported.notes,
  unknownWords: words,
})

function partsOf(nodes: readonly object[]): number {
  return nodes.reduce(
    (sum: number, node) =>
      sum + 1 + ('children' in node && Array.isArray(node.children) ? partsOf(node.children as object[]) : 0),
    0,
  )
}
