import { followUpHref } from './follow-up.tsx'
import type { Done } from './views/capability/follow-up-texts.ts'

/** What was just done, by the word that the address of the page bears for it. */
const WORDS: Readonly<Record<Done, string>> = {
  answered: 'repondu',
  corrected: 'corrige',
  'representative-changed': 'representant',
  resent: 'renvoye',
}

/** The word for a correction that has replaced the link it was made by. */
export const MOVED = 'nouvelle-adresse'

/** The follow-up page with what was just done on it. */
export const doneHref = (token: string, done: Done): string => `${followUpHref(token)}?fait=${WORDS[done]}`

/** The follow-up page after a correction; `replaced`: its link opens nothing any more, which the page then says. */
export const correctedHref = (token: string, done: Done, replaced: boolean): string =>
  replaced ? `${followUpHref(token)}?fait=${MOVED}` : doneHref(token, done)

export function doneIn(word: unknown): Done | undefined {
  if (word === WORDS.answered) return 'answered'
  if (word === WORDS.corrected) return 'corrected'
  if (word === WORDS['representative-changed']) return 'representative-changed'
  return word === WORDS.resent ? 'resent' : undefined
}
