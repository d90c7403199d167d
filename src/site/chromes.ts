import type { Payload } from 'payload'
import type { ContentEpoch } from './kept/content-epoch.ts'
import { HOME_SLUG } from '../content/pages/home.ts'
import { publishedTree } from '../content/pages/published-tree.ts'
import type { Placed } from '../content/pages/tree.ts'
import { chosenLinks } from './menus.ts'
import { pageHref } from './page-href.ts'
import type { Assets } from './styles/assets.ts'
import type { Chrome, Lang, Menu, NavLink } from './views/chrome.ts'
import { whileUnchanged } from './kept/while-unchanged.ts'

/** Links in the header; more would not fit. */
const MOST_IN_HEADER = 3
const MOST_PAGES = 30
/** Pages that the law or habit puts at the foot. */
const AT_THE_FOOT = ['mentions-legales', 'donnees-personnelles', 'accessibilite']

type Links = Pick<Chrome, 'nav' | 'footer'>

/** The surroundings of pages: the links that editors chose, or the published pages and the fixed ones; read again when something has changed. */
export type Chromes = {
  of: (lang: Lang, currentHref?: string) => Promise<Chrome>
  /** The surroundings of pages behind a link of one's own: without navigation, since there is one thing to do. */
  bare: () => Promise<Chrome>
  /** The surroundings as last known, without asking the database: for when something has failed. */
  lastKnown: (lang: Lang) => Chrome
}

export function chromesOf(payload: Payload, { links: assets }: Assets, epoch: ContentEpoch, menu: Menu): Chromes {
  const last: Record<Lang, Links> = {
    fr: menu.fr,
    en: { nav: [], footer: [] },
  }
  const linksIn = (lang: Lang) => whileUnchanged(epoch, async () => (last[lang] = await linksOf(payload, lang, menu)))
  const present: Record<Lang, () => Promise<Links>> = { fr: linksIn('fr'), en: linksIn('en') }
  const chrome = (lang: Lang, { nav, footer }: Links): Chrome => ({
    lang,
    assets,
    nav,
    footer,
    home: pageHref(lang, HOME_SLUG),
  })
  return {
    of: async (lang, currentHref) => {
      const { nav, footer } = await present[lang]()
      return chrome(lang, {
        nav: nav.map((link) => (link.href === currentHref ? { ...link, current: true } : link)),
        footer,
      })
    },
    bare: async () => chrome('fr', { nav: [], footer: (await present.fr()).footer }),
    lastKnown: (lang) => chrome(lang, last[lang]),
  }
}

async function linksOf(payload: Payload, lang: Lang, menu: Menu): Promise<Links> {
  const tree = await publishedTree(payload, lang)
  const [header, foot] = [
    await chosenLinks(payload, 'header', lang, tree),
    await chosenLinks(payload, 'footer', lang, tree),
  ]
  const pages = [...tree.values()].slice(0, MOST_PAGES)
  const links = (keep: (page: Placed) => boolean): NavLink[] =>
    pages
      .filter((page) => page.slug !== HOME_SLUG && page.title !== null && keep(page))
      .map(({ path, title }) => ({ href: pageHref(lang, path), label: title ?? '' }))
  const atTheFoot = ({ slug }: Placed) => AT_THE_FOOT.includes(slug)
  const own = menu[lang]
  return {
    nav:
      header.length > 0
        ? header
        : [...links((page) => page.trail.length === 0 && !atTheFoot(page)).slice(0, MOST_IN_HEADER), ...own.nav],
    footer: foot.length > 0 ? foot : [...links(atTheFoot), ...own.footer],
  }
}
