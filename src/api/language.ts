/** The languages in which the interface answers. */
export type Language = 'fr' | 'en'

type HeaderReader = { get(name: string): string | null }

/**
 * The language a caller reads, by `Accept-Language` (RFC 9110, 12.5.4): whichever of French and English it
 * weighs more. French without a preference, and for every other language.
 */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  let french = 0
  let english = 0
  for (const entry of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim())
    const weight = Number(/^q=([\d.]+)$/.exec(parameters[0] ?? '')?.[1] ?? 1)
    if (/^fr(-|$)/.test(tag)) french = Math.max(french, weight)
    if (/^en(-|$)/.test(tag)) english = Math.max(english, weight)
  }
  return english > french ? 'en' : 'fr'
}

/** The language of a request: the panel's own choice (a cookie) before the browser's. */
export function languageOfRequest(headers: HeaderReader): Language {
  const chosen = /(?:^|;\s*)payload-lng=(fr|en)(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1]
  if (chosen) return chosen === 'en' ? 'en' : 'fr'
  return languageOf(headers.get('accept-language'))
}
