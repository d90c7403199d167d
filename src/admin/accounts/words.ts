/** Accounts, what they may do, and who gives it, in French. */
export const ACCOUNTS = {
  title: 'Comptes de l’équipe',
  intro:
    'Un rôle, un nom ou une adresse change à deux\u00a0: une personne propose, une autre confirme, jamais pour soi-même. Une suspension prend effet aussitôt.',
  waits: 'À confirmer par une autre personne',
  proposedBy: (name: string, at: string) => `Proposé par ${name} le ${at}.`,
  yours: 'C’est votre proposition\u00a0: une autre personne habilitée doit la confirmer.',
  oneself: 'C’est votre compte\u00a0: d’autres personnes s’en chargent.',
  byAdmin: 'L’administration l’a proposé\u00a0: le secrétariat doit le confirmer.',
  proof: 'Confirmé\u00a0: la nouvelle adresse doit encore se prouver par le lien qui y a été envoyé.',
  state: 'Le compte est à jour.',
  roles: 'Rôles',
  email: 'Adresse électronique',
  standing: 'État',
  active: 'actif',
  invited: 'invité, pas encore venu',
  suspended: (by: string, at: string, reason: string) => `suspendu par ${by} le ${at}\u00a0: ${reason}`,
  suspendedShort: 'suspendu',
  newRoles: 'Rôles proposés',
  newName: 'Nom proposé',
  newEmail: 'Adresse proposée',
  reinstated: 'Rétablissement',
  reinstate: 'Fin de la suspension',
  reason: 'Motif',
  queue: 'Comptes à confirmer',
} as const

export const ACCOUNTS_PATH = '/admin/comptes'

const second =
  'Rien ne change tant qu’une autre personne habilitée n’a pas confirmé. Le secrétariat, la présidence et la personne en sont prévenus.'

export const ACCOUNT_ACTIONS = {
  confirm: {
    button: 'Confirmer',
    title: 'Confirmer ce changement',
    consequence: 'Il prend effet. Vérifiez auprès de la personne qui l’a proposé que c’est bien elle.',
    confirm: 'Confirmer',
    done: 'Le changement est confirmé.',
  },
  discard: {
    button: 'Écarter',
    title: 'Écarter ce changement',
    consequence: 'Il est abandonné. Le journal de sécurité en garde la trace.',
    confirm: 'Écarter',
    done: 'Le changement est écarté.',
  },
  'propose-roles': {
    button: 'Proposer des rôles',
    title: 'Proposer des rôles',
    consequence: second,
    confirm: 'Proposer ces rôles',
    done: 'Les rôles sont proposés.',
  },
  'propose-email': {
    button: 'Proposer une adresse',
    title: 'Proposer une autre adresse électronique',
    consequence: `${second} La nouvelle adresse se prouve ensuite par un lien.`,
    confirm: 'Proposer cette adresse',
    done: 'L’adresse est proposée.',
  },
  'propose-name': {
    button: 'Proposer un nom',
    title: 'Proposer un autre nom',
    consequence: second,
    confirm: 'Proposer ce nom',
    done: 'Le nom est proposé.',
  },
  suspend: {
    button: 'Suspendre',
    title: 'Suspendre ce compte',
    consequence:
      'Aussitôt, ses sessions se ferment et personne ne peut s’y connecter. Les mandats de la personne restent\u202f; ses dossiers reviennent au secrétariat.',
    confirm: 'Suspendre le compte',
    done: 'Le compte est suspendu.',
  },
  reinstate: {
    button: 'Proposer le rétablissement',
    title: 'Proposer de rétablir ce compte',
    consequence: second,
    confirm: 'Proposer le rétablissement',
    done: 'Le rétablissement est proposé.',
  },
} as const
