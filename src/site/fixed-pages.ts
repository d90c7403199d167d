import type { SearchEntry } from './search/find.ts'
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
type FixedPage = ListedAddress & { forEngines: boolean; menu: MenuPlace; search?: Omit<SearchEntry, 'href'> }

/**
 * The pages that show no record. They are in French alone, and say so to who reads the rest in English. What the search knows of each are
 * the words by which people ask for it, whether or not they stand on it.
 */
export const FIXED_PAGES: readonly FixedPage[] = [
  {
    href: JOIN,
    forEngines: true,
    menu: { menu: 'join', rank: 1, fr: 'Nous rejoindre', en: 'Join us (in French)' },
    search: {
      title: 'Nous rejoindre',
      text: 'Déposer la demande d’adhésion de votre organisme, en ligne et sans créer de compte.',
      known:
        'adhérer adhésion adhérent devenir membre partenaire partenariat s’inscrire inscription candidature candidater postuler cotisation prix tarif coût formulaire demande join',
    },
  },
  {
    href: CONTACT,
    forEngines: true,
    menu: { menu: 'footer', rank: 2, fr: 'Contact', en: 'Contact (in French)' },
    search: {
      title: 'Nous écrire',
      text: 'Poser une question au secrétariat, ou demander un entretien pour la presse.',
      known:
        'contact contacter joindre téléphone appeler adresse courriel mail email presse journaliste secrétariat question réclamation',
    },
  },
  {
    href: SEARCH,
    forEngines: false,
    menu: { menu: 'search', rank: 3, fr: 'Rechercher', en: 'Search (in French)' },
  },
  {
    href: LOST_LINK,
    forEngines: false,
    menu: { menu: 'footer', rank: 4, fr: 'Suivre ma demande d’adhésion' },
    search: {
      title: 'Retrouver mon lien',
      text: 'Recevoir de nouveau le lien de suivi de votre demande d’adhésion.',
      known: 'lien perdu suivre ma demande dossier suivi signature référence renvoyer oublié',
    },
  },
  {
    href: OPEN_DATA,
    forEngines: true,
    menu: { menu: 'footer', rank: 5, fr: 'Données ouvertes' },
    search: {
      title: 'Données ouvertes',
      text: 'L’annuaire des membres, en JSON et en CSV, sous Licence Ouverte.',
      known: 'open data api csv json export réutilisation licence annuaire',
    },
  },
]
