/** What a form says whose record somebody else changed meanwhile. */
export const STALE = {
  reread: 'Relire la fiche',
  keep: 'Garder mon texte',
  failed: 'La fiche n’a pas pu être relue. Vérifiez votre connexion, puis réessayez.',
} as const
