import { HOME_SLUG } from '../content/pages/home.ts'
import type { PageTree } from '../content/pages/tree.ts'
import type { ResolveLink } from '../content/rich-text.tsx'
import type { Lang } from './views/chrome.ts'

/** The address of a page that editors write. */
export function pageHref(lang: Lang, path: string): string {
  const root = lang === 'fr' ? '' : `/${lang}`
  return path === HOME_SLUG ? root || '/' : `${root}/${path}`
}

/** Where a link of a text to a page of ours leads; a page that its reader may not see has no address. */
export const resolveLinkIn =
  (lang: Lang, tree: PageTree): ResolveLink =>
  ({ relationTo, value }) => {
    if (relationTo !== 'pages') return null
    const page = tree.get(idOf(value))
    return page ? pageHref(lang, page.path) : null
  }

const idOf = (value: unknown): string => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' ? id : ''
}
