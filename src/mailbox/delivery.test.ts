import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signedCopyAttachments } from '../mail/attachments.ts'
import { renderSample } from '../mail/preview-pages.tsx'
import { createTransport, type OutgoingMail } from '../mail/transport.ts'
import { isPermanent } from '../mail/delivery-error.ts'
import { startMailbox, type Mailbox } from './mailbox.ts'
import { listMails, readMail } from './store.ts'

const FROM = 'CPOF <ne-pas-repondre@cpof.example>'
const closing: (() => Promise<unknown>)[] = []
let folder: string
let mailbox: Mailbox

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'))
  mailbox = await startMailbox({ port: 0, folder })
  closing.push(
    () => mailbox.close(),
    () => rm(folder, { recursive: true, force: true }),
  )
})

afterEach(async () => {
  vi.restoreAllMocks()
  for (const close of closing.splice(0)) await close()
})

const mailTo = (to: string, more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  to,
  subject: 'Réponse à votre demande',
  html: '<p>Bonjour</p>',
  text: 'Bonjour\n',
  messageId: '<0123@cpof.example>',
  ...more,
})

async function only() {
  const mails = await listMails(folder)
  expect(mails).toHaveLength(1)
  const mail = await readMail(folder, mails[0]?.id ?? '')
  if (!mail) throw new Error('The only e-mail cannot be read')
  return mail
}

/** A server that answers as told. */
async function smtpServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({ authOptional: true, disableReverseLookup: true, closeTimeout: 100, ...options })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const address = server.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const refusing = (responseCode: number, text: string) =>
  smtpServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error(text), { responseCode })),
  })

const failureOf = async (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => expect.unreachable('the sending should have failed'),
    (error: unknown) => error,
  )

describe('an e-mail that is sent', () => {
  it('arrives as it was rendered, with its Message-ID, and says that no person wrote it', async () => {
    const mail = await renderSample('refusal')
    const sent = await createTransport(mailbox.url, FROM).send({
      to: 'contact@atelier.example',
      ...mail,
      messageId: '<abc@cpof.example>',
    })
    expect(sent).toMatchObject({ messageId: '<abc@cpof.example>', accepted: ['contact@atelier.example'] })
    expect(sent.response).toMatch(/^250 /)

    const arrived = await only()
    expect(arrived).toMatchObject({
      to: 'contact@atelier.example',
      subject: mail.subject,
      messageId: '<abc@cpof.example>',
    })
    expect(arrived.from).toContain('ne-pas-repondre@cpof.example')
    expect(arrived.headers['auto-submitted']).toBe('auto-generated')
    expect(arrived.text.replaceAll('\r\n', '\n').trim()).toBe(mail.text.trim())
    expect(arrived.html).toContain('src="data:image/png;base64,')
    expect(arrived.html).toContain('La réponse à votre demande')
    expect(arrived.attachments).toEqual([])
  })

  it('carries the charter and the evidence to the byte, whatever their line ends', async () => {
    const charter = Buffer.from('\ufeff# Charte d’adhésion\r\n\r\nÀ l’œuvre : é, ü, ﬁ\n.\nFrom ici\rfin  \n\n', 'utf8')
    const evidence = '{"nom":"Élodie","texte":"a\\nb"}'
    const attachments = signedCopyAttachments({ reference: 'CPOF-2026-000042', charterNumber: 1, charter, evidence })
    await createTransport(mailbox.url, FROM).send(mailTo('a@atelier.example', { attachments }))

    const arrived = await only()
    expect(arrived.attachments.map(({ filename }) => filename)).toEqual([
      'charte-cpof-version-1.md',
      'preuve-de-signature-CPOF-2026-000042.json',
    ])
    expect(arrived.attachments[0]?.content.equals(charter)).toBe(true)
    expect(arrived.attachments[1]?.content.toString('utf8')).toBe(evidence)
  })

  it('arrives once each when many leave at the same time', async () => {
    const transport = createTransport(mailbox.url, FROM)
    const recipients = Array.from({ length: 40 }, (_, n) => `contact${n}@atelier.example`)
    await Promise.all(recipients.map((to, n) => transport.send(mailTo(to, { messageId: `<${n}@cpof.example>` }))))
    const arrived = await listMails(folder)
    expect(arrived.map(({ to }) => to).sort()).toEqual(recipients.sort())
  })

  it('goes to one address only, whatever was typed in its place', async () => {
    const transport = createTransport(mailbox.url, FROM)
    for (const to of [
      'a@b.example, c@d.example',
      'Nom <a@b.example>',
      'groupe: a@b.example;',
      'a@b.example\r\nBcc: c@d.example',
      'a b@c.example',
      '',
    ]) {
      const error = await failureOf(transport.send(mailTo(to)))
      expect(isPermanent(error)).toBe(true)
    }
    expect(await listMails(folder)).toEqual([])
  })
})

