import { compact } from './compact.ts'
import { issue, type Mistake } from '../input/issue.ts'

/** Department or region of registration, department, order and year: letters stand in Corsica's. */
const NDA = /^\d{2}(\d{2}|2[AB])[0-9A-Z]{5}(\d{2}|2[AB])$/

/**
 * Reads a *numéro de déclaration d’activité* (Code du travail L6351-1). Its forms have varied, so an unusual
 * one is kept and warned about, never refused; its region is that of the declaration, not of the address.
 */
export function parseNda(text: string): { nda: string; warnings: Mistake[] } {
  const nda = compact(text)
  return { nda, warnings: NDA.test(nda) ? [] : [issue('nda-format')] }
}
