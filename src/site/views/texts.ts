import { fr } from '../../content/typography.ts'
import type { Lang } from './chrome.ts'

export const NAME = 'Conférence Permanente des Organismes de Formation'
export const SHORT_NAME = 'CPOF'

type ChromeTexts = { skip: string; nav: string; footer: string; toHome: string; error: string; association: string }

/** The words around every page. */
export const CHROME_TEXTS: Record<Lang, ChromeTexts> = {
  fr: {
    skip: 'Aller au contenu',
    nav: 'Navigation principale',
    footer: 'Informations sur le site',
    toHome: 'Accueil de la CPOF',
    error: fr`Erreur : `,
    association: fr`Les organismes de formation parlent ici d’une même voix.`,
  },
  en: {
    skip: 'Skip to content',
    nav: 'Main navigation',
    footer: 'About this site',
    toHome: 'CPOF home page',
    error: 'Error: ',
    association: 'Where French training organisations speak with one voice.',
  },
}
