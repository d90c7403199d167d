import type { Access, CollectionConfig, GlobalConfig, PayloadRequest } from 'payload'
import { previewHref } from '../../src/content/pages/preview-href.ts'
import type { Drafted } from '../../src/content/public-kind.ts'
import { now } from '../../src/lib/clock.ts'
import { settingsOf } from '../../src/lib/settings.ts'

/** Often enough that nothing is lost, seldom enough that nobody waits. */
const AUTOSAVE_MILLISECONDS = 2_000

/** Versions of what editors write: saved while they type; all are kept but old drafts, which `thinDrafts` takes away. */
export const savedWhileTyping = () =>
  ({ drafts: { autosave: { interval: AUTOSAVE_MILLISECONDS } }, maxPerDoc: 0 }) satisfies CollectionConfig['versions']

/** Versions of a global: one for each time it was saved, all of them kept. */
export const KEPT = { max: 0 } as const satisfies GlobalConfig['versions']

/**
 * The draft as its readers will see it: behind a link to show around, and beside the form at the width of a phone or a
 * desk. Nowhere while it is not saved, nor for who may not read every draft (`read` answers true): whoever opens the
 * panel may have its server actions make a link for any id.
 */
export function previewed(collection: Drafted, read: Access) {
  const shownAt = async (req: PayloadRequest, id: unknown, locale: string): Promise<string | null> => {
    if (typeof id !== 'string' || (await read({ req })) !== true) return null
    return previewHref(
      settingsOf(req.payload).TOKEN_SECRET,
      { collection, id, lang: locale === 'en' ? 'en' : 'fr' },
      now(),
    )
  }
  return {
    preview: (doc, { locale, req }) => shownAt(req, doc['id'], locale),
    livePreview: {
      url: ({ data, locale, req }) => shownAt(req, data['id'], locale.code),
      breakpoints: [
        { name: 'phone', label: 'Téléphone', width: 390, height: 844 },
        { name: 'desktop', label: 'Ordinateur', width: 1440, height: 900 },
      ],
    },
  } satisfies CollectionConfig['admin']
}

/** Shows the draft anew after each save. */
export const LIVE_PREVIEW_RELOAD = '/src/admin/publishing/LivePreviewReload.tsx#LivePreviewReload'
