import type { Day } from '../lib/dates.ts'
import { issue, type Mistake } from '../input/issue.ts'

/** Where an organisation stands with the quality certification of Code du travail L6316-1. */
export const QUALIOPI_STATUSES = [
  { id: 'certified', label: 'Certifié' },
  { id: 'deemed', label: 'Réputé certifié' },
  { id: 'in-progress', label: 'Certification en cours' },
  { id: 'none', label: 'Non certifié' },
] as const

/** The four categories of action that a certificate may cover. */
export const QUALIOPI_CATEGORIES = [
  { id: 'actions-de-formation', label: 'Actions de formation' },
  { id: 'bilans-de-competences', label: 'Bilans de compétences' },
  { id: 'vae', label: 'Validation des acquis de l’expérience (VAE)' },
  { id: 'apprentissage', label: 'Apprentissage' },
] as const

type QualiopiStatus = (typeof QUALIOPI_STATUSES)[number]['id']
type QualiopiCategory = (typeof QUALIOPI_CATEGORIES)[number]['id']

export type Qualiopi = {
  status: QualiopiStatus
  certifier?: string
  certificateNumber?: string
  categories?: QualiopiCategory[]
  validFrom?: Day
  validUntil?: Day
}

/** A certificate that ends before it begins: refused. */
export function qualiopiPeriodIssue({
  validFrom,
  validUntil,
}: Pick<Qualiopi, 'validFrom' | 'validUntil'>): Mistake | undefined {
  if (!validFrom || !validUntil || validFrom <= validUntil) return undefined
  return issue('qualiopi-period')
}

/** What the secretariat should look at: Qualiopi is never required, so none of it refuses a declaration. */
export function qualiopiWarnings(qualiopi: Qualiopi): Mistake[] {
  const certificate = qualiopi.certifier ?? qualiopi.certificateNumber ?? qualiopi.validFrom ?? qualiopi.validUntil
  if (qualiopi.status === 'none' && certificate) {
    return [issue('qualiopi-none-with-certificate')]
  }
  if (qualiopi.status === 'certified' && !(qualiopi.certifier && qualiopi.certificateNumber)) {
    return [issue('qualiopi-certificate-missing')]
  }
  return []
}
