import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { forgetJoinDrafts } from '../../src/adhesion/join-drafts.ts'
import { setClock } from '../../src/lib/clock.ts'
import type { Adhesion } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter, validSiret } from '../support/factories.ts'
import { answers, joiner, READ, stepOf, typedInto } from '../support/joining.ts'
import { owed } from '../support/outbox.ts'
import { fieldsOn, openSiteDoor, visitor } from '../support/site.ts'

const HOUR = 60 * 60_000
const registered = validSiret()
let join: ReturnType<typeof joiner>

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
let register: Server
/** What the register on this machine answers next. */
let answer: { status: number; body: unknown } = { status: 503, body: {} }

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
  join = joiner(site)
})

afterEach(() => setClock(null))
afterAll(async () => {
  await door.close()
  await app.stop()
  register.close()
})

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
    const given = answers()
    const siret = given.siret['organisation.siret'] ?? ''
    Object.assign(given.organisme, {
      'organisation.legalName': 'L’Atelier & Cie',
      motivation: 'Une ligne.\r\nUne autre.',
    })
    const address = await join.answerAll(given)
    const reread = await site.get(address)
    expect(reread.status).toBe(200)
    expect(reread.text).toContain('Vérifiez avant d’envoyer')
    expect(reread.text).toContain('L’Atelier & Cie')
    expect(reread.text).toContain('Représentant légal')
    expect(await fileOf(siret)).toBeUndefined()

    const sent = await join.send(address)
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

  it('says all that is wrong with a step at the top and beside its field, and keeps what was typed', async () => {
    const given = answers()
    let address = await join.begin()
    address = await join.answerStep(address, given.vous)
    const faulty = await join.answerStep(address, { 'organisation.siret': '12345678900000' })
    expect(faulty).toBe(`${address}?a-corriger=1`)
    expect((await site.get(faulty)).html).toContain('id="champ-organisation.siret-erreur"')
    address = await join.answerStep(faulty, given.siret)
    const page = await site.get(
      await join.answerStep(address, {
        ...given.organisme,
        'organisation.legalName': '',
        motivation: '<b>Parce que</b>',
      }),
    )
    expect(page.html).toMatch(/<title>Erreur\s: Votre organisme/)
    expect(page.text).toContain('Il reste un point à corriger')
    expect(page.html).toContain('href="#champ-organisation.legalName"')
    expect(page.html).toContain('id="champ-organisation.legalName-erreur"')
    expect(page.html).not.toContain('representative')
    expect(fieldsOn(page).get('organisation.address.city')).toBe('Lyon')
    expect(fieldsOn(page).get('motivation')).toBe('<b>Parce que</b>')
    expect(page.html).not.toContain('<b>Parce que')
    // Shown again without having been sent again, the step says nothing of mistakes.
    expect((await site.get(address)).html).not.toContain('-erreur"')
  })

  it('is not sent before the notice was read', async () => {
    const address = await join.answerAll(answers())
    const faulty = await join.answerStep(address, {})
    expect((await site.get(faulty)).html).toContain('id="champ-privacyNoticeRead-erreur"')
    expect(await join.send(faulty)).toMatchObject({ status: 303 })
  })

  it('asks for the region where the postal code does not say it, and only there', async () => {
    const given = answers()
    let address = await join.begin()
    address = await join.answerStep(address, given.vous)
    address = await join.answerStep(address, given.siret)
    expect((await site.get(address)).html).not.toContain('organisation.address.region')
    const asked = await join.answerStep(address, {
      ...given.organisme,
      'organisation.address.postalCode': '37160',
      'organisation.address.city': 'Ailleurs',
    })
    expect((await site.get(asked)).html).toContain('id="champ-organisation.address.region-erreur"')
    expect(stepOf(await join.answerStep(asked, { 'organisation.address.region': '24' }))).toBe('signataire')
  })

  it('asks of a partner abroad no SIRET, no Qualiopi and no RNA, and of nobody abroad to become a member', async () => {
    const address = await join.begin()
    const refused = await join.answerStep(address, { kind: 'member', place: 'abroad' })
    expect((await site.get(refused)).html).toContain('id="champ-place-erreur"')
    const next = await join.answerStep(refused, { kind: 'partner', place: 'abroad' })
    expect(stepOf(next)).toBe('organisme')
    const { html } = await site.get(next)
    for (const path of ['siret', 'qualiopi', 'rna', 'nda']) expect(html).not.toContain(`organisation.${path}`)
    expect(await site.get(next.replace('organisme', 'siret'))).toMatchObject({ status: 404 })
    const { organisme, signataire } = answers()
    const without = await join.answerStep(next, organisme)
    expect((await site.get(without)).html).toContain('id="champ-organisation.country-erreur"')
    const signatory = await join.answerStep(without, {
      'organisation.country': 'BE',
      'organisation.registerNumber': `BE 0${Date.now()}`,
    })
    expect((await join.send(await join.answerStep(signatory, signataire))).status).toBe(303)
  })

  it('has an organisation of New Caledonia become a member by its RIDET', async () => {
    const organisation = await join.answerStep(await join.begin(), { kind: 'member', place: 'own-register' })
    expect(stepOf(organisation)).toBe('organisme')
    const { organisme, signataire } = answers()
    const signatory = await join.answerStep(organisation, {
      ...organisme,
      'organisation.country': 'NC',
      'organisation.registerNumber': '1 234 567.001',
      'organisation.address.postalCode': '98800',
      'organisation.address.city': 'Nouméa',
    })
    expect(stepOf(signatory)).toBe('signataire')
    expect((await join.send(await join.answerStep(signatory, signataire))).status).toBe(303)
  })

  it('is changed part by part from where it is read over, and taken up again by its address', async () => {
    const given = answers()
    const address = await join.answerAll({
      ...given,
      signataire: {
        ...given.signataire,
        'contact.email': 'paul@atelier.example',
        'contact.firstName': 'Paul',
        'contact.lastName': 'Roy',
      },
    })
    const href = /href="([^"]*\/signataire\?retour=verifier)"/.exec((await site.get(address)).html)?.[1] ?? ''
    const page = await site.get(href)
    expect(fieldsOn(page).get('contact.email')).toBe('paul@atelier.example')
    const back = await site.post(`${href}`, typedInto(page, { 'representative.lastName': 'Durand' }))
    expect(back.location).toBe(address)
    setClock(() => new Date(Date.now() + 29 * 24 * HOUR))
    expect((await site.get(address)).text).toContain('Durand')
    setClock(() => new Date(Date.now() + 31 * 24 * HOUR))
    expect(await site.get(address)).toMatchObject({ status: 404 })
    expect(await forgetJoinDrafts(app.payload)).toBeGreaterThan(0)
    setClock(null)
    expect(await site.get(address)).toMatchObject({ status: 404 })
  })

  it('is stored so that neither what was typed nor its link can be read', async () => {
    const given = answers()
    const address = await join.answerAll(given)
    const token = address.split('/')[3] ?? ''
    const { docs } = await app.payload.find({ collection: 'join-drafts', pagination: false, overrideAccess: true })
    const stored = JSON.stringify(docs)
    expect(stored.length).toBeGreaterThan(500)
    for (const secret of [token, 'Tanneurs', given.signataire['representative.email'] ?? ''])
      expect(stored).not.toContain(secret)
    const { headers } = await site.get(address)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(await site.get(address.replace(token, 'x'.repeat(43)))).toMatchObject({ status: 404 })
  })

  it('is renewed without loss after a day, and when its time was written by somebody else', async () => {
    const given = answers()
    const address = await join.answerAll(given)
    const fields = typedInto(await site.get(address), READ)
    setClock(() => new Date(Date.now() + 25 * HOUR))
    const old = await site.get((await site.post(address, fields)).location ?? '')
    expect(old.text).toContain('Rien n’est perdu')
    expect(old.text).toContain('Dupont')
    setClock(null)
    fields.set('openedAt', `${Date.now()}.forged`)
    expect(await site.post(address, fields)).toMatchObject({ status: 303, location: `${address}?probleme=duree` })
    expect(await fileOf(given.siret['organisation.siret'] ?? '')).toBeUndefined()
    expect((await join.send(address)).status).toBe(303)
  })

  it('takes nothing from who fills in what nobody sees', async () => {
    const given = answers()
    const begun = await site.post(
      '/nous-rejoindre',
      typedInto(await site.get('/nous-rejoindre'), { 'organisation.fax': '1' }),
    )
    expect(begun.status).toBe(400)
    expect(begun.text).toContain('Un champ qui doit rester vide')
    const address = await join.answerAll(given)
    const filled = await join.answerStep(address, { ...READ, 'organisation.fax': '01 02 03 04 05' })
    const page = await site.get(filled)
    expect(page.text).toContain('Un champ qui doit rester vide')
    expect(await fileOf(given.siret['organisation.siret'] ?? '')).toBeUndefined()
    expect(fieldsOn(page).get('organisation.fax')).toBe('')
  })

  it('says that an application is under way already, and where its link is sent again', async () => {
    const given = answers()
    expect((await join.send(await join.answerAll(given))).status).toBe(303)
    const twice = await join.send(await join.answerAll(given))
    expect(twice.status).toBe(409)
    expect(twice.html).toContain('href="/adhesion/lien-perdu"')
  })

  it('sent twice from one showing is one application, and leads to the same page ever after', async () => {
    const given = answers()
    const address = await join.answerAll(given)
    const showing = typedInto(await site.get(address), READ)
    const [first, second] = await Promise.all([site.post(address, showing), site.post(address, showing)])
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
    expect((await site.post(address, showing)).location).toBe(first.location)
    for (const step of ['vous', 'signataire', 'verifier'])
      expect(await site.get(address.replace('verifier', step))).toMatchObject({ status: 303, location: first.location })
    const file = await fileOf(given.siret['organisation.siret'] ?? '')
    expect(await owed(app.payload, { adhesion: file?.id ?? '', template: 'signature-link' })).toHaveLength(1)
  })

  it('is kept by nobody, and what is not answered yet leads back to what is', async () => {
    expect((await site.get('/nous-rejoindre')).headers.get('cache-control')).toBe('no-store')
    for (const step of ['verifier', 'modifier', 'siret', 'envoyer'])
      expect(await site.get(`/nous-rejoindre/${step}`)).toMatchObject({ status: 303, location: '/nous-rejoindre' })
    const first = await join.begin()
    for (const step of ['siret', 'organisme', 'signataire', 'verifier'])
      expect((await site.get(first.replace('vous', step))).location).toContain(first)
    for (const made of ['?reference=%3Cb%3E', '?reference=CPOF-2026-000001', ''])
      expect(await site.get(`/nous-rejoindre/merci${made}`)).toMatchObject({
        status: 303,
        location: '/adhesion/lien-perdu',
      })
  })
})

