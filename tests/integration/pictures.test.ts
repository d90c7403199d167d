import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi, codeOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'
import { withFailure } from '../support/writes.ts'

let app: TestApp
let editor: string

beforeAll(async () => {
  app = await startApp()
  const { email } = await staffUser(app.payload, { roles: ['editor'] })
  editor = (await app.payload.login({ collection: 'users', data: { email, password: PASSWORD } })).token ?? ''
})

afterAll(() => app.stop())

type Media = {
  id: string
  filename: string
  url: string
  width: number
  height: number
  sizes: Record<'small' | 'large', { filename: string | null; url: string | null }>
}

const TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf' } as const

/** A picture of one colour, of any kind. */
const plain = (kind: 'jpg' | 'png' | 'webp', background: string, width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background } })
    [kind === 'jpg' ? 'jpeg' : kind]()
    .toBuffer()

function send(
  name: string,
  bytes: Buffer,
  data: object = { alt: 'Une image' },
  { id, method = 'POST' }: { id?: string; method?: string } = {},
) {
  const body = new FormData()
  const kind = path.extname(name).slice(1) as keyof typeof TYPES
  body.set('file', new File([new Uint8Array(bytes)], name, { type: TYPES[kind] }))
  body.set('_payload', JSON.stringify(data))
  return callApi<{ doc: Media }>(app, `/media${id === undefined ? '' : `/${id}`}?locale=fr`, {
    method,
    body,
    token: editor,
  })
}

const folder = (collection: 'media' | 'files' | 'attachments' = 'media') =>
  app.payload.collections[collection].config.upload.staticDir ?? ''
const onDisk = async () =>
  existsSync(folder()) ? (await readdir(folder())).filter((name) => name !== '.replaced').sort() : []
const setAside = async () =>
  existsSync(path.join(folder(), '.replaced')) ? readdir(path.join(folder(), '.replaced')) : []
const stored = (name: string) => readFile(path.join(folder(), name))
const fetched = (url: string) =>
  callApi(app, url.replace(/^.*\/api/, ''), { method: 'GET', token: editor }).then(
    ({ status }) => status,
    () => 200,
  )

describe('a photograph', () => {
  it('is kept upright, with its colours, and without what the camera noted in it', async () => {
    const taken = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#b04020' } })
      .jpeg()
      .withIccProfile('p3')
      .withExifMerge({
        IFD0: { Artist: 'Jeanne Martin' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 24/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(taken).metadata()).exif?.toString('latin1')).toContain('Jeanne Martin')
    const {
      status,
      body: { doc },
    } = await send('portrait.jpg', taken)
    expect(status).toBe(201)
    expect([doc.width, doc.height]).toEqual([400, 800])
    for (const name of [doc.filename, doc.sizes.small.filename]) {
      if (name === null) continue
      const { exif, xmp, orientation = 1 } = await sharp(await stored(name)).metadata()
      expect([exif, xmp, orientation]).toEqual([undefined, undefined, 1])
    }
    const { icc, width, height } = await sharp(await stored(doc.filename)).metadata()
    expect([icc === undefined, width, height]).toEqual([false, 400, 800])
  })

  it('is refused by what its first bytes say when it has too many pixels, and leaves nothing', async () => {
    const before = await onDisk()
    const bomb = await sharp({
      create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer()
    const answer = await send('bomb.png', bomb)
    expect([answer.status, codeOf(answer)]).toEqual([400, 'too-many-pixels'])
    expect(await onDisk()).toEqual(before)
  })

  it('is refused when it breaks off', async () => {
    const answer = await send('coupee.png', (await plain('png', '#123456')).subarray(0, 400))
    expect([answer.status, codeOf(answer)]).toEqual([400, 'file-damaged'])
  })

  it('lets others write while it is scaled', async () => {
    const told: string[] = []
    const large = await plain('png', '#204060', 7_000, 7_000)
    const upload = send('grande.png', large).then(({ status }) => told.push(`picture ${status}`))
    const write = app.payload
      .create({ collection: 'redirects', data: { from: '/ancienne', to: '/nouvelle' } })
      .then(() => told.push('other'))
    await Promise.all([upload, write])
    expect(told).toEqual(['other', 'picture 201'])
  })
})

describe('the files of a picture', () => {
  it('share their names with no other’s', async () => {
    const {
      body: { doc: first },
    } = await send('photo.webp', await plain('webp', '#ff0000'))
    const {
      body: { doc: second },
    } = await send('photo.jpg', await plain('jpg', '#0000ff'))
    const names = [first, second].flatMap(({ filename, sizes }) => [filename, sizes.small.filename])
    expect(new Set(names).size).toBe(4)
    const before = await onDisk()
    const refused = await send('photo.png', await plain('png', '#00ff00'), {})
    expect(refused.status).toBe(400)
    expect(await onDisk()).toEqual(before)
    const { dominant } = await sharp(await stored(first.sizes.small.filename ?? '')).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b)
  })

  it('have names of their own when two come at once', async () => {
    const bytes = await plain('png', '#0a0b0c')
    const answers = await Promise.all([1, 2].map(() => send('ensemble.png', bytes)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(answers.map(({ body: { doc } }) => doc.filename)).size).toBe(2)
  })

  it('go with a write that fails, wherever that is', async () => {
    const before = await onDisk()
    const bytes = await plain('png', '#abcdef')
    const failed = await withFailure(app.payload, { afterWrite: 1 }, () =>
      app.payload.create({
        collection: 'media',
        data: { alt: 'Rien' },
        locale: 'fr',
        file: { data: bytes, name: 'rien.png', mimetype: 'image/png', size: bytes.length },
      }),
    )
    expect(failed).toMatchObject({ failed: true })
    expect(await onDisk()).toEqual(before)
  })

  it('are replaced by a picture alone, and stay when that is refused', async () => {
    const {
      body: { doc },
    } = await send('avant.png', await plain('png', '#111111'))
    const names = [doc.filename, doc.sizes.small.filename ?? '']
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
    const other = await send('autre.pdf', pdf, {}, { id: doc.id, method: 'PATCH' })
    expect([other.status, codeOf(other)]).toEqual([400, 'other-kind-of-file'])
    const wordless = await send(
      'apres.png',
      await plain('png', '#222222'),
      { alt: '' },
      { id: doc.id, method: 'PATCH' },
    )
    expect(wordless.status).toBe(400)
    expect(await onDisk()).toEqual(expect.arrayContaining(names))
    const {
      status,
      body: { doc: after },
    } = await send(
      'apres.png',
      await plain('png', '#333333', 300, 200),
      { alt: 'Après' },
      { id: doc.id, method: 'PATCH' },
    )
    expect([status, after.width]).toEqual([200, 300])
    for (const name of names) expect(await onDisk()).not.toContain(name)
    expect(await onDisk()).toContain(after.filename)
    expect(after.sizes.small.filename).not.toBe(names[1])
    expect(await setAside()).toEqual([])
  })

  it('are served with their row alone', async () => {
    const {
      body: { doc },
    } = await send('servie.png', await plain('png', '#444444'))
    expect(await fetched(doc.url)).toBe(200)
    expect(await fetched(doc.sizes.small.url ?? '')).toBe(200)
    await writeFile(path.join(folder(), 'orphan.png'), await plain('png', '#555555'))
    expect(await fetched('/api/media/file/orphan.png')).toBe(404)
    expect(await fetched('/api/media/file/rien.png')).toBe(404)
  })
})
