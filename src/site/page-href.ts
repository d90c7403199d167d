import { HOME_SLUG } from '../content/pages/home.ts'
import type { PageTree } from '../content/pages/tree.ts'
import type { ResolveLink } from '../content/rich-text.tsx'
import { now } from '../lib/clock.ts'
import { own } from '../lib/own.ts'
import { bodyHref, memberHref } from './kinds/members/hrefs.ts'
import { DOCUMENTS } from './kinds/documents/public.ts'
import { eventHref } from './kinds/events/hrefs.ts'
import { fileHref, publicationHref } from './kinds/publications/hrefs.ts'
import type { Lang } from './views/chrome.ts'

/** The address of a page that editors write. */
export function pageHref(lang: Lang, path: string): string {
  const root = lang === 'fr' ? '' : `/${lang}`
  return path === HOME_SLUG ? root || '/' : `${root}/${path}`
}

/** The addresses of what is no page, from what was loaded of it; in French alone. */
const HREFS: Readonly<Record<string, (loaded: ReadonlyMap<string, unknown>) => string | null>> = {
  publications: (entry) => (isHeldBack(entry) ? null : published(entry, publicationHref)),
  events: (entry) => published(entry, eventHref),
  documents: (entry) => (entry.get('visibility') === 'public' ? DOCUMENTS : null),
  'governance-bodies': (body) => named(body, 'slug', bodyHref),
  members: (member) =>
    named(member, 'legalName', (legalName) => memberHref({ id: idOf(Object.fromEntries(member)), legalName })),
  files: (file) => named(file, 'filename', fileHref),
  media: (file) => named(file, 'url', (url) => url),
}

const named = (loaded: ReadonlyMap<string, unknown>, key: string, href: (name: string) => string): string | null => {
  const name = loaded.get(key)
  return typeof name === 'string' && name !== '' ? href(name) : null
}

const published = (entry: ReadonlyMap<string, unknown>, href: (slug: string) => string): string | null =>
  entry.get('_status') === 'published' ? named(entry, 'slug', href) : null

/** Under an embargo: a preview loads more than its reader may read. */
function isHeldBack(entry: ReadonlyMap<string, unknown>): boolean {
  const until = entry.get('embargoUntil')
  return typeof until === 'string' && new Date(until) > now()
}

/**
 * Where a link of a text to something of ours leads. What its reader may not see was not loaded, and has no address; what
 * has changed its name is found under the present one.
 */
export const resolveLinkIn =
  (lang: Lang, tree: PageTree): ResolveLink =>
  ({ relationTo, value }) => {
    if (relationTo === 'pages') {
      const page = tree.get(idOf(value))
      return page ? pageHref(lang, page.path) : null
    }
    return typeof value === 'object' && value !== null
      ? (own(HREFS, relationTo)?.(new Map(Object.entries(value))) ?? null)
      : null
  }

const idOf = (value: unknown): string => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' ? id : ''
}
