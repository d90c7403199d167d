import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request, IncomingMessage } from 'node:http'
import express from 'express'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packed } from '../../src/server/middleware/packed.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeUser } from '../support/governance.ts'
import { picture, publishedPage } from '../support/pages.ts'
import { makePdf, makePublication, PDF } from '../support/publishing.ts'
import { openSite } from '../../src/site/routes.ts'
import { readEnv } from '../../src/env.ts'

let app: TestApp
let door: TestDoor
let token: string

type Answer = { status: number; headers: IncomingMessage['headers']; bytes: Buffer }

/** A request whose answer is not unpacked. */
async function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const sent = request({ host: '127.0.0.1', port, path, method, headers })
  sent.end()
  const [response]: unknown[] = await once(sent, 'response')
  if (!(response instanceof IncomingMessage)) throw new Error('No answer')
  const parts: Buffer[] = []
  for await (const part of response) parts.push(Buffer.from(part as Buffer))
  return { status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }
}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  ask(door.port, path, headers, method)
const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' }

const unpacked = ({ headers, bytes }: Answer): Buffer => {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(bytes)
  return headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
}

const panelPage = '<!doctype html>'.padEnd(20_000, '<p>Un panneau.</p>')

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  door = await openDoor(
    app,
    {},
    {
      ...(await openSite({ payload, env: readEnv() })),
      next: async (_req, res) => {
        res.setHeader('Content-Type', 'text/html; charset=utf-8')
        for (let at = 0; at < panelPage.length; at += 1_000) res.write(panelPage.slice(at, at + 1_000))
        res.end()
      },
    },
  )
  for (let each = 0; each < 6; each += 1)
    await publishedPage(payload, {
      slug: `page-${each}`,
      title: `Une page ${each}`,
      summary: 'Des mots. '.repeat(20),
      layout: [],
    })
  const user = await makeUser(payload, ['editor'])
  const login = await fetch(`${door.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: user.email, password: 'un-mot-de-passe-de-test' }),
  })
  token = ((await login.json()) as { token: string }).token
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

describe('what can be packed', () => {
  it('is packed once, as the client likes it best: pages, the style sheet, the panel, the API', async () => {
    const css = /href="(\/assets\/site\.[^"]+)"/.exec((await get('/page-1')).bytes.toString())?.[1] ?? ''
    for (const path of [
      '/page-1',
      css,
      '/site.css',
      '/admin/login',
      '/api/pages?limit=5',
      '/sitemap.xml',
      '/nous-rejoindre',
    ]) {
      // What anybody may read by the API is another answer for who shows who they are.
      const vary = path.startsWith('/api')
        ? 'Authorization, Cookie, Accept-Language, Accept-Encoding'
        : 'Accept-Encoding'
      const plain = await get(path)
      expect([path, plain.status, plain.headers['content-encoding'], plain.headers.vary]).toEqual([
        path,
        200,
        undefined,
        vary,
      ])
      for (const [accepted, packing] of [
        [BROWSER['accept-encoding'], 'br'],
        ['gzip', 'gzip'],
        ['br;q=0.1, gzip', 'gzip'],
        ['br;q=0, gzip;q=0', undefined],
        ['identity', undefined],
      ] as const) {
        const answer = await get(path, { 'accept-encoding': accepted })
        expect([path, accepted, answer.headers['content-encoding'], answer.headers.vary]).toEqual([
          path,
          accepted,
          packing,
          vary,
        ])
        if (packing === undefined) continue
        // A form says when it was opened: in as many characters.
        expect(unpacked(answer).length).toBe(plain.bytes.length)
        expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 2)
      }
      const head = await get(path, BROWSER, 'HEAD')
      expect([path, head.status, head.bytes.length, head.headers.vary]).toEqual([path, 200, 0, vary])
    }
  })

  it('is left as it is where it holds a secret, is small, or is packed already', async () => {
    const login = await fetch(`${door.url}/api/users/me`, {
      headers: { Authorization: `JWT ${token}`, 'Accept-Encoding': 'br' },
    })
    expect([login.status, login.headers.get('content-encoding')]).toEqual([200, null])
    for (const path of ['/admin/reset/SECRET', '/adhesion/signature/SECRET', '/health/live', '/api/pages/count'])
      expect([path, (await get(path, BROWSER)).headers['content-encoding']]).toEqual([path, undefined])
    const font = /href="(\/assets\/[^"]+\.woff2)"/.exec((await get('/page-1')).bytes.toString())?.[1] ?? ''
    expect([font !== '', (await get(font, BROWSER)).headers['content-encoding']]).toEqual([true, undefined])
  })
})

describe('packing as it comes', () => {
  it('sends every byte whatever way it is written, and sets none of its own where a cookie is set', async () => {
    const words = 'Former, c’est émanciper. '.repeat(4_000)
    const behind = express()
    behind.use(packed(() => true))
    behind.get('/whole', (_req, res) => {
      res.type('text').send(words)
    })
    behind.get('/head', (_req, res) => {
      res.writeHead(200, 'Fine', {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Length': Buffer.byteLength(words),
      })
      res.end(words, 'utf8', () => {})
    })
    behind.get('/pieces', (_req, res) => {
      res.setHeader('Content-Type', 'text/plain; charset=utf-8')
      let at = 0
      const on = (): void => {
        for (; at < words.length; at += 7_001)
          if (!res.write(words.slice(at, at + 7_001)) && at + 7_001 < words.length) {
            at += 7_001
            res.once('drain', on)
            return
          }
        res.end()
      }
      on()
    })
    behind.get('/cookie', (_req, res) => {
      res.cookie('a', 'b').type('text').send(words)
    })
    behind.get('/random', (_req, res) => {
      res.type('application/octet-stream').send(randomBytes(5_000))
    })
    behind.get('/nothing', (_req, res) => {
      res.status(204).end()
    })
    const server = createServer(behind).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    for (const path of ['/whole', '/head', '/pieces']) {
      for (const [accepted, packing] of [
        ['br', 'br'],
        ['gzip', 'gzip'],
        ['', undefined],
      ] as const) {
        const answer = await ask(port, path, { 'accept-encoding': accepted })
        expect([path, answer.headers['content-encoding'], unpacked(answer).toString() === words]).toEqual([
          path,
          packing,
          true,
        ])
      }
    }
    for (const path of ['/cookie', '/random', '/nothing'])
      expect([path, (await ask(port, path, BROWSER)).headers['content-encoding']]).toEqual([path, undefined])
    server.close()
  })
})

describe('pictures and PDFs', () => {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  it('are known again by the hash of their bytes, and may be kept and shown elsewhere where anybody may read them', async () => {
    const { filename, sha256 } = await picture(app.payload, 'logo')
    const path = `/api/media/file/${filename}`
    const first = await get(path)
    expect([
      first.status,
      first.headers.etag,
      first.headers['cache-control'],
      first.headers['cross-origin-resource-policy'],
    ]).toEqual([200, `"${hash(first.bytes)}"`, 'public, max-age=300', 'cross-origin'])
    expect(sha256).toBe(hash(first.bytes))
    for (const known of [first.headers.etag ?? '', `W/${first.headers.etag}`, `"other", ${first.headers.etag}`, '*']) {
      const again = await get(path, { 'if-none-match': known })
      expect([known, again.status, again.bytes.length, again.headers.etag, again.headers['cache-control']]).toEqual([
        known,
        304,
        0,
        first.headers.etag,
        'public, max-age=300',
      ])
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await get('/api/media/file/none.png', { 'if-none-match': '*' })).headers.etag).toBeUndefined()
  })

  it('are sent whole to who has a part of others', async () => {
    const { filename } = await picture(app.payload, 'parts')
    const path = `/api/media/file/${filename}`
    const { headers, bytes } = await get(path)
    const part = (ifRange: string) => get(path, { range: 'bytes=0-3', 'if-range': ifRange })
    expect([(await part(headers.etag ?? '')).status, (await part('"other"')).status]).toEqual([206, 200])
    expect((await part('"other"')).bytes.length).toBe(bytes.length)
  })

  it('of what is not public are known by nothing, and kept by nobody else', async () => {
    const [open, closed] = [await makePdf(app.payload, 'ouvert'), await makePdf(app.payload, 'ferme')]
    await makePublication(app.payload, { slug: 'avec-pdf', title: 'Avec un PDF', pdf: open.id })
    const at = ({ filename }: { filename: string }) => `/api/files/file/${filename}`
    const first = await get(at(open))
    expect([first.status, first.headers.etag, first.headers['cache-control']]).toEqual([
      200,
      `"${hash(PDF)}"`,
      'public, no-cache',
    ])
    expect((await get(at(open), { 'if-none-match': first.headers.etag ?? '' })).status).toBe(304)
    const known = { 'if-none-match': `"${hash(PDF)}"` }
    const refused = await get(at(closed), known)
    expect([refused.status, refused.headers.etag, refused.headers['cache-control']]).toEqual([
      404,
      undefined,
      'no-store',
    ])
    const editors = await get(at(closed), { authorization: `JWT ${token}`, ...known })
    expect([
      editors.status,
      editors.headers.etag,
      editors.headers['cache-control'],
      editors.headers['cross-origin-resource-policy'],
    ]).toEqual([200, undefined, 'private, no-cache', 'same-origin'])
  })
})
