import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'

let app: TestApp
let door: TestDoor

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(app)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

/** What is answered to bytes as they are, until the connection is closed. */
async function say(bytes: string): Promise<string> {
  const socket = connect(door.port, '127.0.0.1')
  let heard = ''
  socket
    .setEncoding('latin1')
    .on('data', (part: string) => (heard += part))
    .on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  return heard
}

const statusesIn = (heard: string): number[] =>
  [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
const HIDDEN = 'GET /api/pages HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'

describe('a message whose end could be read in two ways', () => {
  it.each([
    ['two lengths', `Content-Length: 0\r\nContent-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`],
    ['a length beside chunks', `Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['a transfer that is not chunked at its end', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['a header with a blank before its colon', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['a header that goes on in the next line', `X-One: a\r\n Content-Length: 4\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
    ['a length that is no number', `Content-Length: +5\r\n\r\n${HIDDEN}`],
    ['a chunk whose length is no number', `Transfer-Encoding: chunked\r\n\r\n0x5\r\nabcde\r\n0\r\n\r\n${HIDDEN}`],
  ])('is refused whole, and what could hide in it is never answered: %s', async (_, rest) => {
    const statuses = statusesIn(await say(`POST /api/pages HTTP/1.1\r\nHost: x\r\n${rest}`))
    expect(statuses.length).toBeLessThanOrEqual(2)
    expect(statuses.at(-1)).toBe(400)
    expect(statuses).not.toContain(200)
  })
})

describe('a method that the site has no use for', () => {
  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'DEBUG'])(
    'is answered by no copy of the request: %s',
    async (method) => {
      for (const path of ['/', '/api/pages', '/admin']) {
        const heard = await say(
          `${method} ${path} HTTP/1.1\r\nHost: x\r\nCookie: payload-token=a-secret\r\nConnection: close\r\n\r\n`,
        )
        expect([path, heard.includes('a-secret'), statusesIn(heard).some((status) => status < 400)]).toEqual([
          path,
          false,
          false,
        ])
      }
    },
  )

  it('and no connection becomes another protocol', async () => {
    const heard = await say(
      'GET /api/pages HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    expect(statusesIn(heard)).toEqual([200])
  })
})
