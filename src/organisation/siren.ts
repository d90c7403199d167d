import { compact } from './compact.ts'
import { type Refused, refused } from './flaw.ts'
import { closesWithLuhnKey } from './luhn.ts'

/**
 * Reads a SIREN: nine digits closed by a Luhn key (Code de commerce R123-221).
 * `000000000` satisfies the key and belongs to nobody: refused here.
 */
export function parseSiren(text: string): { siren: string } | Refused {
  const siren = compact(text)
  if (!/^\d{9}$/.test(siren)) {
    return refused('siren-format', 'Un numéro SIREN compte 9 chiffres.', 'A SIREN number has 9 digits.')
  }
  if (siren === '000000000') {
    return refused('siren-zeros', 'Ce numéro SIREN ne compte que des zéros.', 'This SIREN number has only zeros.')
  }
  if (!closesWithLuhnKey(siren)) {
    return refused(
      'siren-checksum',
      'Ce numéro SIREN n’existe pas\u00a0: un chiffre a sans doute été mal saisi.',
      'This SIREN number does not exist: a digit was probably mistyped.',
    )
  }
  return { siren }
}
