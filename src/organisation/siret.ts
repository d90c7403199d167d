import { compact } from './compact.ts'
import { type Refused, refused } from './flaw.ts'
import { closesWithLuhnKey } from './luhn.ts'
import { parseSiren } from './siren.ts'

const LA_POSTE = '356000000'
const ITS_HEAD_OFFICE = '35600000000048'

function closes(siret: string): boolean {
  if (!siret.startsWith(LA_POSTE) || siret === ITS_HEAD_OFFICE) return closesWithLuhnKey(siret)
  return [...siret].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}

/**
 * Reads a SIRET: a SIREN and the five digits of an establishment, closed by a Luhn key, or for La Poste's
 * establishments (SIREN 356000000) a sum of digits that five divides. The SIREN in front has to stand on
 * its own: `12345678000006` closes well around a SIREN that does not exist.
 */
export function parseSiret(text: string): { siret: string; siren: string } | Refused {
  const siret = compact(text)
  if (!/^\d+$/.test(siret)) {
    return refused(
      'siret-format',
      'Un numéro SIRET se compose de 14 chiffres, sans lettre ni autre signe.',
      'A SIRET number is made of 14 digits, without letters or other signs.',
    )
  }
  if (siret.length === 9) {
    return refused(
      'siret-is-siren',
      'Ces 9 chiffres forment un numéro SIREN\u202f; indiquez les 14 chiffres du SIRET de votre établissement.',
      'These 9 digits are a SIREN number; give the 14 digits of your establishment’s SIRET.',
    )
  }
  if (siret.length !== 14) {
    return refused(
      'siret-length',
      `Un numéro SIRET compte 14 chiffres\u202f; vous en avez saisi ${siret.length}.`,
      `A SIRET number has 14 digits; you typed ${siret.length}.`,
    )
  }
  if (siret.startsWith('000000000')) {
    return refused(
      'siret-zeros',
      'Ce numéro SIRET commence par neuf zéros\u00a0: indiquez celui de votre établissement.',
      'This SIRET number starts with nine zeros: give your establishment’s own.',
    )
  }
  const siren = siret.slice(0, 9)
  if (!closes(siret) || 'fault' in parseSiren(siren)) {
    return refused(
      'siret-checksum',
      'Ce numéro SIRET n’existe pas\u00a0: un chiffre a sans doute été mal saisi.',
      'This SIRET number does not exist: a digit was probably mistyped.',
    )
  }
  return { siret, siren }
}
