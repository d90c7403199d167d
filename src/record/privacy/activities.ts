/**
 * The processing activities of the association (GDPR, article 30(1)): for each, why it exists, whose data it holds, and
 * who reads them. What each of them holds, and for how long, is said by the rows of the retention table that name it.
 */
export const ACTIVITIES = {
  adhesions: {
    title: 'Demandes d’adhésion',
    purpose:
      'Étudier les demandes, recueillir la signature de la charte, en garder la preuve et décider collégialement.',
    people: 'Représentants légaux ou délégués et contacts des organismes candidats\u00a0; membres du Bureau.',
    recipients: 'Le secrétariat\u00a0; les membres du Bureau, sauf ceux qui se sont déportés.',
  },
  members: {
    title: 'Membres',
    purpose: 'Tenir la liste des membres, publier l’annuaire des organismes et faire vivre l’adhésion.',
    people: 'Représentants et contacts des organismes membres.',
    recipients:
      'Le secrétariat et les membres du Bureau\u00a0; le public, pour ce que montre l’annuaire, jamais le nom du signataire.',
  },
  governance: {
    title: 'Gouvernance',
    purpose: 'Dire qui exerce quel mandat dans les instances, et en tirer les droits de chacun.',
    people: 'Titulaires de mandats, présents et passés.',
    recipients: 'L’équipe\u00a0; le public, pendant le mandat et un an après.',
  },
  site: {
    title: 'Site et publications',
    purpose: 'Informer le public, et garder ce que l’association a dit.',
    people: 'Auteurs, intervenants, personnes photographiées, rédaction.',
    recipients: 'Le public, pour ce qui est publié\u00a0; la rédaction.',
  },
  team: {
    title: 'Comptes de l’équipe',
    purpose: 'Donner à chacun les accès de son rôle et de ses mandats.',
    people: 'Personnes qui travaillent pour l’association ou y exercent un mandat.',
    recipients: 'L’administration\u00a0; chacun, pour son propre compte.',
  },
  mail: {
    title: 'Courriels',
    purpose: 'Envoyer les courriels que les autres traitements demandent, et savoir s’ils sont arrivés.',
    people: 'Candidats, membres, équipe, et qui écrit par le formulaire de contact.',
    recipients: 'Le secrétariat\u00a0; le prestataire qui achemine les courriels.',
  },
  security: {
    title: 'Sécurité',
    purpose: 'Protéger les comptes et les données, et pouvoir reconstituer une attaque.',
    people: 'Équipe, et qui tente de se connecter.',
    recipients: 'L’administration, pour le journal de sécurité\u00a0; chacun, pour ses propres sessions.',
  },
} as const

export type ActivityName = keyof typeof ACTIVITIES

/** The measures that protect every activity (GDPR, articles 30(1)(g) and 32), a sentence each. */
export const MEASURES: readonly string[] = [
  'Chaque accès suit un rôle ou un mandat en cours, et prend fin avec lui\u00a0; un rôle ne se donne qu’à deux.',
  'Un second facteur protège les comptes\u00a0; les mots de passe, les codes et les liens ne sont gardés que sous forme d’empreintes.',
  'Ce qui est fait l’est une fois, entièrement, et s’inscrit dans un journal dont la chaîne se vérifie.',
  'Les échanges sont chiffrés (HTTPS)\u00a0; le site ne dépose aucun traceur et n’appelle aucun autre service.',
]
