import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readEnv } from '../../src/env.ts'
import { backUp } from '../../src/safekeeping/backup.ts'
import { check } from '../../src/safekeeping/check.ts'
import { openStore } from '../../src/safekeeping/open.ts'
import { shelfOf } from '../../src/safekeeping/shelf.ts'
import { requireBucket } from '../../src/server/bucket.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { signed } from '../support/applications.ts'
import { openBucket, type TestBucket } from '../support/bucket.ts'
import { publishedPage } from '../support/pages.ts'
import { withFailure } from '../support/writes.ts'
import { configured, everythingIsKept, PDF, read, upload, type Configured } from './configuration.ts'
import { attach } from '../support/actions.ts'

let bucket: TestBucket
let app: TestApp
let configuration: Configured

beforeAll(async () => {
  bucket = await openBucket()
  app = await startApp({ LOG_LEVEL: 'silent', ...bucket.settings })
  configuration = await configured(app)
})

afterAll(async () => {
  await configuration.door.close()
  await app.stop()
  await bucket.close()
})

const rows = async (): Promise<number> => (await app.payload.count({ collection: 'files' })).totalDocs

describe('with files in a bucket', () => {
  it('what is uploaded is read again, and goes with its row', async () => {
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#00668c' } })
      .png()
      .toBuffer()
    await everythingIsKept(configuration, picture)
    // The attachment stays.
    await vi.waitFor(async () => expect(await bucket.keys()).toHaveLength(1), { timeout: 5_000, interval: 50 })
  })

  it('what rows name is found where it lies, in a check and in a backup', async () => {
    await upload(configuration, 'files', 'gardé.pdf', PDF, 'application/pdf')
    const env = readEnv()
    const [store, shelf] = [await openStore(env, app.config.collections), await shelfOf(env)]
    expect((await check(store, shelf)).faults).toEqual([])
    shelf.close()
    await store.close()
    const folder = await mkdtemp(path.join(tmpdir(), 'cpof-bucket-'))
    const { manifest } = await backUp({ env, folder, keep: null, version: '1.0.0' })
    await rm(folder, { recursive: true })
    expect([manifest.missing, manifest.uploads.length > 0]).toEqual([[], true])
  })

  it('a bucket that is not there is refused at the start, in a sentence', async () => {
    const env = readEnv()
    await requireBucket(env)
    await expect(requireBucket({ ...env, S3_BUCKET: 'not-there' })).rejects.toMatchObject({
      code: 'start-refused',
      message: expect.stringMatching(/^There is no bucket not-there at .*Nothing was changed/) as string,
    })
  })

  it('files of one name in two collections are two', async () => {
    const other = Buffer.concat([PDF.subarray(0, PDF.length - 6), Buffer.from('%%%\n%%EOF\n')])
    const [one, two] = [
      await upload(configuration, 'files', 'statuts.pdf', PDF, 'application/pdf'),
      await upload(configuration, 'media', 'statuts.pdf', other, 'application/pdf'),
    ]
    expect((await read(configuration, `/api/files/file/${one.doc.filename}`, configuration.as.editor)).bytes).toEqual(
      PDF,
    )
    expect((await read(configuration, `/api/media/file/${two.doc.filename}`)).bytes).toEqual(other)
  })

  it('an upload or an attachment whose row is not made leaves nothing', async () => {
    const before = await bucket.keys()
    const { id } = await signed(app)
    const acts = [
      () =>
        attach(app.payload, { id, actor: configuration.house.secretary, files: [{ name: 'perdu.pdf', data: PDF }] }),
      () => upload(configuration, 'files', 'perdu.pdf', PDF, 'application/pdf'),
    ]
    for (const act of acts) expect(await withFailure(app.payload, 'commit', act)).toMatchObject({ commits: 0 })
    expect((await bucket.keys()).sort()).toEqual(before.sort())
  })

  it('one that answers nothing costs the request that needs it, and nobody else', async () => {
    await publishedPage(app.payload, { slug: 'ailleurs', title: 'Ailleurs' })
    const { doc } = await upload(configuration, 'files', 'lisible.pdf', PDF, 'application/pdf')
    const { id } = await signed(app)
    const before = await rows()
    bucket.freeze()
    try {
      const slow = Promise.all([
        upload(configuration, 'files', 'refuse.pdf', PDF, 'application/pdf'),
        read(configuration, `/api/files/file/${doc.filename}`, configuration.as.editor),
        attach(app.payload, {
          id,
          actor: configuration.house.secretary,
          files: [{ name: 'refuse.pdf', data: PDF }],
        }).catch((error: unknown) => error),
      ])
      let isOver = false
      void slow.then(() => (isOver = true))
      // Meanwhile others read and write as ever, on SQLite too, where one alone writes.
      const first = await fetch(`${configuration.door.url}/ailleurs`)
      await publishedPage(app.payload, { slug: 'entre-temps', title: 'Entre-temps' })
      expect([first.status, (await fetch(`${configuration.door.url}/entre-temps`)).status, isOver]).toEqual([
        200,
        200,
        false,
      ])
      const [uploaded, gone, attached] = await slow
      expect([uploaded.status, uploaded.code, uploaded.retryAfter]).toEqual([503, 'files-unavailable', 10])
      expect([gone.status, gone.retryAfter]).toEqual([503, 10])
      expect(attached).toMatchObject({ code: 'files-unavailable', status: 503 })
      expect(await rows()).toBe(before)
    } finally {
      bucket.goOn()
    }
    expect((await read(configuration, `/api/files/file/${doc.filename}`, configuration.as.editor)).bytes).toEqual(PDF)
  })
})
