import { FIXED_PAGES } from './fixed-pages.ts'
import type { MenuPlace, Presentation } from './kinds/presentation.ts'
import type { Lang, Menu, NavLink } from './views/chrome.ts'

/** The menus of our own: kinds of pages and pages that show no record, by rank. */
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
  return {
    fr: { nav: links('nav', 'fr'), footer: links('footer', 'fr') },
    en: { nav: links('nav', 'en'), footer: links('footer', 'en') },
  }
}
