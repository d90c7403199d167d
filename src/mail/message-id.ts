import { sha256 } from '../lib/hash.ts'

/**
 * The Message-ID of an outbox row, `<…@domain>`: the same at each attempt, so that a mail server or client can
 * recognise a second copy. The key is hashed because it names the recipient.
 * @param key the row's unique key
 */
export function messageIdFor(key: string, domain: string): string {
  return `<${sha256(key).slice(0, 32)}@${domain}>`
}
