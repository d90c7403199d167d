import type { Payload } from 'payload'
import { findAll } from '../db/find.ts'
import { publishedTree } from '../content/pages/published-tree.ts'
import { placeAt, type Placed } from '../content/pages/tree.ts'
import type { Redirect } from '../payload-types.ts'
import { pageHref } from './page-href.ts'
import type { Lang } from './views/chrome.ts'

/** An address at which something was published once: where its content has moved, or that it is gone. Null for any other. */
export type FormerAddress = { movedTo: string } | { gone: true } | null

/**
 * Looks up what became of an address, given without its language. An English address may be asked for by its French name. Nothing is told of
 * what was never published: only publishing and taking back write what is read here.
 */
export async function formerAddressAt(payload: Payload, lang: Lang, path: string): Promise<FormerAddress> {
  const tree = await publishedTree(payload, lang)
  const leadTo = (place: Placed): FormerAddress =>
    place.path === path ? null : { movedTo: pageHref(lang, place.path) }
  const french = lang === 'en' ? placeAt(await publishedTree(payload, 'fr'), path) : undefined
  const translated = french && tree.get(french.id)
  if (translated) return leadTo(translated)
  const left = await leftAt(payload, lang === 'en' ? [`en/${path}`, path] : [path])
  if (!left) return null
  if (left.to) return { movedTo: WHOLE.test(left.to) ? left.to : `/${left.to}` }
  const page = tree.get((typeof left.page === 'string' ? left.page : left.page?.id) ?? '')
  return page ? leadTo(page) : { gone: true }
}

/** As editors write where an address leads; what the site keeps itself lacks the slash. */
const WHOLE = /^(\/|https:\/\/)/

/** The redirect of the first of these addresses that has one. */
async function leftAt(payload: Payload, addresses: readonly string[]): Promise<Redirect | undefined> {
  // Nobody reads the old addresses but to be led on: what is told is an address that anybody may read.
  const docs = await findAll({ payload }, 'redirects', {
    where: { from: { in: [...addresses] } },
    limit: addresses.length,
  })
  return addresses.map((address) => docs.find(({ from }) => from === address)).find(Boolean)
}
