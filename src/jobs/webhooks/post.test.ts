import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startReceiver, type Receiver } from '../../../tests/support/receiver.ts'
import { post } from './post.ts'

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

const never = new AbortController().signal
const send = (url: string, addresses: string[], signal = never) =>
  post({ destination: { url: new URL(url), addresses }, headers: { 'webhook-id': 'msg_1' }, body: '{"é":1}', signal })

describe('a post to a webhook', () => {
  it('goes to the address that was looked at, under the name of the webhook', async () => {
    const name = `hooks.reseau.example:${receiver.port}`
    expect(await send(`http://${name}/cpof?a=b`, ['127.0.0.1'])).toBe(204)
    expect(receiver.received).toEqual([
      {
        path: '/cpof?a=b',
        body: '{"é":1}',
        headers: expect.objectContaining({
          host: name,
          'webhook-id': 'msg_1',
          'content-type': 'application/json',
          'content-length': '8',
        }) as unknown,
      },
    ])
  })

  it('follows no redirect, and reads no answer without end', async () => {
    const elsewhere = await startReceiver()
    receiver.replies.push(
      { status: 307, headers: { Location: elsewhere.url } },
      { status: 200, body: 'x'.repeat(1_000_000) },
    )
    expect(await send(receiver.url, ['127.0.0.1'])).toBe(307)
    expect(await send(receiver.url, ['127.0.0.1'])).toBe(200)
    expect(elsewhere.received).toEqual([])
    await elsewhere.close()
  })

  it('ends when it is cut, and where nobody listens', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const cut = AbortSignal.timeout(50)
    await expect(send(`http://127.0.0.1:${port}`, ['127.0.0.1'], cut)).rejects.toMatchObject({ name: 'TimeoutError' })
    silent.closeAllConnections()
    silent.close()
    await once(silent, 'close')
    await expect(send(`http://127.0.0.1:${port}`, ['127.0.0.1'])).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
