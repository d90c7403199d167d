import { readSigned, signed } from '../../lib/signed.ts'
import type { Drafted } from '../public-kind.ts'

/** How long a preview may be shown around. */
export const PREVIEW_DAYS = 7
const DAY = 86_400_000
const PURPOSE = 'preview'

/** A draft, in a language. */
export type Draft = { collection: Drafted; id: string; lang: 'fr' | 'en' }

/** The right to see the newest draft of a record of a collection, until a moment. */
export type Preview = Omit<Draft, 'collection'> & { collection: string; until: Date }

/** A right to look at a draft from now on: what follows `/apercu/`. Who holds it needs no account. */
export function previewToken(secret: string, { collection, id, lang }: Draft, now: Date): string {
  return signed(secret, PURPOSE, `${collection}.${id}.${lang}.${(now.getTime() + PREVIEW_DAYS * DAY).toString(36)}`)
}

/** The preview that a token gives a right to, be it over or not; null for a token that we did not sign. */
export function readPreviewToken(secret: string, token: string): Preview | null {
  const [, collection = '', id = '', lang, until = ''] =
    /^([a-z][a-z-]{0,39})\.([\w-]{1,40})\.(fr|en)\.([0-9a-z]{1,12})$/.exec(readSigned(secret, PURPOSE, token) ?? '') ??
    []
  if (lang !== 'fr' && lang !== 'en') return null
  return { collection, id, lang, until: new Date(Number.parseInt(until, 36)) }
}
