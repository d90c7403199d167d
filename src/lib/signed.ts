import { hmacSha256, sameSecret } from './hash.ts'

const SIGNED = /^(.+)\.[\w-]{43}$/s

/**
 * A claim followed by our signature of it, in characters that an address and a form may hold. The purpose is signed and
 * not told: what was signed for one is nothing for another.
 */
export function signed(secret: string, purpose: string, claim: string): string {
  return `${claim}.${hmacSha256(secret, `${purpose}:${claim}`).toString('base64url')}`
}

/** The claim of a text that {@link signed} made for this purpose; null of any other text. */
export function readSigned(secret: string, purpose: string, text: string): string | null {
  const [, claim] = SIGNED.exec(text) ?? []
  return claim !== undefined && sameSecret(text, signed(secret, purpose, claim)) ? claim : null
}
