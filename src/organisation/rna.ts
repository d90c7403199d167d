import { compact } from './compact.ts'
import { type Refused, refused } from './flaw.ts'

/**
 * Reads the number of an association in the Répertoire national des associations: W and nine characters.
 * Associations of Bas-Rhin, Haut-Rhin and Moselle stand in a court's register instead and have none.
 */
export function parseRna(text: string): { rna: string } | Refused {
  const rna = compact(text)
  if (!/^W[0-9A-Z]{9}$/.test(rna)) {
    return refused(
      'rna-format',
      'Un numéro RNA commence par W, suivi de 9 chiffres ou lettres. Laissez ce champ vide si votre association n’en a pas.',
      'An RNA number starts with W, followed by 9 digits or letters. Leave this empty if your association has none.',
    )
  }
  return { rna }
}
