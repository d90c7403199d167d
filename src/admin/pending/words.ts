/** What waits for a second person, and what may be proposed, in French. */

export const PENDING = {
  waits: 'À confirmer par une seconde personne',
  nothing: {
    mandates:
      'Un mandat enregistré ne se corrige pas\u00a0: sa fin ou un changement se propose ici, et une seconde personne le confirme.',
    people:
      'Le compte qui agit au nom de cette personne, et le nom de qui exerce un mandat ou a un compte, se proposent ici\u00a0; une seconde personne les confirme.',
    'governance-bodies':
      'Ce que l’instance décide et selon quelle règle se propose ici, et une seconde personne le confirme.',
    members:
      'Le statut du membre se propose ici, et une seconde personne le confirme. Le siège se déplace dans le même SIREN.',
    'charter-versions': 'Une fois le texte prêt, son adoption se propose ici, et une seconde personne la confirme.',
  },
  proposedBy: (name: string, at: string) => `Proposé par ${name} le ${at}.`,
  enteredBy: (name: string) =>
    name === ''
      ? 'Cette saisie reste sans effet jusqu’à sa confirmation.'
      : `Saisi par ${name}. Cette saisie reste sans effet jusqu’à sa confirmation.`,
  yours: 'C’est votre saisie\u00a0: une autre personne du secrétariat doit la confirmer.',
  oneself: 'Cet enregistrement vous concerne\u00a0: d’autres personnes du secrétariat s’en chargent.',
  state: 'L’enregistrement est à jour.',
} as const

export const CHANGES = {
  ends: 'Fin du mandat',
  role: 'Rôle',
  onBehalfOf: 'Au nom de',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  noEnd: 'sans fin fixée',
  nobody: 'aucun membre',
  entry: 'Nouvelle saisie',
  entered: 'Tout ce qui figure dans la fiche',
  name: 'Nom',
  account: 'Compte de l’équipe',
  noAccount: 'Aucun\u00a0: le rattachement prend fin',
  rule: 'Règle',
  article: 'Article des statuts',
  noArticle: 'À vérifier dans vos statuts',
  competences: 'Compétences',
  none: 'aucune',
  status: 'Statut',
  day: 'À compter du',
  signatory: 'Charte signée par',
  signedOn: 'Signée le',
  scan: 'Charte numérisée',
  openScan: 'Ouvrir la charte signée',
  noScan: 'absente',
  effectiveOn: 'Entrée en vigueur',
  sha256: 'Empreinte du texte proposé (SHA-256)',
  deliberation: 'Délibération',
} as const

const deliberation = 'Référence de la délibération'

export const FIELDS = {
  deliberation,
  deliberationHelp: 'Par exemple «\u00a0Assemblée générale du 12 mars 2026, résolution 4\u00a0».',
  lastDay: 'Dernier jour du mandat, compris',
  effectiveOn: 'Entre en vigueur le',
  account: 'Compte qui agira au nom de cette personne',
  firstName: 'Prénom',
  lastName: 'Nom',
  nameReason: 'Pièce ou délibération qui le justifie',
  nameReasonHelp: 'Par exemple un extrait d’acte de mariage, ou la délibération dont la saisie était fautive.',
  siret: 'SIRET du nouveau siège',
  siretHelp: (siren: string) => `Du même SIREN\u00a0: ${siren}.`,
  seatSource: 'Pièce qui le justifie',
  status: 'Nouveau statut',
  statusDay: 'Jour',
  statusDayHelp: 'Premier jour de la suspension ou de sa fin\u202f; dernier jour comme membre si l’adhésion prend fin.',
  numerator: 'Quorum\u00a0: part, au numérateur',
  denominator: 'Quorum\u00a0: part, au dénominateur',
  quorumHelp: 'Par exemple 1 et 2 pour la moitié.',
  minimumFor: 'Voix pour, au moins',
  tie: 'En cas d’égalité',
  perPerson: 'Pouvoirs qu’une personne peut porter en séance',
  countForQuorum: 'Les pouvoirs comptent-ils pour le quorum\u202f?',
  ballotDays: 'Durée du vote en ligne, en jours',
  article: 'Article des statuts qui le dit',
  articleHelp: 'Laissez vide tant que personne ne l’a vérifié.',
  competences: 'Ce que l’instance décide',
  reason: 'Pourquoi écarter (facultatif)',
  yes: 'Oui',
  no: 'Non',
} as const

