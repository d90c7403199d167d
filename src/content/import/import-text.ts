import { withoutFrontMatter } from './front-matter.ts'
import type { Imported } from './imported.ts'
import { readMarkdown } from './markdown-text.ts'
import { readPlainText } from './plain-text.ts'
import { isMarkdown, sourceLines, withoutSignature } from './source-lines.ts'

/**
 * Turns Markdown or plain text into a rich text of ours. Every word of the source stands in the title, the nodes or
 * the signature, in the order of the source; nothing is corrected. It never throws: what is nested deeper than the stack is read line by line.
 */
export function importText(source: string): Imported {
  const { lines, notes: told, title, slug } = withoutFrontMatter(sourceLines(source))
  const { body, signature } = withoutSignature(lines)
  // Only programs that write Markdown write something about it.
  const read = isMarkdown(body) || told.length > 0 ? readNested(body, title) : readPlainText(body)
  return { ...read, ...(slug === undefined ? {} : { slug }), notes: [...told, ...read.notes], signature }
}

function readNested(body: readonly string[], title: string | undefined): Omit<Imported, 'signature'> {
  try {
    return readMarkdown(body, title)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return readPlainText(body)
  }
}
