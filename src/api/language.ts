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

/** The language of a request, by its `Accept-Language`; the panel, which speaks French, says so with each of its calls. */
export const languageOfRequest = (headers: HeaderReader): Language => languageOf(headers.get('accept-language'))
