/**
 * The canonical form of a charter's text: Unicode NFC, lines ended by LF, one line feed at the end. Its UTF-8
 * bytes are what is signed, hashed, shown and printed.
 */
export function canonicalBytes(markdown: string): string {
  return `${markdown.normalize('NFC').replace(/\r\n?/g, '\n').trimEnd()}\n`
}
