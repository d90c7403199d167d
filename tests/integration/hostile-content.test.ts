import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'
import { richText } from '../support/governance.ts'
import { PDF } from '../support/publishing.ts'
import { openSiteDoor, visitor, type Page } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
let token: string

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  site = visitor(door)
  const { email } = await staffUser(app.payload, { name: 'Camille Rédaction', roles: ['editor'] })
  token = (await app.payload.login({ collection: 'users', data: { email, password: PASSWORD } })).token ?? ''
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const ALERT = 'alert(document.domain)'
const HTML = `"><script>${ALERT}</script><img src=x onerror=${ALERT}><svg/onload=${ALERT}></title></textarea>`
const SHORT = `<script>${ALERT}</script>`
const ADDRESSES = [
  `javascript:${ALERT}`,
  ` javascript:${ALERT}`,
  `JaVaScRiPt:${ALERT}`,
  `java\nscript:${ALERT}`,
  `\u0001javascript:${ALERT}`,
  `vbscript:${ALERT}`,
  `data:text/html,<script>${ALERT}</script>`,
  'data:text/html;base64,PHNjcmlwdD4=',
  `blob:https://cpof.example/x`,
  '//mal.example',
  '/\\mal.example',
  `https://x.example/" onmouseover="${ALERT}`,
]

