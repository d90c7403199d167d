import { DomainError } from '../../lib/errors.ts'
import type { Use } from './uses-of.ts'

/** Titles that one sentence names; whoever wants them all asks for the list. */
const MOST_NAMED = 8

/** « 2 pages : « A », « B » ; 1 événement : « C » ; Menu du haut ». */
function placesIn(uses: readonly Use[]): string {
  const kinds = new Map<string, Use[]>()
  for (const use of uses) kinds.set(use.collection, [...(kinds.get(use.collection) ?? []), use])
  return [...kinds.values()]
    .map((of) => {
      const [{ labels, id } = { labels: { one: '', many: '' }, id: null }] = of
      if (id === null) return `«\u00a0${labels.one}\u00a0»`
      const named = of.slice(0, MOST_NAMED).map(({ title }) => `«\u00a0${title || 'Sans titre'}\u00a0»`)
      const more = of.length - named.length
      const label = (of.length === 1 ? labels.one : labels.many).toLocaleLowerCase('fr')
      return `${of.length} ${label}\u00a0: ${named.join(', ')}${more > 0 ? ` et ${more} de plus` : ''}`
    })
    .join('\u00a0; ')
}

const refused = (uses: readonly Use[], fr: (places: string) => string, en: (places: string) => string) => {
  const listed = uses
    .slice(0, MOST_NAMED)
    .map(({ title }) => `"${title}"`)
    .join(', ')
  return new DomainError(
    'Conflict',
    'in-use',
    409,
    { fr: fr(placesIn(uses)), en: en(`${uses.length} places: ${listed}`) },
    { extra: { usedIn: uses.map(({ collection, id, title, live }) => ({ collection, id, title, live })) } },
  )
}

/** 409: others name what was to be deleted. */
export const inUse = (uses: readonly Use[]) =>
  refused(
    uses,
    (places) => `Utilisé dans ${places}. Retirez-le de là, puis supprimez-le.`,
    (places) => `Used in ${places}. Take it out there, then delete it.`,
  )

/** 409: what is published names what was to be taken off the site. */
export const shownElsewhere = (uses: readonly Use[]) =>
  refused(
    uses,
    (places) => `Le site s’en sert encore\u00a0: ${places}. Changez cela d’abord, puis retirez ce contenu du site.`,
    (places) => `The site still uses it in ${places}. Change that first, then take this off the site.`,
  )
