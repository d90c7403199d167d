import type { Imported } from './imported.ts'
import { readMarkdown } from './markdown-text.ts'
import { readPlainText } from './plain-text.ts'
import { isMarkdown, sourceLines, withoutSignature } from './source-lines.ts'

/**
 * Turns Markdown or plain text into a rich text of ours. Every word of the source stands in the title, the nodes or
 * the signature, in the order of the source; nothing is corrected. It never throws: what is nested deeper than the stack is read line by line.
 */
export function importText(source: string): Imported {
  const { body, signature } = withoutSignature(sourceLines(source))
  return { ...(isMarkdown(body) ? readNested(body) : readPlainText(body)), signature }
}

function readNested(body: readonly string[]): Omit<Imported, 'signature'> {
  try {
    return readMarkdown(body)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return readPlainText(body)
  }
}
