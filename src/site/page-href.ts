import { HOME_SLUG } from '../content/pages/home.ts'
import type { PageTree } from '../content/pages/tree.ts'
import { hrefBy, kindsOf, type Configured, type Loaded } from '../content/public-kind.ts'
import type { ResolveLink } from '../content/rich-text.tsx'
import { own } from '../lib/own.ts'
import { fileHref } from './file-href.ts'
import type { Lang } from './views/chrome.ts'

/** The address of a page that editors write. */
export function pageHref(lang: Lang, path: string): string {
  const root = lang === 'fr' ? '' : `/${lang}`
  return path === HOME_SLUG ? root || '/' : `${root}/${path}`
}

/** The addresses of what is stored beside pages. */
const STORED: Readonly<Record<string, (loaded: Loaded) => string | null>> = {
  files: (file) => hrefBy(file, 'filename', fileHref),
  media: (file) => hrefBy(file, 'url', (url) => url),
}

/**
 * The address of a record that a text links to. What its reader may not see was not loaded, and has no address; what
 * has changed its name is found under the present one.
 */
export const resolveLinkIn =
  (configured: Configured, lang: Lang, tree: PageTree): ResolveLink =>
  ({ relationTo, value }) => {
    if (relationTo === 'pages') {
      const page = tree.get(idOf(value))
      return page ? pageHref(lang, page.path) : null
    }
    if (typeof value !== 'object' || value === null) return null
    const kind = kindsOf(configured).find(({ collection }) => collection === relationTo)
    const hrefOf = kind?.hrefOf ?? own(STORED, relationTo)
    return hrefOf?.(new Map(Object.entries(value))) ?? null
  }

const idOf = (value: unknown): string => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' ? id : ''
}
