import { formatDay, formatDateTime, isDay } from '../../lib/dates.ts'

/** A text of the evidence that may be missing: erased, unknown, or never given. */
export type Maybe = string | number | null | undefined

/** The text with what stands around it, or nothing when there is no text. */
export function around(before: string, value: Maybe, after = ''): string {
  const text = String(value ?? '').trim()
  return text === '' ? '' : `${before}${text}${after}`
}

/** « de Jeanne Martin », « d’Anne Petit », or nothing when there is no name. */
export const de = (name: Maybe): string =>
  around(/^(?:[aeiouàâäéèêëîïôöùûüœæ]|y[^aeiou])/iu.test(String(name ?? '').trim()) ? 'd’' : 'de ', name)

/** « par Jeanne Martin », or nothing when the actor has no name. */
export const par = (by: string): string => around(' par ', by)

/** A Paris day or a moment in full, or the empty text. */
export function date(value: Maybe): string {
  if (isDay(value)) return formatDay(value)
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? formatDateTime(new Date(value)) : ''
}

/** « : le motif », whose own full stop ends the sentence, or a full stop. */
export const because = (reason: Maybe): string => around('\u00a0: ', reason) || '.'

/** « (délibération AG 2026-1) » or nothing. */
export const deliberated = (deliberation: Maybe): string => around(' (délibération ', deliberation, ')')

/** The word of a closed list for a value of the evidence, or the empty text. */
export const word = <Value extends string>(words: Readonly<Record<Value, string>>, value: Value | undefined): string =>
  value === undefined ? '' : words[value]

/** A label in the middle of a sentence: « Doublon » becomes « doublon ». */
export const lower = (label: string): string => label.charAt(0).toLocaleLowerCase('fr') + label.slice(1)
