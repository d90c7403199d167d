import { compact } from './compact.ts'
import { type Refused, refused } from '../input/issue.ts'
import { closesWithLuhnKey } from './luhn.ts'

/**
 * Reads a SIREN: nine digits closed by a Luhn key (Code de commerce R123-221).
 * `000000000` satisfies the key and belongs to nobody: refused here.
 */
export function parseSiren(text: string): { siren: string } | Refused {
  const siren = compact(text)
  if (!/^\d{9}$/.test(siren)) {
    return refused('siren-format')
  }
  if (siren === '000000000') {
    return refused('siren-zeros')
  }
  if (!closesWithLuhnKey(siren)) {
    return refused('siren-checksum')
  }
  return { siren }
}
