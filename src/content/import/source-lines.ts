/** A text in lines, as every tool writes them: NFC, no byte order mark, `\n`, no blank at the end of a line. */
export function sourceLines(source: string): string[] {
  return source
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
}

/** A label and a blank to fill in: `Nom : ____`, `**Date :** ……`. Marks around the label do not count. */
const TO_FILL_IN = /^(?<label>.*?\p{L}.*?)[\s:]*(?:(?:\\?[_.]){3,}|…+)$/u

const unmarked = (line: string): string => line.replace(/\*\*|__(?=\p{L})|(?<=\p{L}|:)__/gu, '').trim()

/**
 * Takes the lines of label and blank off the end of a text.
 * @returns the lines before them, and the labels in their order
 */
export function withoutSignature(lines: readonly string[]): { body: string[]; signature: string[] } {
  const signature: string[] = []
  let end = lines.length
  for (; end > 0; end -= 1) {
    const line = unmarked(lines[end - 1] ?? '')
    if (line === '') continue
    const label = TO_FILL_IN.exec(line)?.groups?.['label']
    if (label === undefined) break
    signature.unshift(label.replace(/[\s:]+$/u, ''))
  }
  return signature.length > 0 ? { body: lines.slice(0, end), signature } : { body: [...lines], signature }
}

/** Whether a text marks its headings as Markdown does; otherwise each of its lines is a paragraph. */
export const isMarkdown = (lines: readonly string[]): boolean => lines.some((line) => /^#{1,6}\s+\S/.test(line))
