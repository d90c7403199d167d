import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '../../src/lib/clock.ts'
import type { Adhesion } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter, validSiret } from '../support/factories.ts'
import { owed } from '../support/outbox.ts'
import { fieldsOn, openSiteDoor, visitor, type Page } from '../support/site.ts'

const HOUR = 60 * 60_000
const registered = validSiret()

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
let register: Server
/** What the register on this machine answers next. */
let answer: { status: number; body: unknown }

beforeAll(async () => {
  register = createServer((_req, res) => res.writeHead(answer.status).end(JSON.stringify(answer.body))).listen(
    0,
    '127.0.0.1',
  )
  await once(register, 'listening')
  const address = register.address()
  const port = typeof address === 'object' && address ? address.port : 0
  app = await startApp({ COMPANY_REGISTER_URL: `http://127.0.0.1:${port}` })
  await adoptCharter(app.payload)
  door = await openSiteDoor(app, { LIMIT_SUBMISSIONS: '1000' })
  site = visitor(door)
})

afterEach(() => setClock(null))
afterAll(async () => {
  await door.close()
  await app.stop()
  register.close()
})

let count = 0

/** The form as its page gives it, filled in by an organisation of its own. */
async function filledIn(changes: Record<string, string> = {}): Promise<URLSearchParams> {
  const fields = fieldsOn(await site.get('/nous-rejoindre'))
  count += 1
  const typed = {
    kind: 'member',
    'organisation.legalName': `Les Ateliers n° ${count}`,
    'organisation.siret': validSiret(),
    'organisation.address.line1': '4 rue des Tanneurs',
    'organisation.address.postalCode': '69003',
    'organisation.address.city': 'Lyon',
    'representative.firstName': 'Jeanne',
    'representative.lastName': 'Dupont',
    'representative.function': 'Présidente',
    'representative.capacity': 'legal-representative',
    'representative.email': `jeanne.${count}@atelier.example`,
    privacyNoticeRead: 'true',
    ...changes,
  }
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  return fields
}

const review = (fields: URLSearchParams): Promise<Page> => site.post('/nous-rejoindre/verifier', fields)
const send = async (page: Page): Promise<Page> => site.post('/nous-rejoindre/envoyer', fieldsOn(page))

async function fileOf(siret: string | null): Promise<Adhesion | undefined> {
  const { docs } = await app.payload.find({
    collection: 'adhesions',
    where: { 'organisation.siret': { equals: siret } },
    depth: 0,
    limit: 2,
    overrideAccess: true,
  })
  expect(docs.length).toBeLessThan(2)
  return docs[0]
}

