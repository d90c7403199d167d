import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSecret, signedHeaders } from './signature.ts'

const at = new Date()
const signed = { id: 'msg_1', at, body: '{"type":"webhook.test","data":{"é":"\u2019"}}' }

describe('the signature of a webhook', () => {
  it('is one that others who know the secret verify', () => {
    const secret = newSecret()
    const headers = { ...signedHeaders([secret], signed) }
    expect(new Webhook(secret).verify(signed.body, headers)).toEqual(JSON.parse(signed.body))
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32)
    for (const wrong of [
      () => new Webhook(newSecret()).verify(signed.body, headers),
      () => new Webhook(secret).verify(`${signed.body} `, headers),
      () => new Webhook(secret).verify(signed.body, { ...headers, 'webhook-id': 'msg_2' }),
    ])
      expect(wrong).toThrow('No matching signature found')
  })

  it('is there for each of two secrets while one gives way to the other', () => {
    const [former, present] = [newSecret(), newSecret()]
    const headers = { ...signedHeaders([present, former], signed) }
    for (const secret of [former, present])
      expect(new Webhook(secret).verify(signed.body, headers)).toEqual(JSON.parse(signed.body))
  })
})
