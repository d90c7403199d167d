import type { Site } from './site.ts'
import type { Lang } from './views/chrome.ts'
import { ErrorPage } from './views/public/error-page.tsx'
import { ERROR_TEXTS, type ErrorStatus } from './views/public/texts.ts'
import { renderPage } from './views/render.ts'

type Asked = { status: number; language: Lang; requestId: string; retryAfter?: number }

/** The page for an error, or null for one that the site has no words for. */
export type ErrorPageOf = (asked: Asked) => string | null

const isKnown = (status: number): status is ErrorStatus => Object.hasOwn(ERROR_TEXTS.fr, status)

/** Errors in the site's dress; the number of the request stands on those that are ours to look into. */
export const errorPageOf =
  ({ chromes }: Site): ErrorPageOf =>
  ({ status, language, requestId, retryAfter }) => {
    if (!isKnown(status)) return null
    const reported = status >= 500 ? requestId : undefined
    return renderPage(<ErrorPage chrome={chromes.lastKnown(language)} status={status} retryAfter={retryAfter} requestId={reported} />)
  }
