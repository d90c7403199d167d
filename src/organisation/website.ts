import { type Refused, refused } from '../input/issue.ts'

/** The longest address kept. */
const LONGEST = 500
const HOST = /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * Reads the address of a public web site, http or https; without either, https is understood. Refused: other
 * schemes, a name or password in the address, hosts that are a number or have no dot.
 */
export function parseWebsite(text: string): { website: string } | Refused {
  const url = publicUrl(text.trim())
  if (!url || url.href.length > LONGEST) {
    return refused('website-format')
  }
  return { website: url.href }
}

function publicUrl(typed: string): URL | undefined {
  // The URL parser drops tabs and line ends inside an address; they are a fault here.
  if (/\s/.test(typed)) return undefined
  const address = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && !url.username && !url.password && HOST.test(url.hostname) ? url : undefined
}
