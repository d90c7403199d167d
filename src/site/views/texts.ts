import { fr } from '../../content/typography.ts'
import type { Lang } from './chrome.ts'

export const NAME = 'Conférence Permanente des Organismes de Formation'
export const SHORT_NAME = 'CPOF'

type ChromeTexts = {
  skip: string
  nav: string
  footer: string
  toHome: string
  error: string
  association: string
  crumbs: string
  below: string
  front: string
  readHere: string
  languages: string
  frenchOnly: { title: string; text: string }
}

/** The words around every page. */
export const CHROME_TEXTS: Record<Lang, ChromeTexts> = {
  fr: {
    skip: 'Aller au contenu',
    nav: 'Navigation principale',
    footer: 'Informations sur le site',
    toHome: 'Accueil de la CPOF',
    error: fr`Erreur : `,
    association: fr`Les organismes de formation parlent ici d’une même voix.`,
    crumbs: fr`Fil d’Ariane`,
    below: 'Dans cette rubrique',
    front: 'Accueil',
    readHere: 'Lire cette page en français',
    languages: 'Langue',
    frenchOnly: { title: 'En français', text: 'Cette page est en français.' },
  },
  en: {
    skip: 'Skip to content',
    nav: 'Main navigation',
    footer: 'About this site',
    toHome: 'CPOF home page',
    error: 'Error: ',
    association: 'Where French training organisations speak with one voice.',
    crumbs: 'You are here',
    below: 'In this section',
    front: 'Home',
    readHere: 'Read this page in English',
    languages: 'Language',
    frenchOnly: { title: 'In French only', text: 'This page has not been translated yet. You may read it in French.' },
  },
}
