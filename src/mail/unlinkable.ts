/** Zero-width non-joiner: no glyph, no line break, and kept by mail clients as by html-to-text (unlike U+200B). */
const BREAK = '\u200c'

/**
 * A text that a stranger typed, made safe to show on one line of an e-mail: mail clients turn whatever looks
 * like an address, an e-mail or a phone number into a link, in plain text too, so an organisation named
 * “http://example.org” would send its readers there under our name. An invisible character after each
 * `. : / \ @` that something follows, and between the digits of a number, keeps them from seeing one. Control
 * and direction characters, which could disguise the rest of the line, are taken out.
 */
export function unlinkable(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\p{Cf}]/gu, '')
    .trim()
    .replace(/([.．。｡․:：/\\@＠])(?=\S)/gu, `$1${BREAK}`)
    .replace(/(\p{Nd})(?=[\s\u200c().-]*\p{Nd})/gu, `$1${BREAK}`)
}

/** A text of several lines that a stranger typed, each of them made safe. */
export const unlinkableLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(unlinkable)
    .join('\n')
