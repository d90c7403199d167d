import type { Site } from './site.ts'
import type { Chrome, Lang } from './views/chrome.ts'
import { ErrorPage } from './views/public/error-page.tsx'
import { ERROR_TEXTS, type ErrorStatus } from './views/public/texts.ts'
import { renderPage } from './views/render.ts'

type Asked = { status: number; language: Lang; requestId: string; retryAfter?: number }

/** The page for an error, or null for one that the site has no words for. */
export type ErrorPageOf = (asked: Asked) => string | null

const isKnown = (status: number): status is ErrorStatus => Object.hasOwn(ERROR_TEXTS.fr, status)

/** Errors in the site's dress; the number of the request stands on those that are ours to look into. */
export function errorPageOf({ chromes }: Pick<Site, 'chromes'>): ErrorPageOf {
  const kept = new Map<string, { chrome: Chrome; html: string }>()
  return ({ status, language, requestId, retryAfter }) => {
    if (!isKnown(status)) return null
    const chrome = chromes.lastKnown(language)
    const page = (): string =>
      renderPage(
        <ErrorPage
          chrome={chrome}
          status={status}
          retryAfter={retryAfter}
          requestId={status >= 500 ? requestId : undefined}
        />,
      )
    if (status >= 500 || retryAfter !== undefined) return page()
    // The same for all: whoever tries many addresses where nothing is costs little.
    const same = kept.get(`${status} ${language}`)
    // Links that were read together are together new.
    if (same && same.chrome.nav === chrome.nav && same.chrome.footer === chrome.footer) return same.html
    const html = page()
    kept.set(`${status} ${language}`, { chrome, html })
    return html
  }
}
