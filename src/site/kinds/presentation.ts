import type { Router } from 'express'
import type { CollectionSlug, Payload } from 'payload'
import type { ReactElement } from 'react'
import type { Preview } from '../../content/pages/preview-token.ts'
import type { Drafted, PublicKind, PublicKindOf } from '../../content/public-kind.ts'
import type { FeedEntry } from '../atom.ts'
import type { SearchEntry } from '../search/find.ts'
import type { Site } from '../site.ts'
import type { Lang } from '../views/chrome.ts'

/** A public address as search engines are told of it, with the same page in other languages. */
export type ListedAddress = {
  href: string
  changed?: string | undefined
  others?: readonly { lang: string; href: string }[]
}

/**
 * The place of a page's link in a menu that editors chose no links for, and its words in the languages that have it. `join` is the button
 * of the head, `search` its way to the search: one page each.
 */
export type MenuPlace = { menu: 'nav' | 'footer' | 'join' | 'search'; rank: number } & Partial<Record<Lang, string>>

/** An entry of a feed, named by the id of its record and by an address below the origin of the site. */
export type FeedItem = Omit<FeedEntry, 'id' | 'href'> & { record: string; href: string }

/** A feed of a kind: where it is, and its entries, the latest first. */
type KindFeed = {
  href: string
  title: string
  subtitle: string
  items: (payload: Payload) => Promise<readonly FeedItem[]>
}

/** How the site presents a kind of public page. Routes, sitemap, search, menus, feeds and previews are drawn from these. */
export type Presentation = {
  kind: PublicKind
  /** The routes of its pages. Those that stand right below the root of the site are asked last. */
  routes: (site: Site) => Router
  /** The addresses of the kind, for search engines. */
  listed: (payload: Payload) => Promise<readonly ListedAddress[]>
  /**
   * The entries of the kind for the search, the name of the kind in its results, and the page that lists it: how it is called, and the
   * words by which people ask for it.
   */
  search: {
    label: string
    entries: (payload: Payload) => Promise<readonly SearchEntry[]>
    list?: Omit<SearchEntry, 'href'>
  }
  /** The link of the kind in the menus. */
  menu?: MenuPlace
  feed?: KindFeed
  /** The newest draft of a record as its page will show it; null where there is none. */
  preview?: (site: Site, preview: Preview) => Promise<ReactElement | null>
}

/** The presentation of one collection: what has drafts can be looked at before it is published. */
export type PresentationOf<Slug extends CollectionSlug> = Presentation & {
  kind: PublicKindOf<Slug>
} & (Slug extends Drafted ? Required<Pick<Presentation, 'preview'>> : unknown)
