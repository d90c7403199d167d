export type Lang = 'fr' | 'en'

export type NavLink = { href: string; label: string; current?: boolean }

/** Links to what no editor writes, by language. */
export type Menu = Readonly<Record<Lang, { nav: readonly NavLink[]; footer: readonly NavLink[] }>>

/** The files of the look, under the addresses that `src/site/styles/assets.ts` gives them. */
export type AssetLinks = { stylesheet: string; font: string; icon: string }

/** What every page of the site has around its own content. */
export type Chrome = {
  lang: Lang
  assets: AssetLinks
  nav: readonly NavLink[]
  footer: readonly NavLink[]
  /** Where the mark leads: `/`, or `/en`. */
  home: string
}
