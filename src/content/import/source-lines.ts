/**
 * A text in lines, as every tool writes them: NFC, no byte order mark, `\n`; of blanks at the end of a line two are
 * left, with which Markdown breaks it.
 */
export function sourceLines(source: string): string[] {
  return source
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => {
      const words = line.trimEnd()
      return words !== '' && line.length - words.length > 1 && line.startsWith('  ', words.length)
        ? `${words}  `
        : words
    })
}

/** Marks that make a blank, where it is not one of `…`. */
const FEWEST_MARKS = 3

/**
 * The label before a blank to fill in: `Nom : ____`, `**Date :** ……`; null where a line is none. Read from its end, so
 * that each character is looked at once.
 */
function labelOf(line: string): string | null {
  let end = line.length
  if (line.endsWith('…')) {
    while (line[end - 1] === '…') end -= 1
  } else {
    let marks = 0
    for (; line[end - 1] === '_' || line[end - 1] === '.'; marks += 1) end -= line[end - 2] === '\\' ? 2 : 1
    if (marks < FEWEST_MARKS) return null
  }
  while (end > 0 && /[\s:]/u.test(line[end - 1] ?? '')) end -= 1
  const label = line.slice(0, end)
  return /\p{L}/u.test(label) ? label : null
}

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
    const label = labelOf(line)
    if (label === null) break
    signature.push(label)
  }
  return signature.length > 0
    ? { body: lines.slice(0, end), signature: signature.reverse() }
    : { body: [...lines], signature }
}

/** Whether a text marks its headings as Markdown does; otherwise each of its lines is a paragraph. */
export const isMarkdown = (lines: readonly string[]): boolean => lines.some((line) => /^#{1,6}\s+\S/.test(line))
