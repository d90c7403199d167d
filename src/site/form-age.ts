import { hmacSha256, sameSecret } from '../lib/hash.ts'

/** How long a form may stay open, in milliseconds. */
const A_DAY = 24 * 60 * 60_000

/** Forms that anybody may send. */
export type OpenForm = 'joining' | 'contact'

/** The name of the hidden field that says when a form was shown. */
export const OPENED_AT = 'openedAt'

/** The hidden field that says when a form was shown, signed, so that a form sent back is one that we showed. */
export function openedAtField(secret: string, form: OpenForm, at: Date): string {
  const time = String(at.getTime())
  return `${time}.${hmacSha256(secret, `${form}:${time}`).toString('base64url')}`
}

/** Whether a form was shown by us, less than a day ago. */
export function isFresh(secret: string, form: OpenForm, field: string, at: Date): boolean {
  const [, time] = /^(\d{1,15})\.[\w-]{43}$/.exec(field) ?? []
  if (!time) return false
  const shown = new Date(Number(time))
  const age = at.getTime() - shown.getTime()
  return sameSecret(field, openedAtField(secret, form, shown)) && age >= 0 && age < A_DAY
}
