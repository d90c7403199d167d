import { DomainError, type Messages } from '../lib/errors.ts'

const refusal = (name: string, code: string, status: number, path: string | null, messages: Messages) =>
  new DomainError(name, code, status, messages, path === null ? {} : { at: path })

/** 403: an administrator proposed the change, and a secretary has to confirm it. */
export const secretaryNeeded = () =>
  refusal('Forbidden', 'secretary-needed', 403, null, {
    fr: 'L’administration a proposé ce changement\u00a0: le secrétariat doit le confirmer.',
    en: 'An administrator proposed this: a secretary has to confirm it.',
  })

/** 403: the change concerns one's own account. */
export const notOwnAccount = () =>
  refusal('Forbidden', 'not-for-oneself', 403, null, {
    fr: 'Il s’agit de votre compte\u00a0: d’autres personnes doivent le proposer et le confirmer.',
    en: 'This is your own account: others have to propose and confirm it.',
  })

export const bothAdminAndSecretary = () =>
  refusal('ValidationError', 'admin-and-secretary', 400, 'roles', {
    fr: 'Personne n’est à la fois de l’administration et du secrétariat\u00a0: choisissez l’un ou l’autre.',
    en: 'Nobody is administrator and secretary at once: choose one.',
  })

export const unknownRole = () =>
  refusal('ValidationError', 'unknown-role', 400, 'roles', {
    fr: 'Un de ces rôles n’existe pas.',
    en: 'One of these roles does not exist.',
  })

export const sameAsBefore = () =>
  refusal('Conflict', 'nothing-changes', 409, null, {
    fr: 'Ce changement ne change rien\u00a0: le compte est déjà ainsi.',
    en: 'This changes nothing: the account already stands so.',
  })

/** 409: the proposer is no longer entitled to propose the change. */
export const proposerNotEntitled = () =>
  refusal('Conflict', 'proposer-not-entitled', 409, null, {
    fr: 'La personne qui a proposé ce changement n’en a plus le droit\u00a0: écartez-le et proposez-le de nouveau.',
    en: 'Whoever proposed this is no longer entitled to: discard it and propose it again.',
  })

/** The e-mail was confirmed, and waits for its holder. */
export const waitsForProof = () =>
  refusal('Conflict', 'waits-for-proof', 409, null, {
    fr: 'Ce changement est déjà confirmé\u00a0: il attend que la personne ouvre le lien reçu à sa nouvelle adresse.',
    en: 'This is confirmed already: it waits for the link sent to the new address.',
  })

export const alreadySuspended = () =>
  refusal('Conflict', 'already-suspended', 409, null, {
    fr: 'Ce compte est déjà suspendu.',
    en: 'This account is suspended already.',
  })

export const notSuspended = () =>
  refusal('Conflict', 'not-suspended', 409, null, {
    fr: 'Ce compte n’est pas suspendu.',
    en: 'This account is not suspended.',
  })

/** The name of who acts for a person is the one on record. */
export const nameOfRecord = (name: string) =>
  refusal('Conflict', 'name-of-record', 409, 'name', {
    fr: `Ce compte agit au nom de ${name}\u00a0: c’est le nom qu’il porte. Faites d’abord corriger la fiche de la personne.`,
    en: `This account acts for ${name}, and bears that name: have the record of the person corrected first.`,
  })

/** An account with a role or a link changes its address by two. */
export const emailByTwo = () =>
  refusal('Forbidden', 'email-by-two', 403, 'email', {
    fr: 'L’adresse de ce compte change à deux\u00a0: une personne la propose, une autre la confirme, puis la nouvelle adresse se prouve par un lien.',
    en: 'Two change the address of this account: one proposes, another confirms, then the new address is proved by a link (POST /api/users/:id/propose-email).',
  })

export const emailByProof = () =>
  refusal('Forbidden', 'email-by-proof', 403, 'email', {
    fr: 'Votre adresse change avec votre mot de passe actuel et un lien envoyé à la nouvelle.',
    en: 'Your address changes with your present password and a link to the new one (POST /api/users/:id/change-email).',
  })

export const rolesByTwo = () =>
  refusal('Forbidden', 'roles-by-two', 403, 'roles', {
    fr: 'Un rôle se donne à deux\u00a0: proposez-le, une autre personne habilitée le confirme.',
    en: 'Two give a role: propose it (POST /api/users/:id/propose-roles), another entitled person confirms it.',
  })

export const nameByTwo = () =>
  refusal('Forbidden', 'name-by-two', 403, 'name', {
    fr: 'Le nom d’un compte ne se modifie pas ici\u00a0: il se propose, puis une autre personne le confirme.',
    en: 'The name of an account is not changed here: propose it (POST /api/users/:id/propose-name), another person confirms it.',
  })

/** The link of a proof was used, replaced, or its time is over. */
export const deadProof = () =>
  refusal('Gone', 'link-over', 410, null, {
    fr: 'Ce lien ne sert plus\u00a0: la demande a été traitée, abandonnée ou a expiré.',
    en: 'This link no longer works.',
  })