describe('the SIRET, looked up in the company register', () => {
  const lookUp = async (siret: string): Promise<string> => {
    const address = await join.answerStep(await join.begin(), answers().vous)
    return join.answerStep(address, { 'organisation.siret': siret })
  }
  const place = {
    siret: registered,
    adresse: '9 QUAI DU PORT 44000 NANTES',
    code_postal: '44000',
    libelle_commune: 'NANTES',
    etat_administratif: 'A',
  }

  it('fills in name and address, to be confirmed, and undoes no correction', async () => {
    answer = { status: 200, body: { results: [{ nom_complet: 'L’OUVROIR', siege: place }] } }
    const address = await lookUp(registered)
    const page = await site.get(address)
    expect(page.text).toContain('L’OUVROIR')
    expect(Object.fromEntries(fieldsOn(page))).toMatchObject({
      'organisation.legalName': 'L’OUVROIR',
      'organisation.address.line1': '9 QUAI DU PORT',
      'organisation.address.city': 'NANTES',
    })
    await join.answerStep(address, { 'organisation.legalName': 'L’Ouvroir' })
    const again = await join.answerStep(address.replace('organisme', 'siret'), { 'organisation.siret': registered })
    expect(fieldsOn(await site.get(again)).get('organisation.legalName')).toBe('L’Ouvroir')
  })

  it('is refused as it would be on sending, without asking the register', async () => {
    answer = { status: 500, body: {} }
    const page = await site.get(await lookUp('123'))
    expect(page.html).toContain('id="champ-organisation.siret-erreur"')
    expect(page.text).not.toContain('Le registre ne répond pas')
  })

  it('leads on when the register is away or does not know it', async () => {
    answer = { status: 503, body: {} }
    const away = await lookUp(registered)
    expect((await site.get(away)).text).toContain('Le registre ne répond pas')
    expect(stepOf(await join.answerStep(away, answers().organisme))).toBe('signataire')
    answer = { status: 200, body: { results: [] } }
    expect((await site.get(await lookUp(registered))).text).toContain('SIRET inconnu du registre')
  })
})
