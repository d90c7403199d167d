import type { Identity } from '../../payload-types.ts'

export type Lang = 'fr' | 'en'

export type NavLink = { href: string; label: string; current?: boolean }

/** The links around a page: the menu at its head, the two lists at its foot, and the two places that stand apart. */
type Links = {
  nav: readonly NavLink[]
  footer: readonly NavLink[]
  /** The form by which an organisation applies: the one button of the head. */
  join: NavLink | undefined
  search: NavLink | undefined
}

/** Links to what no editor writes, by language. */
export type Menu = Readonly<Record<Lang, Links>>

/** The files of the look, under the addresses that `src/site/styles/assets.ts` gives them. */
export type AssetLinks = { stylesheet: string; font: string; icon: string }

/** What the foot of a page says of who publishes it. */
export type Publisher = Partial<
  Pick<Identity, 'legalName' | 'rna' | 'siren' | 'seat' | 'email' | 'phone' | 'membershipFee'>
>

/** The surroundings of the content of every page: head, menus, foot. */
export type Chrome = Links & {
  lang: Lang
  assets: AssetLinks
  /** What stands at the foot of the association itself: the pages of the menu again, whatever the head shows. */
  about: readonly NavLink[]
  publisher: Publisher
  /** The members that founded the association and that the directory tells of. */
  founders: readonly NavLink[]
  /** The address to which the mark leads: `/`, or `/en`. */
  home: string
  /** The front of the site in the other language, where it has one. */
  otherHome?: string | undefined
}
