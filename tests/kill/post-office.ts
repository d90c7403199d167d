import { buffer } from 'node:stream/consumers'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** An e-mail that arrived whole. */
export type Arrived = { messageId: string; to: string; text: string }

export type PostOffice = {
  /** For `SMTP_URL`. */
  url: string
  /** How often an e-mail arrived, by its Message-ID. */
  copies: ReadonlyMap<string, number>
  close: () => Promise<void>
}

/**
 * A mail server that outlives the platform's: it counts what arrives, and tells of it before it says 250, so that
 * who sent it may be killed between sending and recording. What breaks off half-way has not arrived.
 * @param takes until it has come to its end, who sent an e-mail that has arrived waits for the answer
 */
export async function openPostOffice(
  arrived: (mail: Arrived) => void,
  takes: () => Promise<void> = async () => {},
): Promise<PostOffice> {
  const copies = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(message, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address).join(', ')
      buffer(message)
        .then(simpleParser)
        .then(
          ({ messageId = '', text = '' }) => {
            copies.set(messageId, (copies.get(messageId) ?? 0) + 1)
            arrived({ messageId, to, text })
            void takes().then(() => done())
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        )
    },
  })
  // A sender that is killed leaves its connection as it is.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The post office has no TCP port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    copies,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
