import { domainToASCII } from 'node:url'
import { foldEmail } from '../lib/fold.ts'
import { type Refused, refused } from '../input/issue.ts'

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * Reads an e-mail address: a dotted local part of ASCII (RFC 5321, quoted forms and addresses by number left out)
 * and a public domain name, written in ASCII. Stored in lower case, as mailboxes are told apart in practice.
 */
export function parseEmail(text: string): { email: string } | Refused {
  const typed = foldEmail(text.replace(/\p{Cf}/gu, '')).replace(/\s*@\s*/, '@')
  const at = typed.lastIndexOf('@')
  const local = typed.slice(0, Math.max(at, 0))
  const domain = domainToASCII(typed.slice(at + 1))
  const email = `${local}@${domain}`
  if (!LOCAL.test(local) || local.length > 64 || !DOMAIN.test(domain) || email.length > 254) {
    return refused('email-format')
  }
  return { email }
}
