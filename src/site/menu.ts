import { MOST_IN_HEADER } from '../content/menu-length.ts'
import { FIXED_PAGES } from './fixed-pages.ts'
import type { MenuPlace, Presentation } from './kinds/presentation.ts'
import type { Lang, Menu, NavLink } from './views/chrome.ts'

/** The menus of our own: kinds of pages and pages that show no record, by rank. What the head has no room for stands at the foot. */
export function menuOf(presentations: readonly Presentation[]): Menu {
  const places = [
    ...presentations.flatMap(({ kind, menu }) => (menu ? [{ href: kind.at, menu }] : [])),
    ...FIXED_PAGES,
  ].sort((a, b) => a.menu.rank - b.menu.rank)
  const links = (name: MenuPlace['menu'], lang: Lang): NavLink[] =>
    places.flatMap(({ href, menu }) => {
      const label = menu[lang]
      return menu.menu === name && label !== undefined ? [{ href, label }] : []
    })
  const menu = (lang: Lang): Menu[Lang] => {
    const nav = links('nav', lang)
    return {
      nav: nav.slice(0, MOST_IN_HEADER),
      footer: [...nav.slice(MOST_IN_HEADER), ...links('footer', lang)],
      join: links('join', lang)[0],
      search: links('search', lang)[0],
    }
  }
  return { fr: menu('fr'), en: menu('en') }
}
