import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.mjs'
import { PASSWORD, staffUser } from '../support/factories.ts'
import { ask } from '../kill/client.ts'
import { atWork, type AtWork } from './at-work.ts'
import { type LineTo, lineTo } from './line-to.ts'
import { pictures, type Pictures } from './pictures.ts'
import { title } from './report.ts'
import { type Ground, threeMembers } from './three-members.ts'

let ground: Ground
let line: LineTo
let work: AtWork
let uploads: Pictures

/** Milliseconds: the bucket is no part of a page, nor of what people do beside uploading. */
const NOTHING_SEEN = { readers: 1_000, writers: 5_000 }

beforeAll(async () => {
  title('MongoDB, three members, one instance, files in a bucket')
  ground = await threeMembers()
  line = await lineTo(ground.bucket.port, await freePort())
  const { email } = await ground.database.visit((payload) => staffUser(payload, { roles: ['editor'] }))
  work = await atWork(ground.database, {
    own: [{ ...ground.bucket.settings, S3_ENDPOINT: `http://127.0.0.1:${line.port}` }],
  })
  const { body } = await ask(work.servers, '/users/login', { what: 'look', body: { email, password: PASSWORD } })
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#206040' } })
    .png()
    .toBuffer()
  uploads = pictures(work.servers, String(body['token']), picture)
}, 300_000)

afterAll(async () => {
  await uploads.end()
  await work.close()
  await line.cut()
  await ground.close()
}, 120_000)

describe('under load', () => {
  it(
    'the bucket stands still',
    () =>
      work.meanwhile(
        'the bucket answers nothing for 20 s (SIGSTOP)',
        async () => {
          ground.bucket.freeze()
          await wait(20_000)
          ground.bucket.goOn()
          return uploads.told()
        },
        NOTHING_SEEN,
      ),
    300_000,
  )

  it(
    'the bucket refuses connections',
    () =>
      work.meanwhile(
        'the bucket refuses connections for 20 s',
        async () => {
          await line.cut()
          await wait(20_000)
          await line.mend()
          return uploads.told()
        },
        NOTHING_SEEN,
      ),
    300_000,
  )

  it('each picture whose upload was acknowledged is there, and nobody was told of a fault of ours', async () => {
    await uploads.end()
    expect(await uploads.missing()).toEqual([])
    expect(uploads.statuses().filter((status) => ![200, 201, 503].includes(status))).toEqual([])
  })

  it('nothing is lost, half done, or doubled', () => work.count(), 300_000)
})
