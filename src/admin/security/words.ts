/** The security journal in the panel, in French. */
export const SECURITY = {
  title: 'Journal de sécurité',
  intro:
    'Connexions, comptes, rôles et refus des douze derniers mois. Le secrétariat et la présidence le lisent\u202f; il ne se modifie pas et ne se lit pas par l’API.',
  filter: 'Filtrer',
  account: 'Compte',
  allAccounts: 'Tous les comptes',
  type: 'Fait',
  allTypes: 'Tous les faits',
  day: 'Jour',
  when: 'Quand',
  what: 'Ce qui s’est passé',
  from: 'D’où',
  nothing: 'Rien à afficher pour ce choix.',
  times: (count: number) => `${count}\u00a0fois`,
  earlier: 'Plus ancien',
  latest: 'Revenir au plus récent',
  someone: 'un inconnu',
  system: 'le système',
  gone: 'un compte supprimé',
} as const

export const SECURITY_PATH = '/admin/securite'
