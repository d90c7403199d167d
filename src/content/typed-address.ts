import { publicUrl } from '../lib/public-url.ts'
import { safeHref } from './href.ts'

const BARE_HOST = /^www\.[^\s/@]+\.[^\s@]+$/i
const BARE_EMAIL = /^[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#]+$/
const MAILTO = /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/i
const TEL = /^tel:\+?[\d().\s-]{3,30}$/i
const WEB = /^https?:/i

/** An address as whoever typed it meant it: `www.exemple.fr` is one of the web, `contact@exemple.fr` of an e-mail. */
export function completed(typed: string): string {
  const address = typed.trim()
  if (BARE_HOST.test(address)) return `https://${address}`
  return BARE_EMAIL.test(address) ? `mailto:${address}` : address
}

/** The site's address with https where none of the two schemes is typed: `exemple.fr` is meant as a whole one. */
export function completedWebsite(typed: string): string {
  const address = typed.trim()
  return /^[^\s:/?#@]+\.[^\s:/?#@]+([/?#]\S*)?$/.test(address) && publicUrl(address) !== undefined
    ? `https://${address}`
    : address
}

/**
 * Whether a link may be kept under an address: it leads to a site that can be, to an e-mail address, a telephone, a
 * place of this site, or to a heading that stands on the same page.
 * @param anchors the names of these headings (`anchorsIn`)
 */
export function leadsSomewhere(typed: string, anchors: ReadonlySet<string>): boolean {
  const address = completed(typed)
  if (safeHref(address) === null) return false
  if (WEB.test(address)) return publicUrl(address) !== undefined
  if (/^mailto:/i.test(address)) return MAILTO.test(address)
  if (/^tel:/i.test(address)) return TEL.test(address)
  return !address.startsWith('#') || anchors.has(address.slice(1))
}
