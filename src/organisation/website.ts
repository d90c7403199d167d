import { type Refused, refused } from '../input/issue.ts'
import { publicUrl } from '../lib/public-url.ts'

/** The longest address kept. */
const LONGEST = 500

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
