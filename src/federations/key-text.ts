import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { hmacSha256, sameSecret, sha256 } from '../lib/hash.ts'
import { keyOf } from '../security/keys.ts'

/** Lets scanners of leaked secrets know a key when they see one. */
const PREFIX = 'cpof_'
const SECRET_BYTES = 32
const SEAL_LENGTH = 16

const KEY = /^cpof_([\w-]{43})_([\w-]{16})$/
const AUTHORIZATION = /^Key +(\S+)$/i

const sealOf = (payload: Pick<Payload, 'config'>, secret: string): string =>
  hmacSha256(keyOf(payload, 'api-key'), secret).toString('base64url').slice(0, SEAL_LENGTH)

/** A new key: 256 random bits, and a seal by which the front door knows our own keys without asking the database. */
export function newKey(payload: Pick<Payload, 'config'>): string {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return `${PREFIX}${secret}_${sealOf(payload, secret)}`
}

/** What the database holds of a key: it has too many bits to be guessed, so a plain hash tells nothing. */
export const hashOfKey = (key: string): string => sha256(key)

/** The key that a request shows, `Authorization: Key …`, or null; nobody has looked yet whether it is one. */
export function keyShown(headers: { get: (name: string) => string | null | undefined }): string | null {
  return AUTHORIZATION.exec(headers.get('authorization') ?? '')?.[1] ?? null
}

/**
 * By whom a request is counted that shows a key of ours: the hash of the key, or null for a text that was never made here.
 * Whether the key still opens anything is another question, which takes the database.
 */
export function countedByKey(
  payload: Pick<Payload, 'config'>,
  headers: { get: (name: string) => string | null | undefined },
): string | null {
  const shown = keyShown(headers)
  const [, secret = '', seal = ''] = KEY.exec(shown ?? '') ?? []
  return shown !== null && secret !== '' && sameSecret(seal, sealOf(payload, secret)) ? hashOfKey(shown) : null
}
