import type { Payload } from 'payload'
import type { ContentEpoch } from './kept/content-epoch.ts'
import { MOST_IN_HEADER } from '../content/menu-length.ts'
import { HOME_SLUG } from '../content/pages/home.ts'
import { publishedTree } from '../content/pages/published-tree.ts'
import type { Placed } from '../content/pages/tree.ts'
import { foundersOf } from './founders.ts'
import { chosenLinks } from './menus.ts'
import { pageHref } from './page-href.ts'
import type { Assets } from './styles/assets.ts'
import type { Chrome, Lang, Menu, NavLink, Publisher } from './views/chrome.ts'
import { whileUnchanged } from './kept/while-unchanged.ts'

/** Pages that the law or habit puts at the foot. */
const AT_THE_FOOT = ['mentions-legales', 'donnees-personnelles', 'accessibilite']

type Around = Omit<Chrome, 'lang' | 'assets' | 'home'>

/** The surroundings of pages: the links that editors chose, or the fixed pages and the kinds; read again when something has changed. */
export type Chromes = {
  of: (lang: Lang, currentHref?: string) => Promise<Chrome>
  /** The surroundings of pages behind a link of one's own: without navigation, since there is one thing to do. */
  bare: () => Promise<Chrome>
  /** The surroundings as last known, without asking the database: for when something has failed. */
  lastKnown: (lang: Lang) => Chrome
}

const NOTHING: Around = {
  nav: [],
  footer: [],
  join: undefined,
  search: undefined,
  about: [],
  publisher: {},
  founders: [],
}

export function chromesOf(payload: Payload, { links: assets }: Assets, epoch: ContentEpoch, menu: Menu): Chromes {
  const last: Record<Lang, Around> = { fr: { ...NOTHING, ...menu.fr }, en: NOTHING }
  const aroundIn = (lang: Lang) => whileUnchanged(epoch, async () => (last[lang] = await aroundOf(payload, lang, menu)))
  const present: Record<Lang, () => Promise<Around>> = { fr: aroundIn('fr'), en: aroundIn('en') }
  const chrome = (lang: Lang, around: Around): Chrome => ({ lang, assets, ...around, home: pageHref(lang, HOME_SLUG) })
  return {
    of: async (lang, currentHref) => {
      const around = await present[lang]()
      const marked = (link: NavLink): NavLink => (link.href === currentHref ? { ...link, current: true } : link)
      return chrome(lang, { ...around, nav: around.nav.map(marked), join: around.join && marked(around.join) })
    },
    bare: async () => {
      const { footer, publisher } = await present.fr()
      return chrome('fr', { ...NOTHING, footer, publisher })
    },
    lastKnown: (lang) => chrome(lang, last[lang]),
  }
}

async function aroundOf(payload: Payload, lang: Lang, menu: Menu): Promise<Around> {
  const other = lang === 'fr' ? 'en' : 'fr'
  const [tree, others, publisher, founders] = await Promise.all([
    publishedTree(payload, lang),
    publishedTree(payload, other),
    publisherOf(payload),
    foundersOf(payload),
  ])
  const own = menu[lang]
  const [header, foot] = await Promise.all([
    chosenLinks(payload, 'header', lang, tree),
    chosenLinks(payload, 'footer', lang, tree),
  ])
  const isForButton = ({ href }: NavLink) => href === own.join?.href
  // Nothing that is published comes into the head by itself: its row is the editors', or ours.
  const nav = header.length > 0 ? header.filter((link) => !isForButton(link)).slice(0, MOST_IN_HEADER) : own.nav
  return {
    ...own,
    nav,
    footer: foot.length > 0 ? foot : [...legalPages(tree, lang), ...own.footer],
    about: [...own.nav, ...nav.filter(({ href }) => !own.nav.some((each) => each.href === href))],
    publisher,
    founders,
    otherHome: hasHome(others) ? pageHref(other, HOME_SLUG) : undefined,
  }
}

const hasHome = (tree: ReadonlyMap<string, Placed>): boolean =>
  [...tree.values()].some(({ slug, title }) => slug === HOME_SLUG && title !== null)

const legalPages = (tree: ReadonlyMap<string, Placed>, lang: Lang): NavLink[] =>
  [...tree.values()].flatMap(({ slug, path, title }) =>
    AT_THE_FOOT.includes(slug) && title !== null ? [{ href: pageHref(lang, path), label: title }] : [],
  )

async function publisherOf(payload: Payload): Promise<Publisher> {
  const { legalName, rna, siren, seat, email, phone, membershipFee } = await payload.findGlobal({
    slug: 'identity',
    depth: 0,
    overrideAccess: false,
  })
  return { legalName, rna, siren, seat, email, phone, membershipFee }
}
