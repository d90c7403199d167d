import { DomainError, type Messages } from '../lib/errors.ts'
import type { MemberStatus } from './statuses.ts'
import { MEMBER_STATUS_LABELS } from '../record/facts/labels.ts'

const conflict = (code: string, messages: Messages) => new DomainError('Conflict', code, 409, messages)

export const alreadyMember = (legalName: string) =>
  conflict('already-member', {
    fr: `Cet organisme est déjà membre\u00a0: «\u00a0${legalName}\u00a0».`,
    en: `This organisation is a member already: "${legalName}".`,
  })

export const alreadyEntered = () =>
  conflict('already-entered', {
    fr: 'Cet organisme est déjà saisi et attend une confirmation\u00a0: confirmez cette saisie ou abandonnez-la.',
    en: 'This organisation is already entered and waits to be confirmed: confirm or discard that entry.',
  })

export const statusStands = (status: MemberStatus) =>
  conflict('nothing-changes', {
    fr: `Ce membre a déjà le statut «\u00a0${MEMBER_STATUS_LABELS[status]}\u00a0».`,
    en: `The status of this member is already "${status}".`,
  })

export const membershipEnded = () =>
  conflict('membership-ended', {
    fr: 'Cet organisme n’est plus membre. S’il revient, c’est par une nouvelle adhésion.',
    en: 'This organisation is a member no longer. It comes back by a new adhesion.',
  })

export const alreadyFounded = () =>
  conflict('already-founded', {
    fr: 'Une instance, un mandat ou un membre existe déjà\u00a0: le Bureau ne se fonde qu’une fois, la suite se saisit dans l’administration.',
    en: 'A body, a mandate or a member exists already: the Bureau is founded once, and what follows is entered in the panel.',
  })

export const administratorCannotBeSecretary = (email: string) =>
  conflict('admin-and-secretary', {
    fr: `${email} est un compte d’administration\u00a0: personne n’est à la fois de l’administration et du secrétariat.`,
    en: `${email} is an administrator's account: nobody is administrator and secretary at once.`,
  })
