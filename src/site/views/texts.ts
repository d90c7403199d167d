import { fr } from '../../content/typography.ts'
import type { Lang } from './chrome.ts'

export const NAME = 'Conférence Permanente des Organismes de Formation'
export const SHORT_NAME = 'CPOF'

type ChromeTexts = {
  skip: string
  nav: string
  footer: string
  menu: string
  about: string
  founders: string
  statutes: string
  siteHere: string
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
    menu: 'Menu',
    about: 'La CPOF',
    founders: 'Membres fondateurs',
    statutes: 'Association régie par la loi du 1er juillet 1901',
    siteHere: 'Le site en français',
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
    menu: 'Menu',
    about: 'The CPOF',
    founders: 'Founding members',
    statutes: 'Association under the French law of 1 July 1901',
    siteHere: 'The site in English',
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
