import type { Messages } from '../lib/errors.ts'

/** What is wrong with one value, before anybody says where the value stood. */
export type Flaw = { code: string; messages: Messages }

/** The answer of a parser that refuses its text. */
export type Refused = { fault: Flaw }

/** A refusal with its stable code and its sentence in French and English. */
export function refused(code: string, fr: string, en: string): Refused {
  return { fault: { code, messages: { fr, en } } }
}
