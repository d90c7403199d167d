import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openFollowUp } from '../../src/adhesion/links/open-link.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { resendLink } from '../../src/adhesion/actions/resend-link.ts'
import { readMails } from '../../src/admin/adhesion/read-mails.ts'
import { readerFor } from '../../src/admin/reader.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { startSender, type Sender } from '../../src/jobs/sender.ts'
import { setClock } from '../../src/lib/clock.ts'
import { createTransport } from '../../src/mail/transport.ts'
import { oweMessage, whileSeeding } from '../../src/record/messages.ts'
import { networkKey } from '../../src/record/network-key.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed } from '../support/applications.ts'
import { callApi } from '../support/api.ts'
import { houseWith, type House } from '../support/bureau.ts'
import type { TestDoor } from '../support/door.ts'
import { application, staffUser, validSiren, validSiret } from '../support/factories.ts'
import { answers, joiner } from '../support/joining.ts'
import { lastToken, owed } from '../support/outbox.ts'
import { startTestMailbox, type TestMailbox } from '../support/smtp.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CLIENT = { ip: '198.51.100.200', userAgent: null, requestId: null }

let app: TestApp
let house: House
let mailbox: TestMailbox
let door: TestDoor
const senders: Sender[] = []

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  house = await houseWith(app, 3)
  mailbox = await startTestMailbox()
  door = await openSiteDoor(app, { LIMIT_SUBMISSIONS: '1000', LIMIT_SIGNATURES: '1000' })
})
afterEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.stop()))
  setClock(null)
})
afterAll(async () => {
  await door.close()
  await mailbox.close()
  await app.stop()
})

function sendBySeveral(count = 2): void {
  for (let sender = 0; sender < count; sender += 1) {
    senders.push(
      startSender({
        payload: app.payload,
        transport: createTransport(mailbox.url, 'CPOF <ne-pas-repondre@cpof.example>'),
        instance: randomUUID(),
        interval: 250,
        renewal: 1_000,
      }),
    )
  }
}

/** A clock that goes five times as fast, for waits of seconds; leases, which are as much shorter, are renewed in time. */
function hurryClock(): void {
  const [start, began] = [Date.now(), performance.now()]
  setClock(() => new Date(start + 5 * (performance.now() - began)))
}

type Answer = { message: string; doc: { id: string; reference: string }; mailWaitsUntil?: string }

/** One application by the API, from an address. */
const applyFrom = async (ip: string, changes: Parameters<typeof application>[0]): Promise<Answer> => {
  const { status, body } = await callApi<Answer>(app, '/adhesions', {
    body: application(changes),
    headers: { 'x-cpof-ip': ip },
  })
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

/** As many applications as wanted, from one address. */
async function attack(
  count: number,
  ip: string,
  victim: (index: number) => Parameters<typeof application>[0],
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let index = 0; index < count; index += 1) answers.push(await applyFrom(ip, victim(index)))
  return answers
}

/** E-mails that one network caused within the hour, noted as sent, each to another address of a domain. */
async function causedBefore(count: number, ip: string, domain: string): Promise<void> {
  const network = networkKey(app.payload, ip)
  await whileSeeding(app.payload, () =>
    unitOfWork(app.payload, async (unit) => {
      for (let index = 0; index < count; index += 1) {
        await oweMessage(unit, {
          subject: `test:${randomUUID()}`,
          template: 'follow-up-link',
          key: [],
          recipient: `avant${index}@${domain}`,
          cause: 'stranger',
          network,
          data: { reference: 'CPOF-2026-000007', occasion: 'asked' },
        })
      }
    }),
  )
}

const within55s = (assertion: () => Promise<void>) => vi.waitFor(assertion, { timeout: 55_000, interval: 200 })

const statusesOf = async (adhesion: string) => (await owed(app.payload, { adhesion })).map(({ status }) => status)

const messages = async (where: Parameters<typeof app.payload.find>[0]['where']) =>
  (
    await app.payload.find({
      collection: 'messages',
      ...(where ? { where } : {}),
      pagination: false,
      limit: 0,
      depth: 0,
      overrideAccess: true,
    })
  ).docs

/** What became of the e-mails about a file; the signature link is overtaken where it was used already. */
const fatesOf = async (adhesion: string) =>
  new Set(
    (await owed(app.payload, { adhesion }))
      .filter(({ template }) => template !== 'signature-link')
      .map(({ status }) => status),
  )

