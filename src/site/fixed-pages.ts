import type { ListedAddress, MenuPlace } from './kinds/presentation.ts'

/** Where the form stands by which an organisation applies. */
export const JOIN = '/nous-rejoindre'
/** Where the form stands by which visitors write. */
export const CONTACT = '/contact'
/** Where the site is searched. */
export const SEARCH = '/recherche'
/** Where an applicant asks for the link to their application again. */
export const LOST_LINK = '/adhesion/lien-perdu'
/** Where the site says what of it is open data, and what may be done with that. */
export const OPEN_DATA = '/donnees-ouvertes'

/** A page of the site that shows no record: a form, or the search. */
type FixedPage = ListedAddress & { forEngines: boolean; menu: MenuPlace }

/** The pages that show no record. They are in French alone, and say so to who reads the rest in English. */
export const FIXED_PAGES: readonly FixedPage[] = [
  { href: JOIN, forEngines: true, menu: { menu: 'join', rank: 1, fr: 'Nous rejoindre', en: 'Join us (in French)' } },
  {
    href: CONTACT,
    forEngines: true,
    menu: { menu: 'footer', rank: 2, fr: 'Contact', en: 'Contact (in French)' },
  },
  { href: SEARCH, forEngines: false, menu: { menu: 'search', rank: 3, fr: 'Rechercher', en: 'Search (in French)' } },
  { href: LOST_LINK, forEngines: false, menu: { menu: 'footer', rank: 4, fr: 'Suivre ma demande d’adhésion' } },
  { href: OPEN_DATA, forEngines: true, menu: { menu: 'footer', rank: 5, fr: 'Données ouvertes' } },
]
