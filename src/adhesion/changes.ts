import { fold, foldEmail } from '../lib/fold.ts'
import type { Declaration } from './declaration-types.ts'

/** The kind, the organisation's name or its identifier is another: what was signed is no longer what is declared. */
export function isOtherOrganisation(before: Declaration, after: Declaration): boolean {
  return (
    before.kind !== after.kind ||
    fold(before.organisation.legalName) !== fold(after.organisation.legalName) ||
    before.organisation.identifierKey !== after.organisation.identifierKey ||
    before.organisation.siret !== after.organisation.siret
  )
}

/** Somebody else signs, or by another power. Accents, case and the title of a function change nobody. */
export function isOtherSignatory(
  { representative: before }: Declaration,
  { representative: after }: Declaration,
): boolean {
  return (
    fold(`${before.firstName} ${before.lastName}`) !== fold(`${after.firstName} ${after.lastName}`) ||
    before.capacity !== after.capacity ||
    foldEmail(before.email) !== foldEmail(after.email)
  )
}

/** The address that the follow-up link goes to: the contact's, else the representative's. */
export const followUpAddress = ({ contact, representative }: Declaration): string =>
  foldEmail(contact?.email ?? representative.email)
