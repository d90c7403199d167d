import type { ReactElement } from 'react'
import type { Preview } from '../../../content/pages/preview-token.ts'
import { publishedTree } from '../../../content/pages/published-tree.ts'
import { now } from '../../../lib/clock.ts'
import { resolveLinkIn } from '../../page-href.ts'
import type { Site } from '../../site.ts'
import { PreviewBanner, PreviewTooEarlyPage } from '../../views/public/preview.tsx'
import { PREVIEW_TEXTS } from '../../views/public/texts.ts'
import { asDraft } from '../as-draft.ts'
import { EventPage } from './event-page.tsx'
import { eventHref, EVENTS } from './kind.ts'

/** The newest draft of an event. */
export async function eventPreview({ payload, env, chromes }: Site, preview: Preview): Promise<ReactElement | null> {
  const event = await payload.findByID({ collection: 'events', ...asDraft(preview) })
  if (!event) return null
  const chrome = await chromes.of('fr', EVENTS)
  const { title, kind, startsAt, endsAt, slug }: Partial<typeof event> = event
  if (!kind || !startsAt || !endsAt) return <PreviewTooEarlyPage chrome={chrome} />
  return (
    <EventPage
      chrome={chrome}
      canonical={env.PUBLIC_URL + eventHref(slug ?? '')}
      backHref={EVENTS}
      event={{ ...event, title: title || PREVIEW_TEXTS.untitled }}
      isOver={new Date(endsAt) <= now()}
      resolveLink={resolveLinkIn(payload, 'fr', await publishedTree(payload, 'fr'))}
      banner={<PreviewBanner until={preview.until} />}
    />
  )
}
