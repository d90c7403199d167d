import express from 'express'
import { once } from 'node:events'
import { createServer, request, type ClientRequest, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writtenReader } from './answer-body.ts'

let server: Server
let port = 0
/** What began and ended to be read, by the name of who sends it. */
const seen: string[] = []

beforeAll(async () => {
  const app = express()
  const read = writtenReader()
  app.get('/', (_req, res) => void res.end())
  app.post('/:token/:name', async (req, res) => {
    const { token, name } = req.params
    seen.push(`${name} comes`)
    const { text } = await read(req, res, { token, mostBytes: 1_000_000, field: 'answer' })
    seen.push(`${name} said ${text}`)
    res.end()
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const FORM = '--x\r\nContent-Disposition: form-data; name="answer"\r\n\r\noui\r\n--x--\r\n'

/** Begins to send a form, all of it but its end. */
async function begin(token: string, name: string): Promise<ClientRequest> {
  const sent = request({
    host: '127.0.0.1',
    port,
    path: `/${token}/${name}`,
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
  })
  sent.on('error', () => {})
  sent.write(FORM.slice(0, -10))
  await vi.waitFor(() => expect(seen).toContain(`${name} comes`))
  return sent
}

async function answered(sent: ClientRequest): Promise<void> {
  sent.end(FORM.slice(-10))
  const [response] = (await once(sent, 'response')) as [{ resume: () => void }]
  response.resume()
}

describe('forms with files', () => {
  it('are read one of each link, whatever comes of it beside, and for others meanwhile', async () => {
    const [first, other] = [await begin('one', 'first'), await begin('two', 'other')]
    const second = await begin('one', 'second')
    const waiting = answered(second)
    await answered(other)
    // Whatever the second had to say has long arrived.
    for (let each = 0; each < 5; each += 1) await fetch(`http://127.0.0.1:${port}/`)
    expect(seen.filter((each) => each.includes('said'))).toEqual(['other said oui'])
    first.destroy()
    await waiting
    expect(seen.filter((each) => each.includes('said'))).toEqual(['other said oui', 'second said oui'])
  })
})