describe('25 applications that name addresses of one domain', () => {
  it('keep nobody else of it from applying, nor the secretariat from asking', async () => {
    const domain = 'grosfai.example'
    await attack(25, '198.51.100.1', (index) => ({
      representative: { email: `victime${index}@${domain}` },
      contact: { email: `autre${index}@${domain}` },
    }))
    const honest = await applyFrom('203.0.113.1', {
      representative: { email: `presidente@${domain}` },
      contact: { email: `contact@${domain}` },
    })
    expect(honest.mailWaitsUntil).toBeUndefined()
    const instructed = await signed(app, {
      representative: { email: `directeur@${domain}` },
      contact: { email: `accueil@${domain}` },
    })
    await requestInformation(app.payload, {
      id: instructed.id,
      actor: house.secretary,
      question: 'Vos statuts ?',
      deadline: '2030-01-01',
    })
    sendBySeveral()
    await within55s(async () => {
      expect(await statusesOf(honest.doc.id)).toEqual(['sent', 'sent'])
      expect(await fatesOf(instructed.id)).toEqual(new Set(['sent']))
    })
    expect((await mailbox.mailTo(`presidente@${domain}`, /signer/)).subject).not.toContain('Atelier')
  })
})

describe('more applications from one network than it may cause e-mails, that name one organisation, one domain and one address', () => {
  it('send 120 e-mails, three of them to that address, and hold up nobody else', async () => {
    const [siren, email] = [validSiren(), 'visee@victimes.example']
    const organisation = { siret: validSiret(siren) }
    const representative = (index: number) => ({ email: `p${index}@victimes.example` })
    // What the network caused before is noted as sent: of the applications that follow, five fill its bound.
    await causedBefore(110, '2001:db8:1:200::1', 'victimes.example')
    const answers = await attack(15, '2001:db8:1:2ff::7', (index) => ({
      organisation,
      representative: representative(index),
      contact: { email },
    }))
    expect(answers[0]).not.toHaveProperty('mailWaitsUntil')
    const last = answers.at(-1)
    expect(new Date(last?.mailWaitsUntil ?? 0).getTime()).toBeGreaterThan(Date.now() + HOUR)
    expect(last?.message).toContain('partira le')
    const honest = await applyFrom('2001:db8:1:300::1', {
      organisation,
      representative: { email: 'vraie@victimes.example' },
      contact: { email: 'contact@victimes.example' },
    })
    expect(honest).not.toHaveProperty('mailWaitsUntil')
    const instructed = await signed(app, { representative: { email } })
    await requestInformation(app.payload, {
      id: instructed.id,
      actor: house.secretary,
      question: 'Vos statuts ?',
      deadline: '2030-01-01',
    })
    // The last places of the bound are given out one by one, which takes seconds.
    hurryClock()
    sendBySeveral()
    await within55s(async () => {
      expect(await statusesOf(honest.doc.id)).toEqual(['sent', 'sent'])
      expect(await fatesOf(instructed.id)).toEqual(new Set(['sent']))
    })
    const network = (await owed(app.payload, { adhesion: answers[0]?.doc.id ?? '' }))[0]?.network ?? ''
    expect(network).toMatch(/^[\w-]{43}$/)
    await within55s(async () => {
      const rows = await messages({ network: { equals: network } })
      expect(rows.filter(({ status }) => status === 'sent').length).toBe(120)
      expect(rows.filter(({ status, recipientKey }) => status === 'sent' && recipientKey === email).length).toBe(3)
      expect(
        rows.filter(
          ({ status, notBefore }) => status === 'owed' && new Date(notBefore) > new Date(Date.now() + 30 * MINUTE),
        ).length,
      ).toBe(20)
    })

    const file = last?.doc.id ?? ''
    expect(
      (await owed(app.payload, { adhesion: file })).map(({ status, capped, cause }) => ({ status, capped, cause })),
    ).toEqual(Array<object>(2).fill({ status: 'owed', capped: true, cause: 'stranger' }))
    const reader = await readerFor(app.payload, { ...(await staffUser(app.payload)), collection: 'users' as const })
    if (!reader) throw new Error('The secretary reads nothing')
    expect(await readMails(reader, [`adhesion:${file}`])).toMatchObject(
      Array<object>(2).fill({ tone: 'look', status: expect.stringMatching(/^attend\u00a0: partira le/) }),
    )
    // Who holds the contact's link causes as little to an address that is not proven as a stranger does.
    const { actor } = await openFollowUp(
      app.payload,
      await lastToken(app.payload, { adhesion: file, template: 'receipt' }, 'followUp'),
      CLIENT,
    )
    await resendLink(app.payload, { id: file, actor })
    expect((await owed(app.payload, { adhesion: file, template: 'signature-link' })).at(-1)).toMatchObject({
      capped: true,
      cause: 'applicant',
    })
    await within55s(async () => expect(await fatesOf(file)).toEqual(new Set(['sent'])))
  }, 240_000)
})

