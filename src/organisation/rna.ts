import { compact } from './compact.ts'
import { type Refused, refused } from '../input/issue.ts'

/**
 * Reads the number of an association in the Répertoire national des associations: W and nine characters.
 * Associations of Bas-Rhin, Haut-Rhin and Moselle stand in a court's register instead and have none.
 */
export function parseRna(text: string): { rna: string } | Refused {
  const rna = compact(text)
  if (!/^W[0-9A-Z]{9}$/.test(rna)) {
    return refused('rna-format')
  }
  return { rna }
}
