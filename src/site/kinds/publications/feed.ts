import { PUBLICATION_KINDS, THEMES } from '../../../content/publication-kinds.ts'
import { startOfParisDay } from '../../../lib/dates.ts'
import { atomFeed } from '../../atom.ts'
import { NAME } from '../../views/texts.ts'
import { PUBLICATION_TEXTS } from './texts.ts'
import { publicationHref, PUBLICATIONS, PUBLICATIONS_FEED } from './hrefs.ts'
import type { Released } from './released.ts'

/** How many of the latest publications a feed holds. */
const MOST = 50

/** The latest publications as a feed. */
export function feedOf(origin: string, publications: readonly Released[]): string {
  return atomFeed({
    title: `${PUBLICATION_TEXTS.list.title} – ${NAME}`,
    subtitle: PUBLICATION_TEXTS.list.lead,
    href: origin + PUBLICATIONS,
    self: origin + PUBLICATIONS_FEED,
    author: NAME,
    entries: publications.slice(0, MOST).map((each) => {
      const published = releasedAt(each)
      const changed = new Date(each.updatedAt)
      return {
        // A tag (RFC 4151): the year is that of this scheme and stays, the id outlives any address.
        id: `tag:${new URL(origin).hostname},2026:publications/${each.id}`,
        title: each.title,
        href: origin + publicationHref(each.slug),
        published,
        updated: changed > published ? changed : published,
        authors: each.authors ?? [],
        summary: each.abstract ?? '',
        categories: [PUBLICATION_KINDS[each.kind].one, ...(each.themes ?? []).map((theme) => THEMES[theme])],
      }
    }),
  })
}

/** When it could first be read: its day's beginning, or the end of its embargo. */
function releasedAt({ publishedOn, embargoUntil }: Released): Date {
  const day = startOfParisDay(publishedOn)
  const free = embargoUntil ? new Date(embargoUntil) : day
  return free > day ? free : day
}
