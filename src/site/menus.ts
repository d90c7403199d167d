import type { Payload } from 'payload'
import { safeHref } from '../content/href.ts'
import type { PageTree } from '../content/pages/tree.ts'
import { pageHref } from './page-href.ts'
import type { Lang, NavLink } from './views/chrome.ts'

/** The links that editors chose for the top or the foot, those that have words in a language and lead somewhere; none while they chose nothing. */
export async function chosenLinks(
  payload: Payload,
  slug: 'header' | 'footer',
  lang: Lang,
  tree: PageTree,
): Promise<NavLink[]> {
  const { links } = await payload.findGlobal({
    slug,
    locale: lang,
    fallbackLocale: false,
    depth: 0,
    overrideAccess: false,
  })
  return (links ?? []).flatMap(({ page, href, label }): NavLink[] => {
    const place = page ? tree.get(typeof page === 'string' ? page : page.id) : undefined
    const address = place ? pageHref(lang, place.path) : page ? null : safeHref(href)
    const words = label || place?.title
    return address && words ? [{ href: address, label: words }] : []
  })
}
