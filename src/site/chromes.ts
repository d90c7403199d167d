import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { CHROME_LINKS } from './chrome-links.ts'
import { HOME_SLUG, pageHref } from './page-href.ts'
import type { Assets } from './styles/assets.ts'
import type { Chrome, Lang, NavLink } from './views/chrome.ts'

const MILLISECONDS = 1_000
/** More would not fit the header. */
const MOST_IN_HEADER = 3
const MOST_PAGES = 30
/** Pages that the law or habit puts at the foot. */
const AT_THE_FOOT = ['mentions-legales', 'donnees-personnelles', 'accessibilite']

type Links = Pick<Chrome, 'nav' | 'footer'>

/** What stands around each page: the published pages as navigation, known again every second. */
export type Chromes = {
  of: (lang: Lang, currentHref?: string) => Promise<Chrome>
  /** For pages behind a link of one's own: without navigation, since there is one thing to do. */
  bare: () => Promise<Chrome>
  /** Without asking the database: as last known, for when something has failed. */
  lastKnown: (lang: Lang) => Chrome
}

export function chromesOf(payload: Payload, { links: assets }: Assets): Chromes {
  const last: Record<Lang, Links> = { fr: { nav: CHROME_LINKS.fr.nav, footer: CHROME_LINKS.fr.footer }, en: { nav: [], footer: [] } }
  const known = new LRUCache<Lang, Links>({
    max: 2,
    ttl: MILLISECONDS,
    fetchMethod: async (lang) => (last[lang] = await linksOf(payload, lang)),
  })
  const chrome = (lang: Lang, { nav, footer }: Links): Chrome => ({ lang, assets, nav, footer, home: pageHref(lang, HOME_SLUG) })
  const present = async (lang: Lang): Promise<Links> => (await known.fetch(lang)) ?? last[lang]
  return {
    of: async (lang, currentHref) => {
      const { nav, footer } = await present(lang)
      return chrome(lang, { nav: nav.map((link) => (link.href === currentHref ? { ...link, current: true } : link)), footer })
    },
    bare: async () => chrome('fr', { nav: [], footer: (await present('fr')).footer }),
    lastKnown: (lang) => chrome(lang, last[lang]),
  }
}

async function linksOf(payload: Payload, lang: Lang): Promise<Links> {
  const { docs } = await payload.find({
    collection: 'pages', locale: lang, fallbackLocale: false, overrideAccess: false, depth: 0,
    select: { title: true, slug: true }, sort: 'createdAt', limit: MOST_PAGES, pagination: false,
  })
  const titled = docs.filter(({ slug, title }) => slug !== HOME_SLUG && title)
  const links = (atTheFoot: boolean): NavLink[] =>
    titled.filter(({ slug }) => AT_THE_FOOT.includes(slug) === atTheFoot).map(({ slug, title }) => ({ href: pageHref(lang, slug), label: title }))
  const own = CHROME_LINKS[lang]
  return { nav: [...links(false).slice(0, MOST_IN_HEADER), ...own.nav], footer: [...links(true), ...own.footer] }
}
