import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { startApp, type TestApp } from '../support/app.ts'
import { configured, everythingIsKept, PDF, upload, type Configured } from './configuration.ts'
import { withFailure } from '../support/writes.ts'

let app: TestApp
let configuration: Configured

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  configuration = await configured(app)
})

afterAll(async () => {
  await configuration.door.close()
  await app.stop()
})

const onDisk = (): string[] =>
  readdirSync(path.join(app.dataDir, 'uploads'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name)

describe('with files on the disk', () => {
  it('what is uploaded is read again, and goes with its row', async () => {
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#00668c' } })
      .png()
      .toBuffer()
    await everythingIsKept(configuration, picture)
    expect(onDisk().filter((name) => /rapport|photo/.test(name))).toEqual([])
  })

  it('an upload whose row is not made leaves nothing', async () => {
    const before = onDisk()
    expect(
      await withFailure(app.payload, 'commit', async () => {
        const { status } = await upload(configuration, 'files', 'perdu.pdf', PDF, 'application/pdf')
        expect(status).toBe(500)
      }),
    ).toMatchObject({ commits: 0 })
    expect(onDisk()).toEqual(before)
  })
})
