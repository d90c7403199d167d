import { readSigned, signed } from '../../lib/signed.ts'

type Shown = { capability: string; sha256: string; at: Date }

/**
 * The hidden field of the signature page: at what time which text was shown behind which link, with a
 * signature by which the answer knows it for its own.
 */
export function shownAtField(secret: string, { capability, sha256, at }: Shown): string {
  return signed(secret, `shown:${capability}`, `${at.getTime()}.${sha256}`)
}

/** What such a field says, or null when it is not ours or belongs to another link. */
export function readShownAt(secret: string, field: string, capability: string): Omit<Shown, 'capability'> | null {
  const claim = readSigned(secret, `shown:${capability}`, field) ?? ''
  const [, time, sha256] = /^(\d{1,15})\.([0-9a-f]{64})$/.exec(claim) ?? []
  return time && sha256 ? { at: new Date(Number(time)), sha256 } : null
}
