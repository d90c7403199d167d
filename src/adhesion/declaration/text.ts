import type { Flaw, Refused } from '../../organisation/flaw.ts'
import { CONTROL_CHARACTERS, EMPTY, NOT_TEXT, tooLong, WITHOUT_LETTERS } from './flaws.ts'

/** What a text may be: its greatest length in characters, whether it has several lines, whether it names something. */
export type TextRule = {
  max: number
  lines?: 'several'
  /** Refuses what has neither letter nor digit. */
  named?: boolean
}

/**
 * A text as it is stored: NFC, trimmed, without the invisible marks that come with pasted text; in several
 * lines, ends of line are \n. Controls, halves of surrogate pairs and marks that turn the direction of writing
 * are refused: a name must look on a signature as it is. Nothing left counts as empty.
 */
export function cleanText(value: unknown, rule: TextRule): { text: string } | Refused {
  if (typeof value !== 'string') return { fault: NOT_TEXT }
  const text = unpasted(value, rule).normalize('NFC').trim()
  const fault = flawOf(text, rule)
  return fault ? { fault } : { text }
}

function unpasted(text: string, { lines }: TextRule): string {
  const visible = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
  return lines === 'several' ? visible.replace(/\r\n?|\u2028|\u2029/g, '\n') : visible
}

function flawOf(text: string, { max, lines, named }: TextRule): Flaw | undefined {
  if (text === '') return EMPTY
  const written = lines === 'several' ? text.replace(/[\n\t]/g, '') : text
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(written)) return CONTROL_CHARACTERS
  if ([...text].length > max) return tooLong(max)
  return named && !/[\p{L}\p{N}]/u.test(text) ? WITHOUT_LETTERS : undefined
}