type ActionWords = { button: string; title: string; consequence: string; confirm: string; done: string }

const second = 'Rien ne change tant qu’une seconde personne du secrétariat n’a pas confirmé.'

export const ACTIONS = {
  confirm: {
    button: 'Confirmer',
    title: 'Confirmer cette saisie',
    consequence: 'Elle prend effet. Relisez-la avec la délibération sous les yeux avant de confirmer.',
    confirm: 'Confirmer',
    done: 'La saisie est confirmée.',
  },
  discard: {
    button: 'Écarter',
    title: 'Écarter cette saisie',
    consequence: 'Elle est abandonnée et ne prendra pas effet. Le journal en garde la trace.',
    confirm: 'Écarter la saisie',
    done: 'La saisie est écartée.',
  },
  'propose-end': {
    button: 'Proposer la fin du mandat',
    title: 'Proposer la fin du mandat',
    consequence: `Les droits du mandat finissent le lendemain du dernier jour. ${second}`,
    confirm: 'Proposer la fin du mandat',
    done: 'La fin du mandat est proposée.',
  },
  'propose-change': {
    button: 'Proposer un changement',
    title: 'Proposer un changement du mandat',
    consequence: second,
    confirm: 'Proposer ce changement',
    done: 'Le changement est proposé.',
  },
  'propose-adoption': {
    button: 'Proposer l’adoption',
    title: 'Proposer l’adoption de cette version',
    consequence: `Le texte tel qu’il est enregistré maintenant sera figé à la confirmation et ne changera plus. ${second}`,
    confirm: 'Proposer l’adoption',
    done: 'L’adoption est proposée.',
  },
  'confirm-network': {
    button: 'Confirmer le réseau',
    title: 'Confirmer le réseau proposé',
    consequence:
      'Le réseau qui a déposé la demande de cet organisme devient le sien. L’annuaire le nomme si tous deux y paraissent.',
    confirm: 'Confirmer le réseau',
    done: 'Le réseau est confirmé.',
  },
  'discard-network': {
    button: 'Écarter le réseau proposé',
    title: 'Écarter le réseau proposé',
    consequence: 'Le réseau qui a déposé la demande n’est pas celui de cet organisme. Le journal en garde la trace.',
    confirm: 'Écarter ce réseau',
    done: 'Le réseau proposé est écarté.',
  },
  'link-account': {
    button: 'Proposer un rattachement',
    title: 'Rattacher un compte à cette personne',
    consequence: `Le compte choisi agira et votera au nom de cette personne. ${second}`,
    confirm: 'Proposer ce rattachement',
    done: 'Le rattachement est proposé.',
  },
  'propose-name': {
    button: 'Proposer un nom',
    title: 'Proposer le nom de cette personne',
    consequence: `Le compte qui agit pour elle portera ce nom. ${second}`,
    confirm: 'Proposer ce nom',
    done: 'Le nom est proposé.',
  },
  'propose-rule': {
    button: 'Proposer une règle',
    title: 'Proposer une règle de décision',
    consequence: `Les scrutins déjà ouverts gardent leur règle. ${second}`,
    confirm: 'Proposer cette règle',
    done: 'La règle est proposée.',
  },
  'move-seat': {
    button: 'Déplacer le siège',
    title: 'Déplacer le siège',
    consequence: 'Le SIRET change aussitôt, le SIREN reste. Le journal garde l’ancien, et le membre est informé.',
    confirm: 'Enregistrer ce siège',
    done: 'Le siège est déplacé.',
  },
  'change-status': {
    button: 'Proposer un changement de statut',
    title: 'Proposer un changement de statut',
    consequence: `Quand l’adhésion prend fin, les mandats exercés au nom du membre finissent le même jour. ${second}`,
    confirm: 'Proposer ce statut',
    done: 'Le changement de statut est proposé.',
  },
} as const satisfies Record<string, ActionWords>

export type PendingAction = keyof typeof ACTIONS
