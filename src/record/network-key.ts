import type { Payload } from 'payload'
import { hmacSha256 } from '../lib/hash.ts'
import { networkOf } from '../lib/network.ts'
import { settingsOf } from '../lib/settings.ts'

/** The key by which the acts of one network are counted: a keyed hash, since the database keeps no IP address for that. `''` for an unknown network. */
export function networkKey(payload: Pick<Payload, 'config'>, ip: string | null): string {
  const network = networkOf(ip ?? '')
  return network === '' ? '' : hmacSha256(settingsOf(payload).TOKEN_SECRET, `network:${network}`).toString('base64url')
}
