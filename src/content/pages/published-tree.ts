import type { Payload, PayloadRequest } from 'payload'
import { inItsLanguage } from './in-its-language.ts'
import { treeOf, type Leaf, type PageTree } from './tree.ts'

/**
 * The pages that anybody may read, each at its address, with their titles in a language. A page below one that is not
 * published has no address.
 * @param req of the transaction to read in
 */
export async function publishedTree(payload: Payload, lang: 'fr' | 'en', req?: PayloadRequest): Promise<PageTree> {
  return treeOf(await publishedLeaves(payload, lang, req))
}

/** The published pages, oldest first; in English with their English addresses, and with a title where they are translated. */
export async function publishedLeaves(payload: Payload, lang: 'fr' | 'en', req?: PayloadRequest): Promise<Leaf[]> {
  const french = await leavesIn(payload, 'fr', req)
  if (lang === 'fr') return french
  const titles = new Map((await leavesIn(payload, 'en', req)).map(({ id, title }) => [id, title]))
  return french.map((leaf) => ({ ...leaf, segment: leaf.englishSlug || leaf.slug, title: titles.get(leaf.id) ?? null }))
}

async function leavesIn(payload: Payload, lang: 'fr' | 'en', req?: PayloadRequest) {
  const { docs } = await payload.find({
    collection: 'pages',
    where: { _status: { equals: 'published' } },
    locale: lang,
    fallbackLocale: false,
    overrideAccess: false,
    select: { title: true, slug: true, englishSlug: true, parent: true, updatedAt: true },
    sort: 'createdAt',
    depth: 0,
    limit: 0,
    pagination: false,
    ...(req ? { req: inItsLanguage(req) } : {}),
  })
  return docs
}

/**
 * Every address of the published pages, as `redirects` keeps them: `nos-missions`, and `en/our-missions` where the English
 * one is another.
 * @param req of the transaction to read in
 */
export async function publishedAddresses(payload: Payload, req: PayloadRequest): Promise<Map<string, string>> {
  const french = await publishedTree(payload, 'fr', req)
  const english = await publishedTree(payload, 'en', req)
  const own = [...english.values()].filter(({ id, path }) => path !== french.get(id)?.path)
  return new Map([
    ...[...french.values()].map(({ id, path }) => [path, id] as const),
    ...own.map(({ id, path }) => [`en/${path}`, id] as const),
  ])
}
