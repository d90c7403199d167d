import type { CollectionConfig, PayloadRequest } from 'payload'
import { previewHref } from '../../src/content/pages/preview-href.ts'
import type { Previewed } from '../../src/content/pages/preview-token.ts'
import { now } from '../../src/lib/clock.ts'
import { settingsOf } from '../../src/lib/settings.ts'

/** Often enough that nothing is lost, seldom enough that nobody waits. */
const AUTOSAVE_MILLISECONDS = 2_000

/** Versions of what editors write: saved while they type, and kept. */
export const savedWhileTyping = () => ({ drafts: { autosave: { interval: AUTOSAVE_MILLISECONDS } }, maxPerDoc: 50 }) satisfies CollectionConfig['versions']

/** Where a draft can be looked at; nowhere while it is not saved. */
const shownAt = ({ payload }: PayloadRequest, collection: Previewed, id: unknown, locale: string): string | null =>
  typeof id === 'string' ? previewHref(settingsOf(payload).TOKEN_SECRET, { collection, id, lang: locale === 'en' ? 'en' : 'fr' }, now()) : null

/** The draft as its readers will see it: behind a link to show around, and beside the form at the width of a phone or a desk. */
export const previewed = (collection: Previewed) =>
  ({
    preview: (doc, { locale, req }) => shownAt(req, collection, doc['id'], locale),
    livePreview: {
      url: ({ data, locale, req }) => shownAt(req, collection, data['id'], locale.code),
      breakpoints: [
        { name: 'phone', label: 'Téléphone', width: 390, height: 844 },
        { name: 'desktop', label: 'Ordinateur', width: 1440, height: 900 },
      ],
    },
  }) satisfies CollectionConfig['admin']

/** Shows the draft anew after each save. */
export const LIVE_PREVIEW_RELOAD = '/src/admin/publishing/LivePreviewReload.tsx#LivePreviewReload'
