import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'

let app: TestApp
let door: TestDoor
let editor: string

type Answer = { status: number; code: string | undefined; text: string }

async function send(
  path: string,
  body: string | FormData | Uint8Array<ArrayBuffer>,
  { token = '', method = 'POST', type = 'multipart/form-data; boundary=x' } = {},
): Promise<Answer> {
  const response = await fetch(`${door.url}/api/${path}`, {
    method,
    body,
    headers: {
      ...(token ? { Authorization: `JWT ${token}` } : {}),
      ...(body instanceof FormData ? {} : { 'Content-Type': type }),
    },
  })
  const text = await response.text()
  const parsed = JSON.parse(text) as { errors?: { code: string }[] }
  return { status: response.status, code: parsed.errors?.[0]?.code, text }
}

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(app, { LIMIT_SUBMISSIONS: '1000', LIMIT_POINTS: '1000000' })
  const { email } = await staffUser(app.payload, { roles: ['editor'] })
  const response = await fetch(`${door.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  editor = ((await response.json()) as { token: string }).token
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const part = (headers: string, body = '1') => `--x\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${body}\r\n`
const END = '--x--\r\n'
const FILE = 'name="file"; filename="a.png"\r\nContent-Type: image/png'

const MALFORMED: Record<string, string> = {
  'an end alone': END,
  'a NUL in a header before a file that is cut off': `${part('name="a\0"')}--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nz`,
  'a NUL in the name of a file': `${part('name="file"; filename="a\0.png"')}${END}`,
  'a NUL in a header between two files': `${part(FILE)}${part('name="\0"')}${part(FILE)}${END}`,
  'a part that is cut off': '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nz',
  'headers that are cut off': '--x\r\nContent-Disposition: for',
  'no last boundary': part('name="_payload"', '{}'),
  'ten thousand parts': Array.from({ length: 10_000 }, (_, index) => part(`name="f${index}"`)).join('') + END,
  'ten thousand files':
    Array.from({ length: 10_000 }, (_, index) => part(`name="f${index}"; filename="f"`)).join('') + END,
  'four files': part(FILE).repeat(4) + END,
  'a header of 100 kB': part(`name="${'a'.repeat(100_000)}"`) + END,
  'a header without end': `--x\r\n${'A: b\r\n'.repeat(50_000)}`,
  'a document that is no JSON': part('name="_payload"', '{') + END,
  'a document that is a list': part('name="_payload"', '[1]') + END,
  'a document that is nothing': part('name="_payload"', 'null') + END,
  'a document given twice': part('name="_payload"', '{}').repeat(2) + END,
  'a file that is named and not sent': part('name="file"', '{"filename":"../../cpof.db"}') + END,
  'a form within a form':
    part(
      'name="file"; filename="a"\r\nContent-Type: multipart/mixed; boundary=y',
      '--y\r\nContent-Disposition: file; filename="b\0"\r\n\r\n',
    ) + END,
  'a name of the language': part('name="__proto__"', '{}') + part('name="constructor"; filename="toString"') + END,
}

const TYPES = [
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=y',
  'multipart/mixed; boundary=x',
  `multipart/form-data; boundary=${'x'.repeat(200)}`,
  'multipart/',
]

describe('a form sent to Payload’s own creations and updates', () => {
  const PLACES: [method: string, path: string][] = [
    ['POST', 'people'],
    ['POST', 'pages'],
    ['POST', 'media'],
    ['POST', 'files'],
    ['PATCH', 'pages/x'],
    ['PATCH', 'media?where[id][exists]=true'],
    ['POST', 'globals/header'],
    ['POST', 'users/logout'],
    ['POST', 'users/unlock'],
    ['POST', 'pages/import'],
    ['POST', 'members'],
    ['POST', 'adhesions/sign'],
    ['POST', 'adhesions/x/attach'],
    ['POST', 'pages/access'],
    ['POST', 'pages/x/duplicate'],
    ['POST', 'payload-preferences/x'],
  ]

  it.each(PLACES)('is not read of nobody: %s %s', async (method, path) => {
    for (const body of ['nothing like a form', MALFORMED['a NUL in a header before a file that is cut off'] ?? '']) {
      expect(await send(path, body, { method })).toMatchObject({ status: 401, code: 'unauthorized' })
      expect(await send(path, body, { method, token: 'forged' })).toMatchObject({ status: 401, code: 'unauthorized' })
    }
    expect(
      await send(path.split('?')[0] ?? '', 'x', { method: 'POST', type: 'multipart/form-data; boundary=x', token: '' }),
    ).toMatchObject({ code: expect.stringMatching(/unauthorized|not-found/) as string })
  })

  it('that applies by a key is not read where the key opens nothing, nor where another kind of body is taken', async () => {
    const bad = await fetch(`${door.url}/api/adhesions`, {
      method: 'POST',
      body: 'x',
      headers: { Authorization: 'Key cpof_nothing', 'Content-Type': 'multipart/form-data; boundary=x' },
    })
    expect([bad.status, await bad.text()]).toEqual([401, expect.stringContaining('bad-key')])
  })

  it('is not taken of nobody as JSON either, and of staff only where their account may write', async () => {
    const type = 'application/json'
    expect(await send('people', '{', { type })).toMatchObject({ status: 401, code: 'unauthorized' })
    expect(await send('people', '{', { type, token: editor })).toMatchObject({ status: 403, code: 'forbidden' })
    expect(await send('people', 'x', { token: editor })).toMatchObject({ status: 403, code: 'forbidden' })
    expect(await send('messages/x', '{', { type, method: 'PATCH', token: editor })).toMatchObject({
      status: 403,
      code: 'forbidden',
    })
    expect(await send('pages/x', '', { type, method: 'DELETE' })).toMatchObject({ status: 401, code: 'unauthorized' })
  })

  it('is answered before it has arrived, and the connection that was cut leaves nothing behind', async () => {
    const socket = connect(door.port, '127.0.0.1')
    socket.write(
      'POST /api/media HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n--x\r\n',
    )
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1.1 401 /)
    socket.destroy()
    for (const length of [10, 1_000_000]) {
      const cut = connect(door.port, '127.0.0.1')
      cut.write(
        `POST /api/media HTTP/1.1\r\nHost: localhost\r\nAuthorization: JWT ${editor}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${length}\r\n\r\n${part(FILE, 'z')}`,
      )
      cut.end()
      cut.resume()
      await once(cut, 'close')
    }
    expect((await fetch(`${door.url}/health/live`)).status).toBe(200)
  })

  describe.each(Object.entries(MALFORMED))('with %s', (_, body) => {
    it('is refused of who applies, be it anybody or an editor', async () => {
      for (const token of ['', editor]) {
        const answer = await send('adhesions', body, { token })
        expect([[400, 413].includes(answer.status), answer]).toMatchObject([
          true,
          { status: expect.any(Number) as number },
        ])
      }
    })

    it('is refused of an editor', async () => {
      for (const path of ['media', 'pages/import']) {
        const answer = await send(path, body, { token: editor })
        // What the import asks for is a file: of four it takes the first.
        const taken = path === 'pages/import' && body.startsWith(part(FILE).repeat(4))
        expect({ path, refused: answer.status >= 400 && answer.status < 500, answer }).toMatchObject({
          path,
          refused: !taken,
        })
      }
    })
  })

  it.each(TYPES)('is refused of an editor under the type %s', async (type) => {
    for (const path of ['pages', 'media', 'pages/import']) {
      const { status } = await send(path, part('name="_payload"', '{}') + END, { token: editor, type })
      expect([path, [400, 415].includes(status)]).toEqual([path, true])
    }
  })

  it('that is broken is refused of an editor for what has no file, too', async () => {
    const broken = ['{', '[1]', 'null', '"x"'].map((document) => part('name="_payload"', document) + END)
    for (const path of ['pages', 'globals/header', 'users/me', 'pages/access']) {
      for (const body of [
        ...broken,
        ...broken.map((each) => each.repeat(2)),
        MALFORMED['a NUL in a header before a file that is cut off'] ?? '',
      ]) {
        const { status, text } = await send(path, body, {
          token: editor,
          method: path === 'users/me' ? 'PATCH' : 'POST',
        })
        expect({ path, body, refused: status >= 400 && status < 500, text }).toMatchObject({
          path,
          body,
          refused: true,
        })
      }
    }
  })

  it('is taken of who may, whatever its boundary', async () => {
    const made = await send(
      'pages',
      part('name="_payload"', JSON.stringify({ title: 'Xylophone --x', slug: 'xylophone', layout: [] })) + END,
      { token: editor },
    )
    expect(made.status, made.text).toBe(201)
    expect(made.text).toContain('Xylophone --x')
  })
})
