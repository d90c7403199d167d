import { formatDay, formatDateTime, isDay } from '../lib/dates.ts'
import { own } from '../lib/own.ts'

/** What a journal row's sentence is made from: its evidence, or nothing once that is erased. */
export type Facts = Readonly<Record<string, unknown>>

/** A text of the evidence, or the empty text. */
export function text(facts: Facts, name: string): string {
  const value = facts[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() : ''
}

/** The facts that stand under one name. */
export function inside(facts: Facts, name: string): Facts {
  const value = facts[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** A word of a closed list in French, or the empty text. */
export function word(facts: Facts, name: string, words: Readonly<Record<string, string>>): string {
  return own(words, text(facts, name)) ?? ''
}

/** A Paris day or a moment of the evidence in full, or the empty text. */
export function date(facts: Facts, name: string): string {
  const value = text(facts, name)
  if (isDay(value)) return formatDay(value)
  return value !== '' && !Number.isNaN(Date.parse(value)) ? formatDateTime(new Date(value)) : ''
}

/** The text with what goes around it, or nothing when there is no text. */
export function around(before: string, value: string, after = ''): string {
  return value === '' ? '' : `${before}${value}${after}`
}

/** « par Jeanne Martin », « par le représentant »: who acted, or nothing when it is not known or not a person. */
export function by(facts: Facts): string {
  return around(' par ', actorName(facts))
}

function actorName({ actor }: Facts): string {
  if (typeof actor !== 'object' || actor === null) return ''
  if ('name' in actor && typeof actor.name === 'string') return actor.name
  const kind = 'kind' in actor ? actor.kind : null
  if (kind === 'representative') return 'le représentant'
  return kind === 'applicant' ? 'l’organisme' : ''
}
