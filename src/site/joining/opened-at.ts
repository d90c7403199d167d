import { hmacSha256, sameSecret } from '../../lib/hash.ts'

/** How long a form may stay open, in milliseconds. */
const A_DAY = 24 * 60 * 60_000

/** The hidden field that says when a form was shown, signed, so that a form sent back is one that we showed. */
export function openedAtField(secret: string, at: Date): string {
  const time = String(at.getTime())
  return `${time}.${hmacSha256(secret, `joining:${time}`).toString('base64url')}`
}

/** Whether a form was shown by us, less than a day ago. */
export function isFresh(secret: string, field: string, at: Date): boolean {
  const [, time] = /^(\d{1,15})\.[\w-]{43}$/.exec(field) ?? []
  if (!time) return false
  const shown = new Date(Number(time))
  const age = at.getTime() - shown.getTime()
  return sameSecret(field, openedAtField(secret, shown)) && age >= 0 && age < A_DAY
}
