import { ROLE_LABELS, ROLES } from '../../governance/roles.ts'
import type { ActionModel } from '../actions/model.ts'
import { LENGTHS } from '../../input/lengths.ts'

export const TEAM = 'Équipe'

/** A new account: who, at which address, with which roles. Its holder chooses the password. */
export const INVITATION: ActionModel = {
  name: 'invite',
  url: '/api/users',
  button: 'Inviter',
  title: 'Inviter quelqu’un dans l’équipe',
  consequence:
    'Personne ici ne saisit de mot de passe\u00a0: le lien envoyé par courriel permet à la personne de choisir le sien.',
  confirm: 'Créer le compte et envoyer le lien',
  done: 'Le compte est créé\u00a0: le lien part par courriel. Les rôles demandés attendent le secrétariat.',
  fields: [
    { kind: 'text', name: 'name', label: 'Prénom et nom', required: true, longest: LENGTHS.name },
    {
      kind: 'email',
      name: 'email',
      label: 'Adresse électronique',
      help: 'Celle de la personne\u00a0: qui lit cette boîte choisit le mot de passe.',
      required: true,
      longest: LENGTHS.email,
    },
    {
      kind: 'checkboxes',
      name: 'roles',
      label: 'Rôles',
      help: 'Un compte peut n’en avoir aucun. Le secrétariat doit confirmer ceux que vous proposez. Le vote ne s’obtient pas ici\u00a0: il vient d’un mandat en cours.',
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
    },
  ],
}

/** The link again, for who lost it or let it expire. */
export const LINK_AGAIN = {
  name: 'invite',
  button: 'Envoyer un lien pour le mot de passe',
  title: 'Envoyer un lien pour choisir le mot de passe',
  consequence:
    'La personne le reçoit par courriel. Son mot de passe actuel reste valable jusqu’à ce qu’elle en choisisse un autre.',
  confirm: 'Envoyer le lien',
  done: 'Le lien part par courriel.',
  fields: [],
} as const satisfies Omit<ActionModel, 'url' | 'fields'> & { fields: readonly [] }

/** What is known of an account, said after an act. */
export const ACCOUNT_STATE = 'Le compte n’a pas changé.'
export const NO_TYPED_PASSWORD = 'Le mot de passe d’un compte se choisit par un lien, jamais ici.'
