import type { Payload } from 'payload'
import { pageWords } from '../../../content/page-words.ts'
import { publishedTree } from '../../../content/pages/published-tree.ts'
import { pageHref } from '../../page-href.ts'
import type { SearchEntry } from '../../search/find.ts'
import { ANYBODY } from '../anybody.ts'
import type { ListedAddress, PresentationOf } from '../presentation.ts'
import { PAGE_KIND } from './kind.ts'
import { pagePreview } from './preview.tsx'
import { pageRoutes } from './routes.tsx'

export const PAGES: PresentationOf<'pages'> = {
  kind: PAGE_KIND,
  routes: pageRoutes,
  listed,
  search: { label: 'Page', entries },
  preview: pagePreview,
}

/** A page in each language in which it was published, each naming the others. */
async function listed(payload: Payload): Promise<ListedAddress[]> {
  const inLanguage = async (lang: 'fr' | 'en') => {
    const pages = [...(await publishedTree(payload, lang)).values()].filter(({ title }) => title !== null)
    return pages.map(({ id, path, updatedAt }) => ({ lang, href: pageHref(lang, path), id, changed: updatedAt }))
  }
  const all = (await Promise.all([inLanguage('fr'), inLanguage('en')])).flat()
  return all.map(({ href, id, changed }) => {
    const same = all.filter((each) => each.id === id)
    return { href, changed, others: same.length > 1 ? same : [] }
  })
}

async function entries(payload: Payload): Promise<SearchEntry[]> {
  const [tree, { docs }] = await Promise.all([
    publishedTree(payload, 'fr'),
    payload.find({ collection: 'pages', locale: 'fr', fallbackLocale: false, ...ANYBODY }),
  ])
  return docs.flatMap(({ id, title, summary, layout }) => {
    const place = tree.get(id)
    const text = [summary, pageWords(layout ?? [])].filter(Boolean).join('\n')
    return place && title ? [{ href: pageHref('fr', place.path), title, text }] : []
  })
}
