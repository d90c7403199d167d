import type { Day } from '../lib/dates.ts'
import type { Flaw } from './flaw.ts'

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
export type QualiopiCategory = (typeof QUALIOPI_CATEGORIES)[number]['id']

export type Qualiopi = {
  status: QualiopiStatus
  certifier?: string
  certificateNumber?: string
  categories?: QualiopiCategory[]
  validFrom?: Day
  validUntil?: Day
}

/** A certificate that ends before it begins: refused. */
export function qualiopiPeriodFlaw({
  validFrom,
  validUntil,
}: Pick<Qualiopi, 'validFrom' | 'validUntil'>): Flaw | undefined {
  if (!validFrom || !validUntil || validFrom <= validUntil) return undefined
  return {
    code: 'qualiopi-period',
    messages: {
      fr: 'La fin de validité du certificat précède son début.',
      en: 'The certificate’s validity ends before it begins.',
    },
  }
}

/** What the secretariat should look at: Qualiopi is never required, so none of it refuses a declaration. */
export function qualiopiWarnings(qualiopi: Qualiopi): Flaw[] {
  const certificate = qualiopi.certifier ?? qualiopi.certificateNumber ?? qualiopi.validFrom ?? qualiopi.validUntil
  if (qualiopi.status === 'none' && certificate) {
    return [
      {
        code: 'qualiopi-none-with-certificate',
        messages: {
          fr: 'L’organisme se déclare non certifié, mais décrit un certificat Qualiopi.',
          en: 'The organisation says that it is not certified, yet describes a Qualiopi certificate.',
        },
      },
    ]
  }
  if (qualiopi.status === 'certified' && !(qualiopi.certifier && qualiopi.certificateNumber)) {
    return [
      {
        code: 'qualiopi-certificate-missing',
        messages: {
          fr: 'Le certificateur ou le numéro du certificat Qualiopi n’est pas indiqué.',
          en: 'The certifier or the number of the Qualiopi certificate is not given.',
        },
      },
    ]
  }
  return []
}