describe('the join form', () => {
  it('opens the file that the API would open, once it was read over', async () => {
    const fields = await filledIn({
      'organisation.legalName': 'L’Atelier & Cie',
      'organisation.siret': '',
      motivation: 'Une ligne.\r\nUne autre.',
    })
    const siret = validSiret()
    fields.set('organisation.siret', siret)
    const reread = await review(fields)
    expect(reread.status).toBe(200)
    expect(reread.text).toContain('Vérifiez avant d’envoyer')
    expect(reread.text).toContain('L’Atelier & Cie')
    expect(reread.text).toContain('Représentant légal')
    expect(await fileOf(siret)).toBeUndefined()

    const sent = await send(reread)
    expect(sent.status).toBe(303)
    const file = await fileOf(siret)
    expect(file).toMatchObject({
      status: 'awaiting-signature',
      kind: 'member',
      motivation: 'Une ligne.\nUne autre.',
      organisation: { legalName: 'L’Atelier & Cie', address: { region: '84' } },
      representative: { lastName: 'Dupont' },
    })
    expect(sent.location).toMatch(
      new RegExp(`^/nous-rejoindre/merci\\?reference=${file?.reference}&recu=\\d+\\.[\\w-]+$`),
    )
    const end = await site.get(sent.location ?? '')
    expect(end.text).toContain(file?.reference)
    expect(end.text).toContain('60 jours')
    expect(end.text).toContain(file?.representative?.email)
    const another = (sent.location ?? '').replace(/reference=CPOF-\d+-\d+/, 'reference=CPOF-2099-999999')
    expect(await site.get(another)).toMatchObject({ status: 303, location: '/adhesion/lien-perdu' })
    setClock(() => new Date(Date.now() + 2 * 60 * 60_000))
    expect((await site.get(sent.location ?? '')).text).not.toContain(file?.representative?.email)
    setClock(null)
    const templates = (await owed(app.payload, { adhesion: file?.id ?? '' })).map(({ template }) => template).sort()
    expect(templates).toEqual(['receipt', 'signature-link'])
  })

  it('says all that is wrong at the top and beside its field, and keeps what was typed', async () => {
    const fields = await filledIn({
      'organisation.siret': '12345678900000',
      'organisation.legalName': '',
      'representative.firstName': 'Zoé',
      motivation: '<b>Parce que</b>',
    })
    fields.delete('privacyNoticeRead')
    const page = await review(fields)
    expect(page.status).toBe(400)
    expect(page.html).toMatch(/<title>Erreur\s: Nous rejoindre/)
    expect(page.text).toContain('Il reste 3 points à corriger')
    for (const path of ['organisation.siret', 'organisation.legalName', 'privacyNoticeRead']) {
      expect(page.html).toContain(`href="#champ-${path}"`)
      expect(page.html).toContain(`id="champ-${path}-erreur"`)
    }
    const kept = fieldsOn(page)
    expect(kept.get('representative.firstName')).toBe('Zoé')
    expect(kept.get('motivation')).toBe('<b>Parce que</b>')
    expect(kept.get('organisation.siret')).toBe('12345678900000')
    expect(page.html).not.toContain('<b>Parce que')
  })

  it('asks for the region where the postal code does not say it', async () => {
    const fields = await filledIn({
      'organisation.address.postalCode': '37160',
      'organisation.address.city': 'Ailleurs',
    })
    const asked = await review(fields)
    expect(asked.status).toBe(400)
    expect(asked.html).toContain('id="champ-organisation.address.region-erreur"')
    fields.set('organisation.address.region', '24')
    expect((await review(fields)).status).toBe(200)
  })

  it('comes back from its review with everything in it', async () => {
    const reread = await review(
      await filledIn({
        'organisation.qualiopi.status': 'certified',
        'contact.email': 'paul@atelier.example',
        'contact.firstName': 'Paul',
        'contact.lastName': 'Roy',
      }),
    )
    const again = await site.post('/nous-rejoindre/modifier', fieldsOn(reread))
    const kept = fieldsOn(again)
    expect(kept.get('organisation.qualiopi.status')).toBe('certified')
    expect(kept.get('contact.email')).toBe('paul@atelier.example')
    expect(kept.get('kind')).toBe('member')
    expect((await review(kept)).status).toBe(200)
  })

  it('is renewed without loss after a day, and when its time was written by somebody else', async () => {
    const fields = await filledIn({ 'representative.firstName': 'Zoé' })
    setClock(() => new Date(Date.now() + 25 * HOUR))
    const old = await review(fields)
    expect(old.status).toBe(400)
    expect(old.text).toContain('Rien n’est perdu')
    const renewed = fieldsOn(old)
    expect(renewed.get('representative.firstName')).toBe('Zoé')
    expect((await review(renewed)).status).toBe(200)
    renewed.set('openedAt', `${Date.now()}.forged`)
    expect((await site.post('/nous-rejoindre/envoyer', renewed)).status).toBe(400)
    expect(await fileOf(renewed.get('organisation.siret'))).toBeUndefined()
  })

  it('takes nothing from who fills in what nobody sees', async () => {
    const fields = await filledIn({ 'organisation.fax': '01 02 03 04 05' })
    const page = await site.post('/nous-rejoindre/envoyer', fields)
    expect(page.status).toBe(400)
    expect(page.text).toContain('Un champ qui doit rester vide')
    expect(await fileOf(fields.get('organisation.siret'))).toBeUndefined()
    expect(fieldsOn(page).get('organisation.fax')).toBe('')
    expect((await review(fieldsOn(page))).status).toBe(200)
  })

  it('says that an application is under way already, and where its link is sent again', async () => {
    const fields = await filledIn()
    const reread = await review(fields)
    expect((await send(reread)).status).toBe(303)
    const twice = await send(await review(fields))
    expect(twice.status).toBe(409)
    expect(twice.html).toContain('href="/adhesion/lien-perdu"')
    expect(await fileOf(fieldsOn(reread).get('organisation.siret'))).toBeDefined()
  })

  it('sent twice from one showing is one application, and leads to the same page', async () => {
    const reread = await review(await filledIn())
    const [first, second] = await Promise.all([send(reread), send(reread)])
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
    expect((await send(reread)).location).toBe(first.location)
    const file = await fileOf(fieldsOn(reread).get('organisation.siret'))
    expect(await owed(app.payload, { adhesion: file?.id ?? '', template: 'signature-link' })).toHaveLength(1)
  })

  it('is kept by nobody, and its steps lead back to its beginning', async () => {
    expect((await site.get('/nous-rejoindre')).headers.get('cache-control')).toBe('no-store')
    for (const step of ['verifier', 'modifier', 'siret', 'envoyer']) {
      expect(await site.get(`/nous-rejoindre/${step}`)).toMatchObject({ status: 303, location: '/nous-rejoindre' })
    }
    for (const made of ['?reference=%3Cb%3E', '?reference=CPOF-2026-000001', ''])
      expect(await site.get(`/nous-rejoindre/merci${made}`)).toMatchObject({
        status: 303,
        location: '/adhesion/lien-perdu',
      })
  })
})

describe('the SIRET, looked up in the company register', () => {
  const lookUp = async (siret: string): Promise<Page> =>
    site.post(
      '/nous-rejoindre/siret',
      await filledIn({ 'organisation.siret': siret, 'representative.firstName': 'Zoé' }),
    )
  const place = {
    siret: registered,
    adresse: '9 QUAI DU PORT 44000 NANTES',
    code_postal: '44000',
    libelle_commune: 'NANTES',
    etat_administratif: 'A',
  }

  it('fills in name and address, and leaves the rest as typed', async () => {
    answer = { status: 200, body: { results: [{ nom_complet: 'L’OUVROIR', siege: place }] } }
    const page = await lookUp(registered)
    expect(page.status).toBe(200)
    expect(page.text).toContain('L’OUVROIR')
    expect(Object.fromEntries(fieldsOn(page))).toMatchObject({
      'organisation.legalName': 'L’OUVROIR',
      'organisation.address.line1': '9 QUAI DU PORT',
      'organisation.address.city': 'NANTES',
      'representative.firstName': 'Zoé',
    })
    expect((await review(fieldsOn(page))).status).toBe(200)
  })

  it('is refused as it would be on sending, without asking the register', async () => {
    answer = { status: 500, body: {} }
    const page = await lookUp('123')
    expect(page.status).toBe(400)
    expect(page.html).toContain('id="champ-organisation.siret-erreur"')
  })

  it('leaves the form as it is when the register is away or does not know it', async () => {
    answer = { status: 503, body: {} }
    const away = await lookUp(registered)
    expect(away.text).toContain('Le registre ne répond pas')
    expect((await review(fieldsOn(away))).status).toBe(200)
    answer = { status: 200, body: { results: [] } }
    expect((await lookUp(registered)).text).toContain('SIRET inconnu du registre')
  })
})
