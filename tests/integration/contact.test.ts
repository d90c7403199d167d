import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MESSAGES_AN_HOUR, writeToSecretariat } from '../../src/contact/write-to-secretariat.ts'
import { setClock } from '../../src/lib/clock.ts'
import { createTransport } from '../../src/mail/transport.ts'
import { startSender } from '../../src/jobs/sender.ts'
import type { Message } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { staffUser } from '../support/factories.ts'
import { startTestMailbox, type TestMailbox } from '../support/smtp.ts'
import { fieldsOn, openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let mailbox: TestMailbox
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await startApp()
  mailbox = await startTestMailbox()
  door = await openSiteDoor(app, { LIMIT_SIGNATURES: '1000' })
  site = visitor(door)
})

afterEach(() => setClock(null))
afterAll(async () => {
  await door.close()
  await mailbox.close()
  await app.stop()
})

async function filledIn(changes: Record<string, string> = {}): Promise<URLSearchParams> {
  const fields = fieldsOn(await site.get('/contact'))
  const typed = {
    about: 'press',
    name: 'Agathe Lormeau',
    email: 'Agathe@Quotidien.example',
    text: 'Qui peut me parler ?\r\nMerci.',
    ...changes,
  }
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  return fields
}

async function owed(): Promise<Message[]> {
  const { docs } = await app.payload.find({
    collection: 'messages',
    where: { template: { equals: 'visitor-message' } },
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

describe('the contact form', () => {
  it('says that nobody reads it while the secretariat has no account', async () => {
    const page = await site.post('/contact', await filledIn())
    expect(page.status).toBe(503)
    expect(fieldsOn(page).get('name')).toBe('Agathe Lormeau')
    expect(await owed()).toEqual([])
  })

  it('reaches everybody of the secretariat, once, and an answer goes to who wrote', async () => {
    await staffUser(app.payload, { email: 'un@equipe.example' })
    await staffUser(app.payload, { email: 'deux@equipe.example' })
    await staffUser(app.payload, { email: 'redaction@equipe.example', roles: ['editor'] })
    const fields = await filledIn()
    for (const answer of [await site.post('/contact', fields), await site.post('/contact', fields)]) {
      expect(answer).toMatchObject({ status: 303, location: '/contact?fait=envoye' })
    }
    expect((await site.get('/contact?fait=envoye')).text).toContain('Votre message est parti')
    expect((await owed()).map(({ recipient }) => recipient).sort()).toEqual([
      'deux@equipe.example',
      'un@equipe.example',
    ])
    expect((await owed())[0]?.data).toEqual({
      about: 'press',
      name: 'Agathe Lormeau',
      email: 'agathe@quotidien.example',
      organisation: null,
      text: 'Qui peut me parler ?\nMerci.',
    })

    const sender = startSender({
      payload: app.payload,
      transport: createTransport(mailbox.url, 'CPOF <ne-pas-repondre@cpof.example>'),
      instance: 'one',
    })
    const mail = await mailbox.mailTo('un@equipe.example', /presse/)
    await sender.stop()
    expect(mail.subject).toBe('Demande de la presse')
    expect(mail.headers['reply-to']).toBe('agathe@quotidien.example')
    expect(mail.text).toMatch(/Qui peut me parler \?\nMerci\./)
  })

  it('takes one message a form, whoever sends them together', async () => {
    const fields = await filledIn({ text: 'Le premier' })
    const before = (await owed()).length
    const texts = Array.from({ length: 8 }, (_, index) => `Message ${index}`)
    const pages = await Promise.all(
      texts.map((text) => {
        const copy = new URLSearchParams(fields)
        copy.set('text', text)
        return site.post('/contact', copy)
      }),
    )
    expect(pages.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(7).fill(409)])
    expect((await owed()).length).toBe(before + 2)
    const refused = pages.find(({ status }) => status === 409)
    expect(refused?.text).toContain('déjà servi')
    expect(refused && fieldsOn(refused).get('text')).toMatch(/^Message/)
  })

  it('takes five messages an hour from one network, says when the next may come, and forgets no one else', async () => {
    const visitors = visitor(door)
    let page = await visitors.post('/contact', await filledIn({ text: 'Encore un' }))
    for (let sent = 0; sent < 6 && page.status === 303; sent += 1)
      page = await visitors.post('/contact', await filledIn({ text: `Encore ${sent}` }))
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(3000)
    expect(page.text).toMatch(/Réessayez dans \d+ minutes/)
    expect(new Set((await owed()).map(({ subject }) => subject)).size).toBe(MESSAGES_AN_HOUR)
    const elsewhere = { ip: '203.0.113.77', userAgent: null, requestId: null }
    await writeToSecretariat(app.payload, {
      message: { about: 'general', name: 'A', email: 'a@b.fr', organisation: null, text: 'x' },
      form: 'another',
      client: elsewhere,
    })
    expect(new Set((await owed()).map(({ subject }) => subject)).size).toBe(MESSAGES_AN_HOUR + 1)
    setClock(() => new Date(Date.now() + 61 * 60_000))
    expect((await visitors.post('/contact', await filledIn({ text: 'Une heure après' }))).status).toBe(303)
  })

  it('says all that is wrong beside its field and keeps what was typed', async () => {
    const page = await site.post('/contact', await filledIn({ email: 'agathe', name: '', text: '<i>Bonjour</i>' }))
    expect(page.status).toBe(400)
    expect(page.html).toMatch(/<title>Erreur\s: Nous écrire/)
    for (const path of ['email', 'name']) expect(page.html).toContain(`id="champ-${path}-erreur"`)
    expect(fieldsOn(page).get('text')).toBe('<i>Bonjour</i>')
  })

  it('takes nothing from a machine, nor from a form of another day', async () => {
    const before = (await owed()).length
    expect((await site.post('/contact', await filledIn({ 'organisation.fax': 'x' }))).status).toBe(400)
    expect((await site.post('/contact', { about: 'general', name: 'A', email: 'a@b.example', text: 'x' })).status).toBe(
      400,
    )
    const fields = await filledIn({ text: 'Le lendemain' })
    setClock(() => new Date(Date.now() + 25 * 60 * 60_000))
    const late = await site.post('/contact', fields)
    expect(late.status).toBe(400)
    expect((await owed()).length).toBe(before)
    expect((await site.post('/contact', fieldsOn(late))).status).toBe(303)
  })
})
