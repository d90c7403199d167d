import { randomBytes } from 'node:crypto'

/**
 * The stored form of a password that nobody knows: random bytes like Payload's hashes (PBKDF2 with SHA-256, 32 bytes),
 * which no password leads to, so that there is nothing to compute. For accounts made many at a time within a
 * transaction, where computing a hash for each would hold everybody else up for minutes.
 */
export const unknownPasswordHash = (): { hash: string; salt: string } => ({
  hash: `pbkdf2-sha256-v1:${randomBytes(32).toString('hex')}`,
  salt: randomBytes(32).toString('hex'),
})
