import type { Router } from 'express'
import { atomFeed } from '../atom.ts'
import { exactRouter } from '../exact-router.ts'
import type { Presentation } from '../kinds/presentation.ts'
import { placeOf } from '../kept/place.ts'
import { sendRendered } from '../kept/answer.ts'
import type { Site } from '../site.ts'
import { NAME } from '../views/texts.ts'

/** How many of the latest entries a feed holds. */
const MOST = 50

/** The feeds of those kinds of pages that have one. */
export function feedRoutes({ payload, env, rendered }: Site, presentations: readonly Presentation[]): Router {
  const router = exactRouter()
  const origin = env.PUBLIC_URL
  for (const { kind, feed } of presentations) {
    if (!feed) continue
    const { href, title, subtitle, items } = feed
    router.get(href, async (req, res, next) => {
      const made = async () => ({
        type: 'application/atom+xml; charset=utf-8',
        text: atomFeed({
          title: `${title} – ${NAME}`,
          subtitle,
          href: origin + kind.at,
          self: origin + href,
          author: NAME,
          entries: (await items(payload)).slice(0, MOST).map(({ record, href: at, ...entry }) => ({
            ...entry,
            // A tag (RFC 4151): the year is that of this scheme and stays, the id outlives any address.
            id: `tag:${new URL(origin).hostname},2026:${kind.collection}/${record}`,
            href: origin + at,
          })),
        }),
      })
      sendRendered(res, next, await rendered(placeOf(req, href), made))
    })
  }
  return router
}
