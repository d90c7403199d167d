import type { Payload } from 'payload'
import { hmacSha256 } from '../lib/hash.ts'
import { settingsOf } from '../lib/settings.ts'

/** What is signed or sealed with a key of its own, so that what was made for one purpose never serves another. */
export type KeyPurpose =
  | 'staff-session'
  | 'known-device'
  | 'sign-in-attempt'
  | 'second-factor-secret'
  | 'api-key'
  | 'webhook-secret'

/** The key of a purpose, in hexadecimal: derived from `PAYLOAD_SECRET`, the same in every process and after every start. */
export function keyOf(payload: Pick<Payload, 'config'>, purpose: KeyPurpose): string {
  return hmacSha256(settingsOf(payload).PAYLOAD_SECRET, `cpof:${purpose}`).toString('hex')
}
