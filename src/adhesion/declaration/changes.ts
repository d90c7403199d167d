import { fold, foldEmail } from '../../lib/fold.ts'
import { valueAt } from '../../lib/paths.ts'
import { DECLARED_FIELDS, type DeclaredField } from '../../organisation/declared-fields.ts'
import type { Declaration } from './declaration-types.ts'

const FIELDS: readonly DeclaredField[] = DECLARED_FIELDS

/** What was signed of a declaration, as one text: accents and case change nobody, nor where a first name ends. */
const signedOf = (declaration: Declaration, what: DeclaredField['signed']): string =>
  FIELDS.filter(({ signed }) => signed === what)
    .map(({ path, is }) => {
      const value = valueAt(declaration, path)
      const text = typeof value === 'string' ? value : ''
      return is === 'text' ? fold(text) : is === 'email' ? foldEmail(text) : text
    })
    .join(' ')

/** The kind, the organisation's name or its identifier is another: what was signed is no longer what is declared. */
export const isOtherOrganisation = (before: Declaration, after: Declaration): boolean =>
  before.organisation.identifierKey !== after.organisation.identifierKey ||
  signedOf(before, 'organisation') !== signedOf(after, 'organisation')

/** Somebody else signs, or by another power. Accents, case and the title of a function change nobody. */
export const isOtherSignatory = (before: Declaration, after: Declaration): boolean =>
  signedOf(before, 'signatory') !== signedOf(after, 'signatory')

/** The address that the follow-up link goes to: the contact's, else the representative's. */
export const followUpAddress = ({ contact, representative }: Declaration): string =>
  foldEmail(contact?.email ?? representative.email)
