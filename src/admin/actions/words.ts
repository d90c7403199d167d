/** What every form of the panel says, in French. */

export const GROUPS = { main: 'À faire', others: 'Autres actions', record: 'Compléter le dossier' } as const

export const SESSION = {
  day: 'Jour de la séance',
  minutes: 'Référence du procès-verbal',
  minutesHelp: 'Par exemple «\u00a0PV du Bureau du 12 novembre 2026, point 3\u00a0».',
  people: 'Membres du Bureau ce jour-là',
  nobody: 'Aucun mandat n’était en cours ce jour-là.',
  pickDay: 'Indiquez d’abord le jour de la séance.',
  attendance: (name: string) => `Présence de ${name}`,
  attendances: { absent: 'Absent', present: 'Présent', represented: 'Représenté', recused: 'Déporté' },
  by: (name: string) => `Pouvoir de ${name} donné à`,
  byNobody: 'Le procès-verbal ne le dit pas',
  mode: 'Voix',
  modes: { names: 'Par nom', counts: 'En nombre' },
  vote: (name: string) => `Voix de ${name}`,
  votes: { for: 'Pour', against: 'Contre', abstain: 'Abstention' },
  noVote: 'Pas de voix',
  chairChoice: 'Voix de la présidence',
  unknown: 'Non indiquée',
  presiding: 'A présidé la séance',
  presidingDefault: 'La présidence, sinon la vice-présidence',
} as const

export const FORM = {
  cancel: 'Annuler',
  sending: 'Envoi en cours…',
  offline: 'Le serveur n’a pas répondu. Vérifiez votre connexion, puis recommencez\u00a0: rien n’est perdu.',
  unknown: 'Cette action a échoué. Recommencez dans un instant.',
  choose: 'Choisissez…',
  tooLong: (longest: number) => `Ce texte dépasse ${longest} caractères\u00a0: raccourcissez-le.`,
} as const

/** Refusals that the view says in its own words, since it has just shown what changed. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'stale-rev':
    'Quelqu’un a agi sur ce dossier entre-temps. Il est maintenant à jour\u00a0: vérifiez, puis recommencez.',
  'wrong-state':
    'Quelqu’un a agi sur ce dossier entre-temps\u00a0: cette action n’est plus possible. Il est maintenant à jour.',
  unauthenticated: 'Votre session a expiré\u00a0: reconnectez-vous.',
}
