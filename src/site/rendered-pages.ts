import { LRUCache } from 'lru-cache'
import type { ReactElement } from 'react'
import { renderPage } from './views/render.ts'

/** How long a rendering may be shown after what it shows has changed. */
const MILLISECONDS = 1_000
const MOST_PAGES = 500

type Make = () => Promise<ReactElement | null>

/**
 * Public pages as they were rendered last, for a second each: a crowd at one door costs one rendering. Null is kept
 * as well, for an address where nothing is.
 */
export type RenderedPages = (address: string, make: Make) => Promise<string | null>

export function renderedPages(): RenderedPages {
  const pages = new LRUCache<string, { html: string | null }, Make>({
    max: MOST_PAGES,
    ttl: MILLISECONDS,
    // One that is pushed out while it is made still goes to who waits for it.
    ignoreFetchAbort: true,
    fetchMethod: async (_address, _stale, { context }) => {
      const view = await context()
      return { html: view && renderPage(view) }
    },
  })
  return async (address, make) => (await pages.fetch(address, { context: make }))?.html ?? null
}
