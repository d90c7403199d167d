export type Lang = 'fr' | 'en'

export type NavLink = { href: string; label: string; current?: boolean }

/** Links to what no editor writes, by language. */
export type Menu = Readonly<Record<Lang, { nav: readonly NavLink[]; footer: readonly NavLink[] }>>

/** The files of the look, under the addresses that `src/site/styles/assets.ts` gives them. */
export type AssetLinks = { stylesheet: string; font: string; icon: string }

/** The surroundings of the content of every page: head, menus, foot. */
export type Chrome = {
  lang: Lang
  assets: AssetLinks
  nav: readonly NavLink[]
  footer: readonly NavLink[]
  /** The address to which the mark leads: `/`, or `/en`. */
  home: string
}
