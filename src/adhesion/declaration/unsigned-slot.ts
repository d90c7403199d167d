import { foldEmail } from '../../lib/fold.ts'
import { sha256 } from '../../lib/hash.ts'

/**
 * The slot that a file holds before its signature: one for each organisation and representative, so that a
 * stranger's submission stands in nobody's way. The address is hashed: a slot may show where an e-mail may not.
 */
export function unsignedSlot(identifierKey: string, representativeEmail: string): string {
  return `unsigned:${identifierKey}:${sha256(foldEmail(representativeEmail))}`
}
