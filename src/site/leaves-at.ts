import { hmacSha256, sameSecret } from '../lib/hash.ts'

/** The query parameter that says until when an e-mail waits that a page promises. */
export const LEAVES_AT = 'depart'

/** Until when an e-mail waits, signed, so that the page repeats no time that somebody else wrote into its address. */
export function leavesAtParam(secret: string, at: Date): string {
  const time = String(at.getTime())
  return `${LEAVES_AT}=${time}.${hmacSha256(secret, `leaves-at:${time}`).toString('base64url')}`
}

/** Reads the moment that {@link leavesAtParam} wrote; undefined for anything else, and once that moment has come. */
export function readLeavesAt(secret: string, value: unknown, now: Date): Date | undefined {
  const [, time] = (typeof value === 'string' && /^(\d{1,15})\.[\w-]{43}$/.exec(value)) || []
  if (typeof value !== 'string' || !time) return undefined
  const at = new Date(Number(time))
  return at > now && sameSecret(`${LEAVES_AT}=${value}`, leavesAtParam(secret, at)) ? at : undefined
}
