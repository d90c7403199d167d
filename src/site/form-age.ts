import { readSigned, signed } from '../lib/signed.ts'

/** How long a form may stay open, in milliseconds. */
export const LONGEST_OPEN = 24 * 60 * 60_000

/** Forms that anybody may send. */
export type OpenForm = 'joining' | 'contact'

/** The name of the hidden field that says when a form was shown. */
export const OPENED_AT = 'openedAt'

/** The hidden field that says when a form was shown, signed, so that a form sent back is one that we showed. */
export function openedAtField(secret: string, form: OpenForm, at: Date): string {
  return signed(secret, form, String(at.getTime()))
}

/** Whether a form was shown by us, less than a day ago. */
export function isFresh(secret: string, form: OpenForm, field: string, at: Date): boolean {
  const time = readSigned(secret, form, field)
  if (time === null || !/^\d{1,15}$/.test(time)) return false
  const age = at.getTime() - Number(time)
  return age >= 0 && age < LONGEST_OPEN
}
