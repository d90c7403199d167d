import { PUBLICATION_KINDS, THEMES } from '../../../content/publication-kinds.ts'
import { startOfParisDay } from '../../../lib/dates.ts'
import type { FeedItem } from '../presentation.ts'
import { publicationHref } from './kind.ts'
import type { Released } from './released.ts'

/** Publications as entries of a feed, in their order. */
export const publicationFeed = (publications: readonly Released[]): FeedItem[] =>
  publications.map((each) => {
    const published = releasedAt(each)
    const changed = new Date(each.updatedAt)
    return {
      record: each.id,
      title: each.title,
      href: publicationHref(each.slug),
      published,
      updated: changed > published ? changed : published,
      authors: each.authors ?? [],
      summary: each.abstract ?? '',
      categories: [PUBLICATION_KINDS[each.kind].one, ...(each.themes ?? []).map((theme) => THEMES[theme])],
    }
  })

/** When a publication could first be read: its day's beginning, or the end of its embargo. */
function releasedAt({ publishedOn, embargoUntil }: Released): Date {
  const day = startOfParisDay(publishedOn)
  const free = embargoUntil ? new Date(embargoUntil) : day
  return free > day ? free : day
}
