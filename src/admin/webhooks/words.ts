/** Webhooks in the panel, in French. */
export const WEBHOOKS = {
  title: 'Notifications automatiques',
  intro:
    'Les adresses que des réseaux ont fait enregistrer pour apprendre ce que deviennent leurs demandes, et les derniers envois vers chacune. Le secrétariat et l’administration les lisent\u202f; le réseau les gère par l’API, avec sa clé.',
  none: 'Aucun réseau n’a fait enregistrer d’adresse.',
  url: 'Adresse',
  state: 'État',
  states: { enabled: 'Active', disabled: 'Désactivée', revoked: 'Révoquée' },
  reason: 'Motif',
  reasons: { failures: 'Une semaine d’échecs', gone: 'L’adresse n’existe plus (réponse 410)' },
  failing: 'En échec depuis le',
  events: 'Événements',
  all: 'Tous',
  nothingSent: 'Rien n’a été envoyé à cette adresse.',
  caption: (url: string) => `Derniers envois vers ${url}`,
  when: 'Quand',
  what: 'Événement',
  became: 'Résultat',
  attempts: 'Essais',
  act: 'Action',
  statuses: { owed: 'À envoyer', sending: 'En cours d’envoi', sent: 'Reçu', failed: 'En échec' },
  next: (at: string) => `prochain essai le ${at}`,
  attempt: (at: string, result: string, milliseconds: number) => `${at}\u00a0: ${result} (${milliseconds}\u00a0ms)`,
  answered: (status: number) => `réponse ${status}`,
  again: 'Envoyer à nouveau',
  againTitle: 'Envoyer cette notification à nouveau',
  againConsequence:
    'La même notification, sous le même numéro, part vers l’adresse du réseau. Qui l’a déjà reçue la reconnaît.',
  againDone: 'La notification part dans un instant.',
} as const

export const WEBHOOKS_PATH = '/admin/notifications'

/** What went wrong with an attempt, for people; a code of the network is said as it is. */
export const ERRORS: Readonly<Record<string, string>> = {
  timeout: 'pas de réponse en 15 secondes',
  'webhook-disabled': 'adresse désactivée',
  'webhook-revoked': 'adresse révoquée',
  'key-ended': 'la clé d’API n’ouvre plus rien',
  'not-a-webhook-address': 'adresse refusée',
  'webhook-host-unknown': 'nom inconnu',
  'webhook-host-not-public': 'machine hors du réseau public',
  ECONNREFUSED: 'connexion refusée',
}
