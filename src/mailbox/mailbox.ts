import { storeMail } from './store.ts'

export type Mailbox = {
  /** `smtp://127.0.0.1:port` */
  url: string
  /** Takes no more messages; one that is arriving has a second to end. */
  close: () => Promise<void>
}

/**
 * The demo's mail server: takes every e-mail from this machine and keeps it as a `.eml` file.
 * It says 250 only when the file is there.
 * @param options `port` 0 takes a free one; `folder` is made when it lacks
 * @throws Error when the port is taken
 */
export async function startMailbox({
  port,
  host = '127.0.0.1',
  folder,
}: {
  port: number
  host?: string
  folder: string
}): Promise<Mailbox> {
  // The demo's alone: a production installation has no such package.
  const { SMTPServer } = await import('smtp-server')
  const server = new SMTPServer({
    banner: 'CPOF demo mailbox',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1000,
    onData(message, _session, done) {
      storeMail(folder, message).then(
        (id) => done(null, `Kept as ${id}`),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      // A client that hangs up mid-message is no reason to stop.
      server.on('error', () => {})
      resolve()
    })
  })
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mailbox has no TCP port')
  return {
    url: `smtp://${host}:${address.port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
