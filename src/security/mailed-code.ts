import { hmacSha256 } from '../lib/hash.ts'

const DIGITS = 8

/** The code of a sign-in that was begun: made anew when its e-mail is sent and when it is typed, stored nowhere. */
export function mailedCode(secret: string, attempt: string): string {
  const number = hmacSha256(secret, `mailed-code:${attempt}`).readUIntBE(0, 6) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}
