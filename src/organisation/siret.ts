import { compact } from './compact.ts'
import { type Refused, refused } from '../input/issue.ts'
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
    return refused('siret-format')
  }
  if (siret.length === 9) {
    return refused('siret-is-siren')
  }
  if (siret.length !== 14) {
    return refused('siret-length', { digits: siret.length })
  }
  if (siret.startsWith('000000000')) {
    return refused('siret-zeros')
  }
  const siren = siret.slice(0, 9)
  if (!closes(siret) || 'issue' in parseSiren(siren)) {
    return refused('siret-checksum')
  }
  return { siret, siren }
}
