const SEGMENTS = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** Code units that one character may take: a family of emoji has 11, a letter with its accents 2 or 3. */
const MOST_UNITS = 32

/**
 * Whether a text is longer than a number of characters, as a person counts them: an emoji or a letter with its accents is
 * one (Unicode UAX #29). A text of endless accents on one letter is too long all the same.
 */
export function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false
  if (text.length > most * MOST_UNITS) return true
  const segments = SEGMENTS.segment(text)[Symbol.iterator]()
  for (let count = 0; count <= most; count++) if (segments.next().done === true) return false
  return true
}

/** Controls, halves of surrogate pairs, separators of lines, and marks that turn the direction of writing. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

/** Whether a text holds what no text of ours may: a name must look on a signature as it is. Several lines may have line ends and tabs. */
export const hasForbidden = (text: string, lines?: 'several'): boolean =>
  FORBIDDEN.test(lines === 'several' ? text.replace(/[\n\t]/g, '') : text)

/**
 * A text as it is stored: NFC, trimmed, without the invisible marks that come with pasted text; in several lines, ends
 * of line are `\n`. What is blank becomes empty.
 */
export function tidied(text: string, lines?: 'several'): string {
  const visible = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
  return (lines === 'several' ? visible.replace(/\r\n?|\u2028|\u2029/g, '\n') : visible).normalize('NFC').trim()
}
