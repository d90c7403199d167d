import type { ResolveLink } from '../content/rich-text.tsx'
import type { Lang } from './views/chrome.ts'

/** The slug of the page that is the site's front. */
export const HOME_SLUG = 'accueil'

/** The address of a page that editors write. */
export function pageHref(lang: Lang, slug: string): string {
  const root = lang === 'fr' ? '' : `/${lang}`
  return slug === HOME_SLUG ? root || '/' : `${root}/${slug}`
}

/** Where a link of a text to a page of ours leads; a page that its reader may not see was not loaded and has no address. */
export const resolveLinkIn =
  (lang: Lang): ResolveLink =>
  ({ relationTo, value }) => {
    if (relationTo !== 'pages' || typeof value !== 'object' || value === null || !('slug' in value)) return null
    const published = '_status' in value && value._status === 'published'
    return published && typeof value.slug === 'string' ? pageHref(lang, value.slug) : null
  }
