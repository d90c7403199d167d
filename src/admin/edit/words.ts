/** What a form says whose record somebody else changed meanwhile. */
export const STALE = {
  reread: 'Relire la fiche',
  keep: 'Garder mon texte',
  failed: 'Votre texte n’a pas pu être enregistré. Vérifiez votre connexion, puis réessayez.',
} as const
