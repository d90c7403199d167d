import { fr } from '../../../content/typography.ts'

/** The road to joining, in the order in which it is travelled. The rules of each body are data, not told here. */
export const JOINING = {
  title: 'Comment nous rejoindre',
  steps: [
    {
      title: 'Vous déposez votre demande',
      text: 'Votre organisme se présente, en quelques minutes et sans créer de compte.',
    },
    {
      title: 'Votre représentant signe la charte',
      text: 'Il reçoit le texte entier par courriel, le lit et le signe en ligne. Une copie lui reste.',
    },
    {
      title: 'Le secrétariat étudie le dossier',
      text: fr`S’il manque quelque chose, il vous écrit : vous répondez depuis votre lien de suivi.`,
    },
    { title: 'Le Bureau décide', text: 'La décision est collégiale, et nous vous en informons par courriel.' },
  ],
}

export const IDENTITY_TEXTS = {
  title: 'Qui édite ce site',
  legalName: 'Association',
  rna: 'RNA',
  siren: 'SIREN',
  seat: 'Siège',
  president: 'Présidence',
  publicationDirector: 'Direction de la publication',
  email: 'Adresse électronique',
  phone: 'Téléphone',
  host: 'Hébergement',
  registers: 'Répertoires de représentants d’intérêts',
} as const

export const PRIVACY_TEXTS = {
  notice: 'Ce que lisent les organismes candidats',
  since: (day: string) => `Texte du ${day}.`,
  terms: 'Combien de temps nous gardons vos données',
  caption: 'Ce que nous gardons, par activité, et jusqu’à quand',
  what: 'Ce qui est gardé',
  howLong: 'Combien de temps',
} as const
