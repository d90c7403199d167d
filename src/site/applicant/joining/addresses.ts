import { JOIN } from '../../fixed-pages.ts'
import type { Step } from './steps.ts'

/** The steps of an application that is being filled in, under the link by which it is taken up again. */
export const DRAFT_STEP = `${JOIN}/demande/:token/:step` as const

/** What the address of a step says besides: that something is to be corrected, what kept it from being taken, where one comes from. */
export const FAULTY = 'a-corriger'
export const PROBLEM = 'probleme'
export const RETURN = 'retour'

/** The address of a step. */
export function stepHref(token: string, step: Step, says: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(says).toString()
  return `${JOIN}/demande/${encodeURIComponent(token)}/${step}${query === '' ? '' : `?${query}`}`
}
