import type { ListedAddress, MenuPlace } from './kinds/presentation.ts'

/** A page of the site that shows no record: a form, or the search. */
type FixedPage = ListedAddress & { forEngines: boolean; menu: MenuPlace }

/** The pages that show no record. They are in French alone, and say so to who reads the rest in English. */
export const FIXED_PAGES: readonly FixedPage[] = [
  { href: '/nous-rejoindre', forEngines: true, menu: { menu: 'nav', rank: 6, fr: 'Nous rejoindre' } },
  {
    href: '/contact',
    forEngines: true,
    menu: { menu: 'footer', rank: 2, fr: 'Nous écrire', en: 'Write to us (in French)' },
  },
  { href: '/recherche', forEngines: false, menu: { menu: 'footer', rank: 3, fr: 'Rechercher' } },
  { href: '/adhesion/lien-perdu', forEngines: false, menu: { menu: 'footer', rank: 4, fr: 'Retrouver mon lien' } },
]
