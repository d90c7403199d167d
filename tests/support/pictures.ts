import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** `WRITE_PICTURES=1` renews the pictures of the documentation; a plain run leaves the working tree as it is. */
export const renewing = process.env['WRITE_PICTURES'] === '1'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 740 }

const PAGES = [
  ['home', '/'],
  ['members', '/membres'],
  ['governance', '/gouvernance'],
  ['charter', '/charte/1'],
  ['publications', '/publications'],
  ['publication', '/publications/apprendre-loin-des-villes'],
  ['join', '/nous-rejoindre'],
] as const

/** The main pages, on a desk and on a phone, and the first of them in the dark. */
export const DOCUMENTED = [
  ...PAGES.flatMap(([page, address]) => [
    { name: `${page}-desk`, address, ...DESK, scheme: 'light' as const },
    { name: `${page}-phone`, address, ...PHONE, scheme: 'light' as const },
  ]),
  { name: 'home-dark', address: '/', ...DESK, scheme: 'dark' as const },
]

/** Where a picture of the documentation lies. */
export const pictureFile = (name: string): string =>
  path.resolve(import.meta.dirname, '..', '..', 'docs', 'pictures', `${name}.webp`)

/** Keeps what the window shows, in few bytes. */
export async function writePicture(page: Page, name: string): Promise<void> {
  await sharp(await page.screenshot())
    .webp({ quality: 75 })
    .toFile(pictureFile(name))
}
