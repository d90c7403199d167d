import { hmacSha256, sameSecret } from '../../lib/hash.ts'

/** How long a preview may be shown around. */
export const PREVIEW_DAYS = 7
const DAY = 86_400_000

/** The right to see the newest draft of a page in a language, until a moment. */
export type Preview = { page: string; lang: 'fr' | 'en'; until: Date }

/** A right to preview a page from now on: what follows `/apercu/`. Who holds it needs no account. */
export function previewToken(secret: string, page: string, lang: 'fr' | 'en', now: Date): string {
  const claim = `${page}.${lang}.${(now.getTime() + PREVIEW_DAYS * DAY).toString(36)}`
  return `${claim}.${signature(secret, claim)}`
}

/** What a token gives a right to, over or not; null when we did not sign it. */
export function readPreviewToken(secret: string, token: string): Preview | null {
  const [, claim = '', page = '', lang, until = '', signed = ''] = /^(([\w-]{1,40})\.(fr|en)\.([0-9a-z]{1,12}))\.([\w-]{43})$/.exec(token) ?? []
  if ((lang !== 'fr' && lang !== 'en') || !sameSecret(signed, signature(secret, claim))) return null
  return { page, lang, until: new Date(Number.parseInt(until, 36)) }
}

const signature = (secret: string, claim: string): string => hmacSha256(secret, `preview:${claim}`).toString('base64url')
