import { settingsOf } from '../lib/settings.ts'
import { mailWaitsUntil } from '../record/waiting-mail.ts'
import { followUpHref } from './applicant/follow-up/open-view.tsx'
import { leavesAtParam } from './leaves-at.ts'
import type { Site } from './site.ts'
import type { Done } from './applicant/follow-up/follow-up-texts.ts'

/** The action that was just taken, by the word that the address of the page bears for it. */
const WORDS: Readonly<Record<Done, string>> = {
  answered: 'repondu',
  written: 'ecrit',
  corrected: 'corrige',
  'representative-changed': 'representant',
  resent: 'renvoye',
}

/** The word for a correction that has replaced the link it was made by. */
export const MOVED = 'nouvelle-adresse'

/** The follow-up page with what was just done on it. */
export const doneHref = (token: string, done: Done): string => `${followUpHref(token)}?fait=${WORDS[done]}`

type Correction = { id: string; done: Done; replaced: boolean }

/**
 * The follow-up page of a file after a correction; `replaced`: its link opens nothing any more, which the page then says,
 * and until when the e-mail with the new one waits, if it does.
 */
export async function correctedHref(
  { payload }: Pick<Site, 'payload'>,
  token: string,
  { id, done, replaced }: Correction,
): Promise<string> {
  if (!replaced) return doneHref(token, done)
  const waitsUntil = await mailWaitsUntil(payload, `adhesion:${id}`)
  const waits = waitsUntil ? `&${leavesAtParam(settingsOf(payload).TOKEN_SECRET, waitsUntil)}` : ''
  return `${followUpHref(token)}?fait=${MOVED}${waits}`
}

const DONE: readonly Done[] = ['answered', 'written', 'corrected', 'representative-changed', 'resent']

export const doneIn = (word: unknown): Done | undefined => DONE.find((done) => WORDS[done] === word)
