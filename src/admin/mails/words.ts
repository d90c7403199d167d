/** What the list of e-mails and the view of one say, in French. */
export const MAIL = {
  list: 'Courriels',
  recipient: 'Destinataire',
  file: 'Dossier',
  made: 'Demandé le',
  sent: 'Parti le',
  next: 'Prochain essai le',
  attempts: 'Essais',
  why: 'Pourquoi',
  answer: 'Réponse du serveur de messagerie',
  states: { owed: 'À envoyer', sending: 'En cours d’envoi', sent: 'Envoyé', failed: 'En échec' },
  nothing: 'Vous n’avez rien à faire pour ce courriel.',
  superseded: 'Le lien de ce courriel n’ouvre plus rien\u00a0: il n’avait plus d’objet.',
  again: 'Renvoyer',
  againTitle: 'Renvoyer ce courriel',
  consequence:
    'Le même courriel repart à la même adresse, avec un lien qui ouvre encore. Si l’adresse est fausse, corrigez-la d’abord\u00a0: ce qui attend une réponse repart alors à la nouvelle.',
  done: 'Le courriel repart dans un instant.',
  wrongOnFile:
    'Si l’adresse est fausse, corrigez-la pour l’organisme depuis son dossier, en disant d’où vous tenez la nouvelle.',
  wrongElsewhere:
    'Si l’adresse est fausse, elle se corrige là où elle est enregistrée\u00a0: sur la fiche du membre, de la personne ou du compte.',
  failed: 'En échec',
  waiting: 'En attente',
} as const
