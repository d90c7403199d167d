import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { callApi } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'

let app: TestApp
let token: string
let tracer: ChildProcess
const folder = mkdtempSync(path.join(tmpdir(), 'cpof-flush-'))
const trace = path.join(folder, 'trace')
const lines = () => readFileSync(trace, 'utf8').split('\n')

beforeAll(async () => {
  app = await startApp()
  const { email } = await staffUser(app.payload, { roles: ['editor'] })
  token = (await app.payload.login({ collection: 'users', data: { email, password: PASSWORD } })).token ?? ''
  tracer = spawn('strace', ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', trace, '-p', String(process.pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  tracer.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  await vi.waitUntil(() => said.includes('attached') || tracer.exitCode !== null, { timeout: 10_000, interval: 20 })
  if (tracer.exitCode !== null) throw new Error(`The system's calls cannot be watched here: ${said}`)
})

afterAll(async () => {
  if (tracer.exitCode === null) tracer.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
  await app.stop()
})

it('an upload is on the disk before its row is, and the row by the time of the answer', async () => {
  const body = new FormData()
  const picture = await sharp({ create: { width: 1_300, height: 900, channels: 3, background: '#206040' } })
    .png()
    .toBuffer()
  body.set('file', new File([new Uint8Array(picture)], 'flushed.png', { type: 'image/png' }))
  body.set('_payload', JSON.stringify({ alt: 'Une image' }))
  const { status } = await callApi(app, '/media?locale=fr', { body, token })
  const ended = once(tracer, 'exit')
  tracer.kill('SIGINT')
  await ended
  expect(status).toBe(201)
  const flushed = lines().flatMap((line) => /f(?:data)?sync\(\d+<([^>]+)>\)\s+= 0/.exec(line)?.[1] ?? [])
  const files = flushed.filter((file) => /\/flushed[^/]*\.(png|webp)$/.test(file))
  expect(files.map((file) => path.extname(file)).sort()).toEqual(['.png', '.webp', '.webp'])
  const [file = ''] = files
  const [last, held, row] = [
    Math.max(...files.map((each) => flushed.lastIndexOf(each))),
    flushed.lastIndexOf(path.dirname(file)),
    flushed.findLastIndex((each) => each.endsWith('-wal')),
  ]
  expect([held > last, row > held]).toEqual([true, true])
})
