import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lastingDatabase, type LastingDatabase } from '../kill/database.ts'
import { atWork, type AtWork } from './at-work.ts'
import { title } from './report.ts'

const run = promisify(execFile)

let disk: string
let database: LastingDatabase
let work: AtWork

beforeAll(async () => {
  title('SQLite, one process on a disk of 64 MB')
  disk = await mkdtemp(path.join(tmpdir(), 'cpof-disk-'))
  await run('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk])
  const folder = path.join(disk, 'data')
  await mkdir(folder)
  await chmod(folder, 0o700)
  database = await lastingDatabase({ DATA_DIR: folder })
  work = await atWork(database)
}, 300_000)

afterAll(async () => {
  await work.close()
  // The address space of who looked into it may hold it a little longer.
  await run('umount', ['--lazy', disk])
  await rm(disk, { recursive: true })
}, 120_000)

describe('the disk is full', () => {
  it(
    'under load',
    () =>
      work.meanwhile(
        'the disk is full for 20 s',
        async () => {
          const ready = async () => (await fetch(`${await work.servers.address()}/health/ready`)).status
          const filler = path.join(disk, 'filler')
          const { bavail, bsize } = await statfs(disk)
          // Whoever writes at the same moment leaves less.
          await writeFile(filler, Buffer.alloc(bavail * bsize)).catch(() => {})
          const full = performance.now()
          await vi.waitUntil(async () => (await ready()) === 503, { timeout: 60_000, interval: 100 })
          const told = ((performance.now() - full) / 1000).toFixed(1)
          await wait(Math.max(0, 20_000 - (performance.now() - full)))
          await rm(filler)
          const room = performance.now()
          await vi.waitUntil(async () => (await ready()) === 200, { timeout: 15_000, interval: 100 })
          return `/health/ready says so after ${told} s, and is well ${((performance.now() - room) / 1000).toFixed(1)} s after there is room`
        },
        { readers: 1_000 },
      ),
    300_000,
  )

  it('the log names the cause', () => {
    expect(work.servers.logs().join('\n')).toMatch(/SQLITE_FULL/)
  })

  it('nothing is lost, half done, or doubled', () => work.count(), 300_000)
})