describe('an e-mail that cannot be sent', () => {
  it.each([
    [550, '5.1.1 no such user', true],
    [550, '5.1.10 recipient address has a null MX', true],
    [550, 'No such user here', true],
    [550, 'Unknown recipient', true],
    [553, 'mailbox name not allowed', true],
    [550, 'too many messages, try later', false],
    [550, '5.7.1 user unknown to this policy', false],
    [552, '5.2.2 mailbox full', false],
    [554, '5.4.4 unable to route', false],
    [554, 'transaction failed', false],
    [550, '5.1.8 sender rejected', false],
    [451, '4.7.1 greylisted, come back later', false],
    [452, '4.2.2 mailbox full', false],
    [554, '5.7.1 relay access denied', false],
    [530, 'authentication required', false],
  ])('is given up only when the server refuses the recipient for good: %i %s', async (code, text, permanent) => {
    const port = await refusing(code, text)
    const error = await failureOf(createTransport(`smtp://127.0.0.1:${port}`, FROM).send(mailTo('a@b.example')))
    expect(isPermanent(error)).toBe(permanent)
  })

  it('is tried again when the server refuses the message itself, in words that may pass', async () => {
    const port = await smtpServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done(Object.assign(new Error('content refused'), { responseCode: 554 })))
      },
    })
    expect(
      isPermanent(await failureOf(createTransport(`smtp://127.0.0.1:${port}`, FROM).send(mailTo('a@b.example')))),
    ).toBe(false)
  })

  it('waits for a server that is down or does not know us', async () => {
    const port = await smtpServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('wrong password')),
    })
    expect(
      isPermanent(await failureOf(createTransport(`smtp://u:p@127.0.0.1:${port}`, FROM).send(mailTo('a@b.example')))),
    ).toBe(false)
    const { url } = mailbox
    await mailbox.close()
    expect(isPermanent(await failureOf(createTransport(url, FROM).send(mailTo('a@b.example'))))).toBe(false)
  })

  it('is cut, connection and all, when it takes too long', async () => {
    let hungUp: (() => void) | undefined
    const cut = new Promise<void>((resolve) => (hungUp = resolve))
    const server = createServer((socket) => {
      socket.on('close', () => hungUp?.())
      socket.on('error', () => {})
      // It says that it is there, then answers nothing.
      socket.write('220 slow.example ESMTP\r\n')
      socket.resume()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(resolve)))
    const { port } = server.address() as AddressInfo
    const error = await failureOf(
      createTransport(`smtp://127.0.0.1:${port}`, FROM, { whole: 150 }).send(mailTo('a@b.example')),
    )
    expect(error).toMatchObject({ code: 'ETIMEDOUT' })
    expect(isPermanent(error)).toBe(false)
    await cut
  })
})

describe('TLS', () => {
  it('is required to leave this machine, unless the URL says otherwise', async () => {
    // 0.0.0.0 reaches this machine without being one of its loopback names.
    const elsewhere = mailbox.url.replace('127.0.0.1', '0.0.0.0')
    expect(await failureOf(createTransport(elsewhere, FROM).send(mailTo('a@b.example')))).toMatchObject({
      code: 'ETLS',
    })
    expect(await readdir(folder)).toEqual([])
    await createTransport(`${elsewhere}?requireTLS=false`, FROM).send(mailTo('a@b.example'))
    await createTransport(`${elsewhere}?ignoreTLS=true`, FROM).send(mailTo('a@b.example'))
    expect(await listMails(folder)).toHaveLength(2)
  })

  it.each(['smtp', 'smtps'])('is spoken over %s, and a certificate of nobody known is refused', async (protocol) => {
    // smtp-server says that its built-in certificate is for tests.
    vi.spyOn(console, 'error').mockImplementation(() => {})
    let encrypted: boolean | undefined
    const port = await smtpServer({
      secure: protocol === 'smtps',
      onData: (stream, session, done) => {
        encrypted = session.secure
        stream.resume()
        stream.on('end', () => done())
      },
    })
    const url = `${protocol}://127.0.0.1:${port}`
    expect(isPermanent(await failureOf(createTransport(url, FROM).send(mailTo('a@b.example'))))).toBe(false)
    expect(encrypted).toBeUndefined()
    await createTransport(`${url}?tls.rejectUnauthorized=false`, FROM).send(mailTo('a@b.example'))
    expect(encrypted).toBe(true)
  })
})
