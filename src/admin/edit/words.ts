/** What a form says whose record somebody else changed meanwhile. */
export const STALE = {
  reread: 'Relire la fiche',
  keep: 'Garder mon texte',
  failed: 'Votre texte n’a pas pu être enregistré. Vérifiez votre connexion, puis réessayez.',
} as const

/** What a form says that saves what is typed, while something is not saved. */
export const UNSAVED = {
  because: {
    offline:
      'La connexion est coupée\u00a0: ce que vous écrivez n’est pas encore enregistré. Gardez cette page ouverte, l’enregistrement reprendra de lui-même.',
    session:
      'Votre session a pris fin. Reconnectez-vous dans un autre onglet\u00a0: rien n’est perdu, l’enregistrement reprendra de lui-même.',
    server:
      'Le serveur ne répond pas\u00a0: ce que vous écrivez n’est pas encore enregistré. Gardez cette page ouverte, un nouvel essai se fait toutes les cinq secondes.',
  },
  signIn: 'Se reconnecter',
} as const
