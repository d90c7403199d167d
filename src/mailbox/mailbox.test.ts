import { connect } from 'node:net'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startMailbox } from './mailbox.ts'
import { mailboxPage, mailPage } from './pages.tsx'
import { listMails, readMail, storeMail } from './store.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const message = (subject: string, body = 'Bonjour', more = '') =>
  Readable.from([
    `From: CPOF <a@cpof.example>\r\nTo: b@atelier.example\r\nSubject: ${subject}\r\n${more}\r\n${body}\r\n`,
  ])

it('lists what arrived, the newest first', async () => {
  expect(await listMails(join(folder, 'nowhere'))).toEqual([])
  const ids: string[] = []
  for (const subject of ['un', 'deux', 'trois']) {
    ids.push(await storeMail(folder, message(subject)))
  }
  const mails = await listMails(folder)
  expect(mails.map(({ subject }) => subject)).toEqual(['trois', 'deux', 'un'])
  expect(mails.map(({ id }) => id)).toEqual(ids.reverse())
  expect(mails[0]).toMatchObject({ to: 'b@atelier.example' })
  expect((await listMails(folder, 2)).map(({ subject }) => subject)).toEqual(['trois', 'deux'])
})

it('knows only e-mails of its own folder', async () => {
  await storeMail(folder, message('un'))
  for (const id of ['', '..', '../secret', `${'1'.repeat(15)}-${'1'.repeat(20)}-abcdefab`, 'a/b', '%2e%2e'])
    expect(await readMail(folder, id)).toBeNull()
})

it('says 250 only for a message that is there, and keeps nothing of one that broke off', async () => {
  const mailbox = await startMailbox({ port: 0, folder })
  const socket = connect(Number(new URL(mailbox.url).port), '127.0.0.1')
  socket.on('error', () => {})
  const say = async (line: string) => {
    socket.write(line)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    return answer.toString()
  }
  await once(socket, 'data')
  await say('HELO moi\r\n')
  await say('MAIL FROM:<a@cpof.example>\r\n')
  await say('RCPT TO:<b@atelier.example>\r\n')
  expect(await say('DATA\r\n')).toMatch(/^354/)
  expect(await say('Subject: entier\r\n\r\nBonjour\r\n.\r\n')).toMatch(/^250/)
  expect((await listMails(folder)).map(({ subject }) => subject)).toEqual(['entier'])

  await say('MAIL FROM:<a@cpof.example>\r\n')
  await say('RCPT TO:<b@atelier.example>\r\n')
  await say('DATA\r\n')
  socket.write('Subject: coupé\r\n\r\nBonj')
  socket.destroy()
  await mailbox.close()
  expect((await listMails(folder)).map(({ subject }) => subject)).toEqual(['entier'])
  expect((await readdir(folder)).filter((name) => name.endsWith('.eml'))).toHaveLength(1)
})

it('refuses a port that is taken', async () => {
  const first = await startMailbox({ port: 0, folder })
  await expect(startMailbox({ port: Number(new URL(first.url).port), folder })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await first.close()
})

it('shows a page of 500 e-mails, each with a link to it', async () => {
  await Promise.all(
    Array.from({ length: 510 }, (_, n) => storeMail(folder, message(`Courriel ${n}`, 'x'.repeat(2000)))),
  )
  const mails = await listMails(folder)
  const page = mailboxPage(mails)
  expect(mails).toHaveLength(500)
  for (const { id } of mails) expect(page).toContain(`href="/courriels/${id}"`)
})

it('shows an e-mail where nothing of it can run or pass for the page', async () => {
  const html =
    '<html><head><title>t</title></head><body><a href="https://cpof.example/x" target="_blank">x</a><script>alert(1)</script></body></html>'
  const id = await storeMail(
    folder,
    message('<b>Objet</b>', html, 'MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n'),
  )
  const mail = await readMail(folder, id)
  if (!mail) throw new Error('The e-mail cannot be read')
  const page = mailPage(mail)
  expect(page).toContain('&lt;b&gt;Objet&lt;/b&gt;')
  expect(page).not.toContain('<script')
  expect(page).not.toContain('allow-scripts')
  expect(page).toContain('allow-top-navigation-by-user-activation')
  expect(page).toContain('&lt;base target=&quot;_top&quot;&gt;')
  expect(page).not.toContain('_blank')
})

it('gives each attachment its address, and its name without making it a path', async () => {
  const body =
    '--x\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n--x\r\nContent-Type: text/markdown\r\nContent-Disposition: attachment; filename="charte.md"\r\n\r\n# Charte\r\n--x--'
  const id = await storeMail(
    folder,
    message('pièces', body, 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n'),
  )
  const mail = await readMail(folder, id)
  if (!mail) throw new Error('The e-mail cannot be read')
  expect(mail.attachments).toMatchObject([{ filename: 'charte.md', contentType: 'text/markdown' }])
  expect(mailPage(mail)).toContain(`href="/courriels/${id}/pieces/0"`)
})