/** As an editor whose account was taken over would write it: by the API, past the panel. */
const asEditor = (path: string, body: object | FormData, method = 'POST') =>
  fetch(`${door.url}/api/${path}`, {
    method,
    headers: {
      Authorization: `JWT ${token}`,
      ...(body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body instanceof FormData ? body : JSON.stringify(body),
  })

/** What could run in a page: a script, a handler, a frame, an address that is one; and a policy that would let it. */
function dangersIn({ html, headers }: Page): string[] {
  const dangers: string[] = []
  for (const [tag] of html.matchAll(/<script\b[^>]*>/gi))
    if (tag !== '<script type="application/ld+json">') dangers.push(tag)
  for (const [tag] of html.matchAll(/<(iframe|object|embed|base|frame|applet|form action="http)\b[^>]*>/gi))
    dangers.push(tag)
  for (const [tag] of html.matchAll(/<[a-z](?:"[^"]*"|[^<>"])*>/gi))
    if (/\s(?:on\w+|style|srcdoc)\s*=/i.test(tag.replace(/"[^"]*"/g, '""'))) dangers.push(tag)
  for (const [, address = ''] of html.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/gi))
    if (!/^(https?:\/\/[^"]|\/(?![/\\])|#|\?|mailto:|tel:|$)/.test(address)) dangers.push(address)
  const policy = headers.get('content-security-policy') ?? ''
  if (!policy.includes("default-src 'none'") || /unsafe|script-src|\*/.test(policy)) dangers.push(policy)
  if (headers.get('x-content-type-options') !== 'nosniff') dangers.push('the type may be guessed')
  return dangers
}

const node = (type: string, more: object = {}) => ({
  type,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
})
const words = (text: string) =>
  node('text', { text, detail: 0, format: 0, mode: 'normal', style: `background:url(javascript:${ALERT})` })
const link = (url: string) =>
  node('link', {
    fields: { linkType: 'custom', url, newTab: true, rel: `" onclick="${ALERT}` },
    children: [words('ici')],
  })
const document = (...children: object[]) => ({ root: { ...richText('').root, children } })

let count = 0

/** Publishes a page with these blocks; an address to read it at, or null where it was refused. */
async function published(layout: object[], data: object = {}): Promise<string | null> {
  count += 1
  const answer = await asEditor('pages?locale=fr', {
    title: HTML,
    slug: `piege-${count}`,
    summary: HTML,
    layout,
    _status: 'published',
    ...data,
  })
  expect([201, 400]).toContain(answer.status)
  return answer.status === 201 ? `/piege-${count}` : null
}

/** A page with blocks that were stored before anybody looked at them. */
async function storedBefore(layout: object[]): Promise<string> {
  const address = await published([])
  if (address === null) throw new Error('The page was refused')
  await app.payload.db.updateOne({
    collection: 'pages',
    where: { slug: { equals: address.slice(1) } },
    data: { layout: { fr: layout.map((block) => ({ id: randomBytes(12).toString('hex'), ...block })) } },
  })
  return address
}

/** A block with those of the values that it has fields for, or a row of one of its lists. */
function fieldsOf(blockType: string, values: Readonly<Record<string, string>>, list?: string): object {
  const layout = app.config.collections
    .find(({ slug }) => slug === 'pages')
    ?.flattenedFields.find(({ name }) => name === 'layout')
  const block = layout?.type === 'blocks' ? layout.blocks.find(({ slug }) => slug === blockType) : undefined
  const rows = block?.flattenedFields.find(({ name }) => name === list)
  const fields = rows?.type === 'array' ? rows.flattenedFields : (block?.flattenedFields ?? [])
  const known = Object.entries(values).filter(([name]) => fields.some((field) => field.name === name))
  expect(known.length, blockType).toBeGreaterThan(0)
  return Object.fromEntries(list === undefined ? [['blockType', blockType], ...known] : known)
}

describe('what a hostile editor writes', () => {
  it('is text where it is HTML, in every field that shows text', async () => {
    const said = { title: HTML, lead: HTML, text: HTML }
    const address = await published([
      { ...fieldsOf('opening', said), actionLabel: SHORT, actionHref: '/membres' },
      { blockType: 'values', title: HTML, items: [fieldsOf('values', said, 'items')] },
      { blockType: 'quote', text: HTML, author: SHORT, role: SHORT },
      { blockType: 'questions', title: HTML, items: [{ question: HTML, answer: richText(HTML) }] },
      { blockType: 'richText', content: richText(HTML) },
      fieldsOf('callToJoin', said),
      { ...fieldsOf('commitments', said), items: [fieldsOf('commitments', said, 'items')] },
    ])
    expect(address).not.toBeNull()
    const page = await site.get(address ?? '')
    expect(page.status).toBe(200)
    expect(page.html).toContain('&lt;script&gt;')
    expect(dangersIn(page)).toEqual([])
    for (const other of ['/', '/recherche?q=script', `/recherche?q=${encodeURIComponent(HTML)}`])
      expect(dangersIn(await site.get(other)), other).toEqual([])
  })

  it.each(ADDRESSES)('leads nowhere by %j, in a text or on a button', async (url) => {
    const block = { blockType: 'opening', title: 'Un piège', actionLabel: 'Suivre', actionHref: url }
    const paragraph = (child: object) => ({
      blockType: 'richText',
      content: document(node('paragraph', { children: [child] })),
    })
    const upload = {
      blockType: 'richText',
      content: document(
        node('upload', { relationTo: 'media', value: { url, mimeType: 'text/html', filename: 'x' }, fields: {} }),
      ),
    }
    const layouts = [[block], [paragraph(link(url))], [paragraph({ ...link(url), type: 'autolink' })], [upload]]
    for (const layout of layouts)
      expect({ layout, taken: (await published(layout)) !== null }).toEqual({ layout, taken: false })
    const old = await storedBefore([block, paragraph(link(url)), paragraph({ ...link(url), type: 'autolink' })])
    const page = await site.get(old)
    expect(page.html).toContain('Un piège')
    expect(dangersIn(page)).toEqual([])
  })

  it('embeds nothing by nodes that the editor does not have', async () => {
    const nodes = ['iframe', 'script', 'html', 'youtube', 'block', 'inlineBlock', 'relationship', 'table'].map((type) =>
      node(type, {
        src: `javascript:${ALERT}`,
        url: `javascript:${ALERT}`,
        html: HTML,
        srcdoc: HTML,
        fields: { blockType: 'code', html: HTML, url: `javascript:${ALERT}` },
        children: [words(HTML)],
      }),
    )
    const shown = (
      await Promise.all(nodes.map((each) => published([{ blockType: 'richText', content: document(each) }])))
    ).filter((address) => address !== null)
    for (const address of shown) expect(dangersIn(await site.get(address))).toEqual([])
    const heading = await published([
      {
        blockType: 'richText',
        content: document(
          node('heading', { tag: 'script', children: [words('Titre')] }),
          node('paragraph', { children: [words('texte')] }),
        ),
      },
    ])
    if (heading) expect(dangersIn(await site.get(heading))).toEqual([])
  })

  it('cannot end the block of data that search engines read', async () => {
    const title = `</script><script>${ALERT}</script><!--`
    const moments = {
      startsAt: '2099-05-05T08:00:00.000Z',
      startsAt_tz: 'Europe/Paris',
      endsAt: '2099-05-05T10:00:00.000Z',
      endsAt_tz: 'Europe/Paris',
    }
    const event = await asEditor('events', {
      title,
      slug: 'piege',
      kind: 'webinar',
      summary: title,
      place: title,
      ...moments,
      _status: 'published',
    })
    expect(event.status).toBe(201)
    const page = await site.get('/evenements/piege')
    expect(dangersIn(page)).toEqual([])
    const [, data = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page.html) ?? []
    expect(JSON.parse(data)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: title,
      startDate: moments.startsAt,
    })
    const calendar = await site.get('/evenements/piege.ics')
    expect(calendar.headers.get('content-type')).toContain('text/calendar')
    expect(calendar.headers.get('content-disposition')).toContain('attachment')
  })
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
const SCRIPT = `<html><body><script>${ALERT}</script></body></html>`
const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script>${ALERT}</script></svg>`

async function upload(
  collection: 'media' | 'files',
  name: string,
  type: string,
  data: Buffer | string,
): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(Buffer.from(data))], name, { type }))
  form.set('_payload', JSON.stringify({ decorative: true, title: HTML }))
  return asEditor(`${collection}?locale=fr`, form)
}

describe('what a hostile editor uploads', () => {
  it.each([
    ['media', 'dessin.svg', 'image/svg+xml', SVG],
    ['media', 'dessin.svg', 'image/png', SVG],
    ['media', 'photo.png', 'image/png', SCRIPT],
    ['media', 'photo.png', 'image/png', SVG],
    ['media', 'page.html', 'text/html', SCRIPT],
    ['media', 'page.html', 'image/png', SCRIPT],
    ['media', 'page.xhtml', 'application/xhtml+xml', SCRIPT],
    ['media', 'feuille.pdf', 'application/pdf', SCRIPT],
    ['files', 'feuille.pdf', 'application/pdf', SCRIPT],
    ['files', 'feuille.html', 'application/pdf', SCRIPT],
    ['files', 'photo.png', 'image/png', PNG],
    ['media', 'script.js', 'text/javascript', ALERT],
  ] as const)('is refused: to %s, %s as %s', async (collection, name, type, data) => {
    expect((await upload(collection, name, type, data)).status).toBe(400)
  })

  it.each([
    ['media', 'polyglotte.png', 'image/png', Buffer.concat([PNG, Buffer.from(SCRIPT)])],
    ['media', 'photo.html', 'image/png', PNG],
    ['files', 'polyglotte.pdf', 'application/pdf', Buffer.concat([Buffer.from(`%PDF-1.4\n${SCRIPT}\n`), PDF])],
    ['media', '..\\..\\x"><img src=x onerror=1>.png', 'image/png', PNG],
  ] as const)(
    'is served as the kind that it is, and as nothing else: to %s, %s',
    async (collection, name, type, data) => {
      const stored = await upload(collection, name, type, data)
      expect([201, 400]).toContain(stored.status)
      if (stored.status === 400) return
      const { doc } = (await stored.json()) as { doc: { id: string; url: string; mimeType: string } }
      // Of `files`, anybody reads what belongs to something public.
      if (collection === 'files')
        expect(
          (
            await asEditor('documents', {
              title: 'Document',
              kind: 'report',
              day: '2026-01-01',
              file: doc.id,
              visibility: 'public',
            })
          ).status,
        ).toBe(201)
      const answer = await fetch(new URL(new URL(doc.url, door.url).pathname, door.url))
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(dangersIn(await site.get('/documents'))).toEqual([])
    },
  )
})
