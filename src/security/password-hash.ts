import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** As Payload stores a password: PBKDF2-SHA-256, salt and key in hexadecimal. */
export type PasswordHash = { hash: string; salt: string }

const derive = promisify(pbkdf2)
const PREFIX = 'pbkdf2-sha256-v1:'
const PRESENT = { iterations: 600_000, bytes: 32 }
/** How Payload hashed before it named its parameters. */
const FORMER = { iterations: 25_000, bytes: 512 }

/** A hash that no password has: what is compared where there is no account takes the same time. */
const NOBODYS: PasswordHash = { salt: '0'.repeat(64), hash: PREFIX + '0'.repeat(64) }

/** The hash of a password with a fresh salt. A third of a second of a core: never inside a transaction. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(32).toString('hex')
  const key = await derive(password, salt, PRESENT.iterations, PRESENT.bytes, 'sha256')
  return { salt, hash: PREFIX + key.toString('hex') }
}

/** Whether a password is the one that was hashed; the same work for an account that is not there (`null`), and false. */
export async function isPassword(
  stored: Partial<Record<keyof PasswordHash, string | null>> | null,
  password: string,
): Promise<boolean> {
  const { hash, salt } = stored?.hash && stored.salt ? { hash: stored.hash, salt: stored.salt } : NOBODYS
  const { iterations, bytes } = hash.startsWith(PREFIX) ? PRESENT : FORMER
  const given = await derive(password, salt, iterations, bytes, 'sha256')
  const kept = Buffer.from(hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : hash, 'hex')
  return kept.length === given.length && timingSafeEqual(kept, given) && hash !== NOBODYS.hash
}
