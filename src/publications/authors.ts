import { idOf } from '../lib/ids.ts'
import { fold } from '../lib/fold.ts'
import type { Person, Publication } from '../payload-types.ts'

/**
 * Whether somebody wrote a publication: they are linked to it as an author, or an author bears their name whatever its
 * accents and case. Two people of one name are told apart by nothing here, so another one of the committee judges.
 */
export function isAuthor(
  { id, firstName, lastName }: Pick<Person, 'id' | 'firstName' | 'lastName'>,
  { authors, authorPeople }: Pick<Publication, 'authors' | 'authorPeople'>,
): boolean {
  const names = [`${firstName} ${lastName}`, `${lastName} ${firstName}`].map(fold)
  return (
    (authorPeople ?? []).some((each) => idOf(each) === id) ||
    (authors ?? []).some((author) => names.includes(fold(author)))
  )
}
