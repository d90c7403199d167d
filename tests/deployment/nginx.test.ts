import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, IncomingMessage, type RequestListener, type Server } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../support/free-port.mjs'

/** The documented configuration, on ports and in folders of this test, before two instances that the test plays. */
let nginx: ChildProcess
let folder = ''
let port = 0
let plain = 0
const servers: Server[] = []
const seen: { instance: string; url: string; headers: Record<string, unknown> }[] = []

async function instance(name: string, answer: RequestListener): Promise<number> {
  const server = createServer((req, res) => {
    seen.push({ instance: name, url: req.url ?? '', headers: req.headers })
    answer(req, res)
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const ask = async (url: string, method = 'GET'): Promise<{ status: number; text: string; cache: string }> => {
  const sent = request({
    host: '127.0.0.1',
    port,
    path: url,
    method,
    headers: { host: 'cpof.example' },
    rejectUnauthorized: false,
  })
  sent.end()
  const [response]: unknown[] = await once(sent, 'response')
  if (!(response instanceof IncomingMessage)) throw new Error('No answer')
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk)
  return { status: response.statusCode ?? 0, text, cache: String(response.headers['x-cache'] ?? '') }
}

const log = (name: string): string => readFileSync(path.join(folder, 'log', name), 'utf8')

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cpof-nginx-'))
  for (const each of ['log', 'cache', 'tmp']) mkdirSync(path.join(folder, each))
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=cpof.example',
      '-keyout',
      path.join(folder, 'key.pem'),
      '-out',
      path.join(folder, 'cert.pem'),
    ],
    { stdio: 'ignore' },
  )
  const alive = await instance('alive', (req, res) => {
    if (req.url?.startsWith('/adhesion/') || req.url?.startsWith('/apercu/')) {
      req.socket.destroy()
      return
    }
    if (req.url?.startsWith('/_next/static/')) res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    res.setHeader('X-Request-Id', 'number-of-the-request')
    res.end(`${req.method ?? ''} ${req.url ?? ''}`)
  })
  const gone = await freePort()
  port = await freePort()
  plain = await freePort()
  const documented = readFileSync('docs/deployment/nginx.conf', 'utf8')
    .replace(
      '  server 127.0.0.1:3000 max_fails=0;',
      `  server 127.0.0.1:${gone} max_fails=0;\n  server 127.0.0.1:${alive} max_fails=0;`,
    )
    .replaceAll('listen 443 ssl', `listen ${port} ssl`)
    .replaceAll('listen 80', `listen ${plain}`)
    .replace(/ {2}listen \[::\].*\n/g, '')
    .replace(/\/etc\/letsencrypt\/live\/cpof\.example\/fullchain\.pem/, path.join(folder, 'cert.pem'))
    .replace(/\/etc\/letsencrypt\/live\/cpof\.example\/privkey\.pem/, path.join(folder, 'key.pem'))
    .replaceAll('/var/log/nginx', path.join(folder, 'log'))
    .replace('/var/cache/nginx/cpof', path.join(folder, 'cache'))
  writeFileSync(path.join(folder, 'cpof.conf'), documented)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/tmp/${name};`)
    .join('\n')
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root; ' : ''}pid ${folder}/nginx.pid; error_log ${folder}/log/main.log;\nevents {}\nhttp {\n${temporary}\ninclude ${folder}/cpof.conf;\n}\n`,
  )
  const program = process.env['NGINX'] ?? 'nginx'
  execFileSync(program, ['-t', '-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'pipe' })
  nginx = spawn(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' })
  await vi.waitFor(() => ask('/'), { timeout: 20_000, interval: 50 })
})

afterAll(async () => {
  const ended = once(nginx, 'exit')
  nginx.kill('SIGQUIT')
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await ended
  await rm(folder, { recursive: true, force: true })
})

describe('the nginx of the documentation', () => {
  it('goes on with the instance that answers while another is gone', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => ask(`/page-${at}`)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  })

  it('hands on who asked, over connections that stay open', async () => {
    await ask('/who')
    const headers = seen.find(({ url }) => url === '/who')?.headers
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', host: 'cpof.example' })
    expect(headers?.['connection']).not.toBe('close')
  })

  it('keeps the files of the panel, and nothing else', async () => {
    await ask('/_next/static/chunks/a.js')
    expect((await ask('/_next/static/chunks/a.js')).cache).toBe('HIT')
    await ask('/charte')
    await ask('/charte')
    expect(seen.filter(({ url }) => url === '/charte')).toHaveLength(2)
    expect(seen.filter(({ url }) => url === '/_next/static/chunks/a.js')).toHaveLength(1)
  })

  it.each(['/adhesion/signature/SECRET', '/en/adhesion/suivi/SECRET', '/apercu/pages/SECRET'])(
    'writes no secret of %s into a log, not even when it fails',
    async (url) => {
      await ask(url, 'POST')
      await ask('/beside?q=SECRET')
      await vi.waitFor(() => expect(log('cpof.access.log')).toContain('/beside'))
      for (const name of ['cpof.access.log', 'cpof.error.log', 'main.log']) expect(log(name)).not.toContain('SECRET')
    },
  )

  it('writes the number of the request, so that its lines and ours can be joined', async () => {
    await ask('/joined')
    await vi.waitFor(() =>
      expect(log('cpof.access.log')).toMatch(/"GET \/joined HTTP\/1\.1" 200 .* number-of-the-request/),
    )
  })

  it('leads people to TLS, and tells programs that they came without', async () => {
    const unprotected = (url: string) =>
      fetch(`http://127.0.0.1:${plain}${url}`, { redirect: 'manual', headers: { Host: 'cpof.example' } })
    const page = await unprotected('/charte')
    expect([page.status, page.headers.get('location')]).toEqual([
      308,
      expect.stringMatching(/^https:\/\/[^/]+\/charte$/),
    ])
    expect((await unprotected('/api/adhesions')).status).toBe(403)
    expect(seen.some(({ url }) => url === '/api/adhesions')).toBe(false)
  })

  it('speaks no version of TLS before 1.2', () => {
    const spoken = (version: string) =>
      spawnSync('openssl', ['s_client', '-connect', `127.0.0.1:${port}`, version, '-cipher', 'ALL:@SECLEVEL=0'], {
        input: '',
        timeout: 10_000,
      }).status === 0
    expect(['-tls1', '-tls1_1', '-tls1_2'].map(spoken)).toEqual([false, false, true])
  })

  it('shows the figures of the machine to nobody', async () => {
    expect((await ask('/metrics')).status).toBe(404)
    expect(seen.some(({ url }) => url === '/metrics')).toBe(false)
  })
})
