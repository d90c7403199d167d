import { hmacSha256, sameSecret } from '../lib/hash.ts'

type Shown = { capability: string; sha256: string; at: Date }

/**
 * The hidden field of the signature page: at what time which text was shown behind which link, with a
 * signature by which the answer knows it for its own.
 */
export function shownAtField(secret: string, { capability, sha256, at }: Shown): string {
  const stamp = `${at.getTime()}.${sha256}`
  return `${stamp}.${hmacSha256(secret, `shown:${capability}:${stamp}`).toString('base64url')}`
}

/** What such a field says, or null when it is not ours or belongs to another link. */
export function readShownAt(secret: string, field: string, capability: string): Omit<Shown, 'capability'> | null {
  const [, time, sha256] = /^(\d{1,15})\.([0-9a-f]{64})\.[\w-]{43}$/.exec(field) ?? []
  if (!time || !sha256) return null
  const at = new Date(Number(time))
  return sameSecret(field, shownAtField(secret, { capability, sha256, at })) ? { at, sha256 } : null
}
