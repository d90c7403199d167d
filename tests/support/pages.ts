import type { Payload } from 'payload'
import type { Media, Page } from '../../src/payload-types.ts'
import { richText } from './governance.ts'

type PageData = Partial<Page> & Pick<Page, 'slug' | 'title'>

/** A page that is published in French. */
export async function publishedPage(payload: Payload, data: PageData): Promise<Page> {
  return payload.create({
    collection: 'pages',
    data: { ...data, _status: 'published' },
    locale: 'fr',
    depth: 0,
    overrideAccess: true,
  })
}

/** A page that nobody has published. */
export async function draftPage(payload: Payload, data: PageData): Promise<Page> {
  return payload.create({
    collection: 'pages',
    data: { ...data, _status: 'draft' },
    locale: 'fr',
    depth: 0,
    draft: true,
    overrideAccess: true,
  })
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

/** An image of one pixel. */
export async function picture(
  payload: Payload,
  name: string,
  data: Partial<Media> = { decorative: true },
): Promise<Media> {
  return payload.create({
    collection: 'media',
    data,
    file: { data: PNG, name: `${name}.png`, mimetype: 'image/png', size: PNG.length },
    locale: 'fr',
    depth: 0,
    overrideAccess: true,
  })
}

/** A rich text of one paragraph whose words link to a page. */
export const linkTo = (page: string, words: string) => linksTo([['pages', page, words]])

/** A rich text of one paragraph of links to documents of ours. */
export function linksTo(documents: readonly (readonly [relationTo: string, value: string, words: string])[]) {
  const links = documents.map(([relationTo, value, words]) => ({
    type: 'link',
    version: 3,
    id: words,
    format: '',
    indent: 0,
    direction: 'ltr',
    fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } },
    children: [{ type: 'text', version: 1, text: words, detail: 0, format: 0, mode: 'normal', style: '' }],
  }))
  return { root: { ...richText('').root, children: [{ type: 'paragraph', version: 1, children: links }] } }
}
