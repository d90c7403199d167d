import { createHmac, randomBytes } from 'node:crypto'

/** The form of Standard Webhooks for a secret that both sides know. */
const PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A new secret: 256 random bits, as Standard Webhooks writes them. */
export const newSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`

/** What is sent, as it is signed: its id, when this attempt leaves, and the exact text of its body. */
export type Signed = { id: string; at: Date; body: string }

const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000))

const signature = (secret: string, { id, at, body }: Signed): string => {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key)
    .update(`${id}.${seconds(at)}.${body}`, 'utf8')
    .digest('base64')}`
}

/** The headers by which a receiver knows who sends, and that it is no repetition (Standard Webhooks): one signature for each secret. */
export const signedHeaders = (secrets: readonly string[], signed: Signed): Readonly<Record<string, string>> => ({
  'webhook-id': signed.id,
  'webhook-timestamp': seconds(signed.at),
  'webhook-signature': secrets.map((secret) => signature(secret, signed)).join(' '),
})