describe('an address whose link was used', () => {
  it('is written to without bound about that file, and about that file alone', async () => {
    const email = 'prouvee@exemple.fr'
    const alone = { representative: { email }, contact: undefined }
    const first = await applied(app, alone)
    await applied(app, alone)
    await applied(app, alone)
    const held = async (adhesion: string) =>
      (await owed(app.payload, { adhesion })).filter(({ capped }) => capped).length
    expect(await held(first.id)).toBe(2)
    sendBySeveral(1)
    await within55s(async () =>
      expect(
        (await messages({ recipientKey: { equals: email } })).filter(({ status }) => status === 'sent').length,
      ).toBe(3),
    )
    const token = await lastToken(app.payload, { adhesion: first.id, template: 'receipt' }, 'followUp')
    const { actor } = await openFollowUp(app.payload, token, CLIENT)
    await within55s(async () => expect(await statusesOf(first.id)).toEqual(['sent', 'sent']))
    await resendLink(app.payload, { id: first.id, actor })
    await within55s(async () => expect(await statusesOf(first.id)).toEqual(['sent', 'sent', 'sent']))
    expect(
      (await messages({ recipientKey: { equals: email } })).filter(({ status }) => status === 'owed').length,
    ).toBeGreaterThan(0)
  })
})

describe('where an e-mail waits', () => {
  it('the end of the form and the follow-up page say so, and until when; a time that somebody made up is not repeated', async () => {
    const site = visitor(door)
    const email = 'attendue@exemple.fr'
    for (let count = 0; count < 3; count += 1) await applied(app, { representative: { email }, contact: undefined })
    const given = answers()
    const join = joiner(site)
    const signatory = { ...given.signataire, 'representative.email': email }
    const sent = await join.send(await join.answerAll({ ...given, signataire: signatory }))
    expect(sent.location).toMatch(
      /^\/nous-rejoindre\/merci\?reference=CPOF-\d{4}-\d+&recu=\d+\.[\w-]+&depart=\d+\.[\w-]+$/,
    )
    const thanks = await site.get(sent.location ?? '')
    expect(thanks.text).toMatch(/Un courriel part plus tard .* partira le \d+ .* à \d+ h \d\d/)
    const madeUp = (sent.location ?? '').replace(/depart=\d/, 'depart=9')
    expect((await site.get(madeUp)).text).not.toContain('part plus tard')

    const [file] = (
      await app.payload.find({
        collection: 'adhesions',
        where: { reference: { equals: /reference=([\w-]+)/.exec(sent.location ?? '')?.[1] ?? '' } },
        overrideAccess: true,
      })
    ).docs
    const followUp = `/adhesion/suivi/${await lastToken(app.payload, { adhesion: file?.id ?? '', template: 'receipt' }, 'followUp')}`
    expect((await site.get(followUp)).text).toContain('Un courriel part plus tard')
    // Using the link proves the address: nothing waits any more.
    const resent = await site.post(`${followUp}/renvoyer`)
    expect((await site.get(resent.location ?? '')).text).not.toContain('Un courriel part plus tard')
  })

  it('a second application is told when the link leaves again, and the page of lost links tells everybody the same', async () => {
    const email = 'encore@exemple.fr'
    const again = application({ representative: { email }, contact: undefined })
    await callApi(app, '/adhesions', { body: again })
    await applied(app, { representative: { email }, contact: undefined })
    const refused = await callApi<{ mailWaitsUntil?: string; errors: { code: string; message: string }[] }>(
      app,
      '/adhesions',
      { body: { ...again, motivation: 'Nous l’écrivons autrement.' } },
    )
    expect(refused.status).toBe(409)
    expect(refused.body.errors[0]?.message).toContain('repartira le')
    expect(new Date(refused.body.mailWaitsUntil ?? 0).getTime()).toBeGreaterThan(Date.now() + 23 * HOUR)
    const lost = visitor(door)
    expect((await lost.get('/adhesion/lien-perdu?fait=envoye')).text).toMatch(
      /trois courriels par jour .* vingt-quatre heures/,
    )
  })
})

describe('the team', () => {
  it('sends a link again although a stranger just had it sent', async () => {
    const body = application()
    const {
      body: { doc },
    } = await callApi<Answer>(app, '/adhesions', { body })
    const again = { ...body, motivation: 'Nous l’écrivons autrement.' }
    expect((await callApi(app, '/adhesions', { body: again })).status).toBe(409)
    const { actor } = await openFollowUp(
      app.payload,
      await lastToken(app.payload, { adhesion: doc.id, template: 'receipt' }, 'followUp'),
      CLIENT,
    )
    await expect(resendLink(app.payload, { id: doc.id, actor })).rejects.toMatchObject({ code: 'resend-cap-reached' })
    await resendLink(app.payload, { id: doc.id, actor: house.secretary })
    expect((await owed(app.payload, { adhesion: doc.id, template: 'signature-link' })).at(-1)).toMatchObject({
      cause: 'staff',
      capped: false,
    })
  })
})
