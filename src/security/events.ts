/** What the journal keeps beside who, when and from where: facts without secrets. */
export type EventData = Readonly<Record<string, string | number | boolean | null>>

/** What a sentence is made of; names as they are known today. */
type Told = { account: string; by: string; data: EventData }

type EventWords = { label: string; sentence: (told: Told) => string }

const text = (data: EventData, name: string, otherwise = 'non précisé'): string => {
  const value = data[name]
  return value === undefined || value === null || value === '' ? otherwise : String(value)
}

const roles = (data: EventData, name: string): string => text(data, name, 'aucun')

/** What is noted for security: one label and one sentence each. */
export const SECURITY_EVENTS = {
  'signed-in': { label: 'Connexion', sentence: ({ account }) => `Connexion de ${account}.` },
  'sign-in-failed': { label: 'Connexion refusée', sentence: ({ account }) => `Connexion refusée pour ${account}.` },
  'sign-in-delayed': {
    label: 'Connexion retardée',
    sentence: ({ account }) => `Trop d’essais\u00a0: la connexion de ${account} est retardée.`,
  },
  'signed-out': { label: 'Déconnexion', sentence: ({ account }) => `Déconnexion de ${account}.` },
  'session-ended': {
    label: 'Session fermée',
    sentence: ({ account, by }) => `Session de ${account} fermée par ${by}.`,
  },
  'new-device': {
    label: 'Nouvel appareil',
    sentence: ({ account }) => `Connexion de ${account} depuis un appareil inconnu jusqu’ici.`,
  },
  'second-factor-added': {
    label: 'Second facteur ajouté',
    sentence: ({ account, data }) => `Second facteur ajouté par ${account} (${text(data, 'kind')}).`,
  },
  'second-factor-removed': {
    label: 'Second facteur retiré',
    sentence: ({ account, by, data }) => `Second facteur de ${account} retiré par ${by} (${text(data, 'kind')}).`,
  },
  'second-factor-reset': {
    label: 'Seconds facteurs retirés',
    sentence: ({ account }) =>
      `Tous les seconds facteurs de ${account} ont été retirés par une commande sur le serveur.`,
  },
  'second-factor-failed': {
    label: 'Second facteur refusé',
    sentence: ({ account }) => `Second facteur refusé pour ${account}.`,
  },
  'recovery-code-used': {
    label: 'Code de secours utilisé',
    sentence: ({ account }) => `Code de secours utilisé par ${account}.`,
  },
  'password-changed': {
    label: 'Mot de passe changé',
    sentence: ({ account }) => `Mot de passe changé par ${account}.`,
  },
  'password-reset-asked': {
    label: 'Nouveau mot de passe demandé',
    sentence: ({ account }) => `Un lien pour choisir un mot de passe a été demandé pour ${account}.`,
  },
  'password-reset': {
    label: 'Mot de passe choisi par lien',
    sentence: ({ account }) => `Mot de passe choisi par ${account}, par un lien reçu par courriel.`,
  },
  'email-change-asked': {
    label: 'Changement d’adresse demandé',
    sentence: ({ account, by, data }) => `${by} demande que l’adresse de ${account} devienne ${text(data, 'email')}.`,
  },
  'email-changed': {
    label: 'Adresse changée',
    sentence: ({ account, data }) =>
      `L’adresse de ${account} a changé\u00a0: ${text(data, 'previous')} devient ${text(data, 'email')}.`,
  },
  'email-change-discarded': {
    label: 'Changement d’adresse abandonné',
    sentence: ({ account, by }) => `${by} a abandonné le changement d’adresse de ${account}.`,
  },
  'role-proposed': {
    label: 'Rôles proposés',
    sentence: ({ account, by, data }) =>
      `${by} propose les rôles de ${account}\u00a0: ${roles(data, 'roles')} (auparavant\u00a0: ${roles(data, 'previous')}).`,
  },
  'role-changed': {
    label: 'Rôles changés',
    sentence: ({ account, by, data }) =>
      `Rôles de ${account} confirmés par ${by}\u00a0: ${roles(data, 'roles')} (auparavant\u00a0: ${roles(data, 'previous')}).`,
  },
  'role-discarded': {
    label: 'Rôles abandonnés',
    sentence: ({ account, by }) => `${by} a abandonné les rôles proposés pour ${account}.`,
  },
  'name-proposed': {
    label: 'Nom proposé',
    sentence: ({ account, by, data }) => `${by} propose que ${account} s’appelle ${text(data, 'name')}.`,
  },
  'name-changed': {
    label: 'Nom changé',
    sentence: ({ by, data }) =>
      `Nom changé, confirmé par ${by}\u00a0: ${text(data, 'previous')} devient ${text(data, 'name')}.`,
  },
  'name-discarded': {
    label: 'Nom abandonné',
    sentence: ({ account, by }) => `${by} a abandonné le nom proposé pour ${account}.`,
  },
  'account-created': { label: 'Compte créé', sentence: ({ account, by }) => `Compte de ${account} créé par ${by}.` },
  'account-invited': {
    label: 'Invitation envoyée',
    sentence: ({ account, by }) => `Invitation à choisir un mot de passe envoyée à ${account} par ${by}.`,
  },
  'account-accepted': {
    label: 'Invitation acceptée',
    sentence: ({ account }) => `Invitation acceptée par ${account}.`,
  },
  'account-suspended': {
    label: 'Compte suspendu',
    sentence: ({ account, by, data }) => `${by} a suspendu le compte de ${account}\u00a0: ${text(data, 'reason')}`,
  },
  'reinstatement-proposed': {
    label: 'Fin de suspension proposée',
    sentence: ({ account, by }) => `${by} propose de rétablir le compte de ${account}.`,
  },
  'account-reinstated': {
    label: 'Compte rétabli',
    sentence: ({ account, by }) => `Le compte de ${account} est rétabli, confirmé par ${by}.`,
  },
  'reinstatement-discarded': {
    label: 'Fin de suspension abandonnée',
    sentence: ({ account, by }) => `${by} a abandonné le rétablissement du compte de ${account}.`,
  },
  'account-deleted': {
    label: 'Compte supprimé',
    sentence: ({ by, data }) => `${by} a supprimé le compte de ${text(data, 'name')} (${text(data, 'email')}).`,
  },
  exported: {
    label: 'Export',
    sentence: ({ by, data }) =>
      `${by} a exporté\u00a0: ${text(data, 'what')}.${data['filter'] ? ` Filtre\u00a0: ${text(data, 'filter')}.` : ''}`,
  },
  'api-key-proposed': {
    label: 'Clé d’API proposée',
    sentence: ({ by, data }) =>
      `${by} propose la clé «\u00a0${text(data, 'label')}\u00a0» pour ${text(data, 'federation')} (${text(data, 'scopes')}).`,
  },
  'api-key-made': {
    label: 'Clé d’API créée',
    sentence: ({ by, data }) =>
      `Clé «\u00a0${text(data, 'label')}\u00a0» de ${text(data, 'federation')} confirmée par ${by} (${text(data, 'scopes')}).`,
  },
  'api-key-revoked': {
    label: 'Clé d’API révoquée',
    sentence: ({ by, data }) =>
      `${by} a révoqué la clé «\u00a0${text(data, 'label')}\u00a0» de ${text(data, 'federation')}.`,
  },
  'api-key-refused': {
    label: 'Clé d’API refusée',
    sentence: ({ data }) => `Clé d’API refusée (${text(data, 'code')}).`,
  },
  'refused-by-gate': {
    label: 'Requêtes refusées',
    sentence: ({ account, by, data }) =>
      `Requêtes refusées ${by === account ? `à ${account}` : 'à l’entrée'} (${text(data, 'code')}).`,
  },
} as const satisfies Record<string, EventWords>

export type SecurityEventType = keyof typeof SECURITY_EVENTS

const CATALOGUE: Readonly<Record<string, EventWords>> = SECURITY_EVENTS

/** Whether a stored type is one of the catalogue's own. */
export const isSecurityEvent = (type: string): type is SecurityEventType => Object.hasOwn(SECURITY_EVENTS, type)

/** What a row says to a person; a type that an earlier release knew keeps its name. */
export function wordsOf(type: string, told: Told): { label: string; sentence: string } {
  const words = isSecurityEvent(type) ? CATALOGUE[type] : undefined
  return words ? { label: words.label, sentence: words.sentence(told) } : { label: type, sentence: type }
}
