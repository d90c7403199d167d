import { DomainError, type Messages } from '../lib/errors.ts'

const refusal = (name: string, code: string, status: number, path: string | null, messages: Messages) =>
  new DomainError(name, code, status, messages, path === null ? {} : { at: path })

export const passwordOfAnother = () =>
  refusal('Forbidden', 'password-of-another', 403, 'password', {
    fr: 'Personne ne choisit le mot de passe d’un autre\u00a0: le titulaire du compte reçoit un lien par courriel.',
    en: 'Nobody sets another person’s password: the holder of the account gets a link by e-mail.',
  })

export const lastAdmin = () =>
  refusal('Conflict', 'last-admin', 409, 'roles', {
    fr: 'C’est le dernier compte d’administration\u00a0: donnez d’abord ce rôle à quelqu’un d’autre.',
    en: 'This is the last administrator: give the role to somebody else first.',
  })

export const oneAccountAtATime = () =>
  refusal('Forbidden', 'one-at-a-time', 403, null, {
    fr: 'Les comptes se modifient un par un.',
    en: 'Accounts are changed one at a time.',
  })

export const linkedAccount = () =>
  refusal('Conflict', 'linked-account', 409, 'email', {
    fr: 'Ce compte agit au nom d’une personne qui peut détenir un mandat\u00a0: le secrétariat doit d’abord l’en détacher.',
    en: 'This account acts for a person who may hold a mandate: the secretariat has to unlink it first.',
  })

export const accountHasRoles = () =>
  refusal('Conflict', 'account-has-roles', 409, 'roles', {
    fr: 'Ce compte a un rôle\u00a0: il se retire à deux, puis le compte se supprime. Pour l’arrêter tout de suite, suspendez-le.',
    en: 'This account has a role: two take it away, then the account can be deleted. To stop it at once, suspend it.',
  })

export const ownAccount = () =>
  refusal('Forbidden', 'own-account', 403, null, {
    fr: 'Vous ne pouvez pas supprimer votre propre compte.',
    en: 'You cannot delete your own account.',
  })

export const unknownAccount = () =>
  refusal('NotFound', 'not-found', 404, null, { fr: 'Ce compte n’existe pas.', en: 'There is no such account.' })

export const accountExists = (email: string) =>
  refusal('Conflict', 'account-exists', 409, 'email', {
    fr: `Un compte existe déjà pour ${email}\u00a0: son titulaire peut demander un nouveau mot de passe depuis la page de connexion.`,
    en: `There is an account for ${email} already: its holder can ask for another password on the login page.`,
  })

export const noSecondFactor = (email: string) =>
  refusal('Conflict', 'no-second-factor', 409, null, {
    fr: `Le compte ${email} n’a aucun second facteur\u00a0: il n’y a rien à retirer.`,
    en: `The account ${email} has no second factor: there is nothing to take away.`,
  })
