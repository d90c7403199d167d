import { isRefused, refused, type Refused } from '../input/issue.ts'
import { canonicalPath } from '../lib/canonical-path.ts'

/** Longer, an address is none that anybody wrote down. */
const LONGEST = 500

const NOT_ASCII = /[^\x00-\x7f]+/g
/** Nothing that a person sees, and halves of signs. */
const UNSEEN = /[\p{Cf}\p{Cs}]/u

/** Signs of a query or a place within a page that need no second look. */
const PLAIN = /^(\?[\w.~%&=+,:;@/-]*)?(#[\w.~%-]*)?$/

/** Where a redirect leads: to a place on this site, by its address from the first slash on, or to another site. */
export type Target = { to: string; elsewhere: boolean }

/** What follows the origin of a whole address of this site; any other text as it is. */
function withinSite(address: string, origin: string): string {
  if (address === origin) return '/'
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address
}

/**
 * The address on this site that is to lead somewhere else, in its one spelling and without the slash before it, as redirects
 * keep it.
 * @param origin of this site: its whole addresses are understood too
 */
export function readFrom(given: unknown, origin: string): { from: string } | Refused {
  const typed = typeof given === 'string' ? withinSite(given.trim(), origin) : ''
  if (typed === '') return refused('required')
  // `//other.example` is another host, which one slash put before it would hide.
  const rooted = typed.startsWith('/') || typed.startsWith('\\') ? typed : `/${typed}`
  const path = typed.length > LONGEST || UNSEEN.test(typed) ? null : canonicalPath(asBrowsersAsk(rooted))
  if (path === null || path === '/' || typed.includes('?') || typed.includes(':'))
    return refused('not-a-former-address')
  return { from: path.slice(1) }
}

const asBrowsersAsk = (path: string): string => path.replace(NOT_ASCII, encodeURIComponent)

/**
 * Where a redirect is to lead. Nothing is mended: an address that a browser would read otherwise than it is written is
 * refused, be it on this site or on another.
 */
export function readTarget(given: unknown, origin: string): Target | Refused {
  const typed = typeof given === 'string' ? withinSite(given.trim(), origin) : ''
  if (typed === '') return refused('required')
  if (typed.length > LONGEST) return refused('too-long', { most: LONGEST })
  return typed.startsWith('/') ? onThisSite(typed) : onAnother(typed)
}

function onThisSite(typed: string): Target | Refused {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(typed) ?? []
  const read = path.search(NOT_ASCII) === -1 ? canonicalPath(path) : null
  return read === null || !PLAIN.test(rest) ? refused('not-a-target') : { to: read + rest, elsewhere: false }
}

function onAnother(typed: string): Target | Refused {
  const url = /^https:\/\/[a-z0-9]/.test(typed) && URL.canParse(typed) ? new URL(typed) : null
  const isPlain = url !== null && (url.href === typed || url.href === `${typed}/`)
  if (!isPlain || url.username !== '' || url.password !== '' || !/\.[a-z][a-z0-9-]*$/.test(url.hostname))
    return refused('not-a-target')
  return { to: url.href, elsewhere: true }
}

/** The addresses that the site looks for where a target on it is asked for, as redirects keep them; none of another site. */
export function lookedForAt(to: string): string[] {
  const read = readTarget(to, '')
  if (isRefused(read) || read.elsewhere) return []
  const path = read.to.replace(/[?#].*$/s, '').slice(1)
  return path.startsWith('en/') ? [path, path.slice('en/'.length)] : [path]
}
