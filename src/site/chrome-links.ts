import type { Lang, NavLink } from './views/chrome.ts'

/** Links to what no editor writes, which is in French alone, and says so to who reads the rest in English. */
export const CHROME_LINKS: Record<Lang, { nav: NavLink[]; footer: NavLink[] }> = {
  fr: {
    nav: [
      { href: '/gouvernance', label: 'Gouvernance' },
      { href: '/membres', label: 'Membres' },
      { href: '/publications', label: 'Publications' },
      { href: '/evenements', label: 'Événements' },
      { href: '/charte', label: 'La charte' },
      { href: '/nous-rejoindre', label: 'Nous rejoindre' },
    ],
    footer: [
      { href: '/documents', label: 'Documents' },
      { href: '/contact', label: 'Nous écrire' },
      { href: '/recherche', label: 'Rechercher' },
      { href: '/adhesion/lien-perdu', label: 'Retrouver mon lien' },
    ],
  },
  en: {
    nav: [
      { href: '/gouvernance', label: 'Governance (in French)' },
      { href: '/membres', label: 'Members (in French)' },
      { href: '/publications', label: 'Publications (in French)' },
      { href: '/charte', label: 'The charter (in French)' },
    ],
    footer: [{ href: '/contact', label: 'Write to us (in French)' }],
  },
}
