import type { TestDoor } from './door.ts'

/** What the sitemap leaves out, since it is a search's, a form's or a link's: address, and the status that it answers. */
const UNLISTED: readonly (readonly [address: string, status: number])[] = [
  ['/recherche', 200],
  ['/recherche?q=formation', 200],
  ['/recherche?q=introuvablement', 200],
  ['/membres?q=formation&region=84&qualite=member', 200],
  ['/membres?q=introuvablement', 200],
  ['/membres?reseau=aucun-00000000', 200],
  ['/publications?nature=watch', 200],
  ['/publications?nature=watch&annee=1999', 200],
  ['/adhesion/lien-perdu', 200],
  ['/adhesion/signature/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 404],
  ['/en', 200],
  ['/rien-ici', 404],
  ['/en/nothing-here', 404],
]

/** Every address that the sitemap names, without the origin. */
async function listedAddresses({ url }: Pick<TestDoor, 'url'>): Promise<string[]> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text()
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&')))
    .map(({ pathname, search }) => pathname + search)
}

/** Every public page, with the status that it answers. */
export async function publicPages(
  door: Pick<TestDoor, 'url'>,
): Promise<(readonly [address: string, status: number])[]> {
  return [...(await listedAddresses(door)).map((address) => [address, 200] as const), ...UNLISTED]
}
