import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/adhesion/lifecycle/actor.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { startSender, type Sender } from '../../src/jobs/sender.ts'
import { setClock } from '../../src/lib/clock.ts'
import { createTransport } from '../../src/mail/transport.ts'
import { charter } from '../support/views/sample-data.ts'
import { sameIn, violationsOf } from '../support/accessibility.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { complaintsOf, launchBrowser, newVisitor, phone, takePicture } from '../support/browser.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter, application, staffUser, validSiret } from '../support/factories.ts'
import { flawsOf, tabTo, typeInto } from '../support/readable.ts'
import { openSiteDoor } from '../support/site.ts'
import { startTestMailbox, type TestMailbox } from '../support/smtp.ts'

let app: TestApp
let door: TestDoor
let mailbox: TestMailbox
let sender: Sender
let browser: Browser
let secretary: Actor
/** Where axe looks at what was shown: it is a script, and the visitors have none. */
let looker: Page

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
const DAY = 24 * 60 * 60_000

beforeAll(async () => {
  app = await startApp()
  await adoptCharter(app.payload, { text: charter.markdown })
  secretary = {
    kind: 'staff',
    user: await staffUser(app.payload),
    client: { ip: null, userAgent: null, requestId: null },
  }
  mailbox = await startTestMailbox()
  sender = startSender({
    payload: app.payload,
    transport: createTransport(mailbox.url, 'CPOF <ne-pas-repondre@cpof.example>'),
    instance: randomUUID(),
  })
  door = await openSiteDoor(app, { LIMIT_SIGNATURES: '1000', LIMIT_SUBMISSIONS: '1000' })
  browser = await launchBrowser()
  looker = await (await newVisitor(browser, door.url)).newPage()
})

afterAll(async () => {
  await browser.close()
  await door.close()
  await sender.stop()
  await mailbox.close()
  await app.stop()
})

type Applied = { id: string; reference: string; contact: string; representative: string }

/** An organisation applies by the API, as a form on its own site would. */
async function apply(): Promise<Applied> {
  const key = randomUUID().slice(0, 8)
  const [contact, representative] = [`paul.${key}@tregor.example`, `jeanne.${key}@tregor.example`]
  const body = application({
    organisation: { legalName: 'Association Passerelles Formation du Trégor', rna: 'W291000123' },
    contact: { email: contact },
    representative: { email: representative },
  })
  const response = await fetch(`${door.url}/api/adhesions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(201)
  const { doc } = (await response.json()) as { doc: { id: string; reference: string } }
  return { ...doc, contact, representative }
}

/** Where the link of an e-mail leads. */
async function linkIn(address: string, subject: RegExp): Promise<string> {
  const { text } = await mailbox.mailTo(address, subject)
  const [link] = /\/adhesion\/(signature|suivi)\/[\w-]+/.exec(text) ?? []
  if (!link) throw new Error(`No link in: ${text}`)
  return link
}

const toSign = ({ representative }: Applied) => linkIn(representative, /Charte à lire et à signer/)
const toFollow = ({ contact, reference }: Applied) => linkIn(contact, new RegExp(reference))

const screens = [
  ['on a phone', phone],
  ['on a desk', { viewport: { width: 1280, height: 900 } }],
] as const

describe.each(screens)('without JavaScript, %s,', (where, screen) => {
  let context: BrowserContext
  let page: Page
  let complaints: string[]
  let unexpected: string[]

  beforeAll(async () => {
    context = await newVisitor(browser, door.url, { ...screen, javaScriptEnabled: false })
    page = await context.newPage()
    complaints = complaintsOf(page)
    unexpected = []
  })
  afterEach(() => {
    setClock(null)
    unexpected = complaints.splice(0).filter((each) => !/status of (400|403|404|409|410)/.test(each))
    expect(unexpected).toEqual([])
  })
  afterAll(() => context.close())

  /** Waits for a page by its heading, and looks at it. */
  async function reads(heading: string | RegExp, picture: string): Promise<void> {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    expect([...(await flawsOf(page)), ...(await violationsOf(await sameIn(looker, page)))], picture).toEqual([])
    await takePicture(page, `${picture}-${where.replaceAll(' ', '-')}`)
  }

  it('an organisation joins from the front page to the signed charter, by the keyboard alone', async () => {
    const key = randomUUID().slice(0, 8)
    const email = `jeanne.${key}@tanneurs.example`
    await page.goto('/')
    if (screen === phone) {
      await tabTo(page, 'Menu')
      await page.keyboard.press('Enter')
    }
    await tabTo(page, 'Nous rejoindre')
    await page.keyboard.press('Enter')
    await reads('Nous rejoindre', 'join')
    await tabTo(page, 'Commencer la demande')
    await page.keyboard.press('Enter')

    await reads('Qui êtes-vous ?', 'join-who')
    await tabTo(page, 'champ-kind')
    await page.keyboard.press('Space')
    await tabTo(page, 'champ-place')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')

    await reads('Votre SIRET', 'join-siret')
    await typeInto(page, { 'organisation.siret': '123' })
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Erreur\s: /)
    await reads('Votre SIRET', 'join-wrong')
    expect(await page.getByLabel(/SIRET/).inputValue()).toBe('123')
    const [issue = ''] = await page.getByRole('alert').getByRole('link').allInnerTexts()
    await tabTo(page, issue)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('champ-organisation.siret')
    await page.keyboard.press('Control+A')
    await page.keyboard.type(validSiret())
    await page.keyboard.press('Enter')

    await reads('Votre organisme', 'join-organisation')
    await typeInto(page, {
      'organisation.legalName': `Les Ateliers des Tanneurs ${key}`,
      'organisation.address.line1': '4 rue des Tanneurs',
      'organisation.address.postalCode': '69003',
      'organisation.address.city': 'Lyon',
    })
    await page.keyboard.press('Enter')

    await reads('Qui signe ?', 'join-signatory')
    await typeInto(page, {
      'representative.firstName': 'Jeanne',
      'representative.lastName': 'Martin',
      'representative.function': 'Présidente',
    })
    await tabTo(page, 'champ-representative.capacity')
    await page.keyboard.press('Space')
    await typeInto(page, { 'representative.email': email })
    await page.keyboard.press('Enter')

    await reads('Vérifiez avant d’envoyer', 'join-review')
    expect(await page.getByRole('main').innerText()).toContain('Présidente')
    await tabTo(page, 'champ-privacyNoticeRead')
    await page.keyboard.press('Space')
    await tabTo(page, 'Envoyer la demande')
    await page.keyboard.press('Enter')
    await reads('Votre demande est enregistrée', 'join-sent')

    const link = await linkIn(email, /Charte à lire et à signer/)
    await page.goto(link)
    await typeInto(page, { fullName: 'Jeanne Martin' })
    await tabTo(page, 'champ-accept')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await reads('La charte est signée', 'join-signed')
    const { docs } = await app.payload.find({
      collection: 'adhesions',
      where: { 'representative.email': { equals: email } },
      depth: 0,
    })
    expect(docs.map(({ status }) => status)).toEqual(['submitted'])
  })

  it('the representative reads and signs the charter from the e-mail, by the keyboard alone', async () => {
    const applied = await apply()
    const link = await toSign(applied)
    await page.goto(link)
    await reads(/charte/i, 'signature')
    expect(await page.getByRole('main').innerText()).toContain(applied.reference)
    await tabTo(page, 'champ-fullName')
    await page.keyboard.type('Jeanne Martin')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await reads(/charte/i, 'signature-incomplete')
    expect(await page.getByLabel(/nom/i).first().inputValue()).toBe('Jeanne Martin')
    await tabTo(page, 'champ-accept')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await reads('La charte est signée', 'signed')
    await page.goto(link)
    await reads('Cette charte est déjà signée', 'signed-already')
    const copy = await mailbox.mailTo(
      applied.representative,
      new RegExp(`(?=.*${applied.reference})(?!.*Charte à lire)`),
    )
    expect(copy.attachments).toHaveLength(2)
  })

  it('the contact answers the secretariat with a file', async () => {
    const applied = await apply()
    const link = await toFollow(applied)
    await page.goto(await toSign(applied))
    await page.getByLabel(/nom/i).first().fill('Jeanne Martin')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Signer la charte' }).click()
    await requestInformation(app.payload, {
      id: applied.id,
      actor: secretary,
      question: 'Pouvez-vous joindre vos statuts signés\u00a0?',
      deadline: '2030-01-01',
    })
    await page.goto(link)
    await reads('Association Passerelles Formation du Trégor', 'follow-up-asked')
    await page.getByLabel('Votre réponse').fill('Les voici.')
    await page
      .getByLabel(/Pièces jointes/)
      .setInputFiles({ name: 'plan.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') })
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
    await page.getByRole('alert').waitFor()
    await reads('Association Passerelles Formation du Trégor', 'follow-up-wrong-file')
    await page
      .getByLabel(/Pièces jointes/)
      .setInputFiles({ name: 'statuts.pdf', mimeType: 'application/pdf', buffer: PDF })
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
    await page.getByText('Votre réponse est envoyée').waitFor()
    await reads('Association Passerelles Formation du Trégor', 'follow-up-answered')
  })

  it('the contact corrects the application, changes who signs, and withdraws it', async () => {
    const applied = await apply()
    const link = await toFollow(applied)
    await page.goto(link)
    await reads('Association Passerelles Formation du Trégor', 'follow-up')
    await page.getByRole('link', { name: 'Corriger la demande' }).click()
    await reads('Corriger la demande', 'correction')
    await page.getByLabel('SIRET').fill('123')
    await page.getByLabel('Sigle').fill('PFT')
    await page.getByRole('button', { name: 'Enregistrer les corrections' }).click()
    await page.getByRole('alert').waitFor()
    await reads('Corriger la demande', 'correction-wrong')
    await page.getByLabel('SIRET').fill(await siretOf(applied.id))
    await page.getByRole('button', { name: 'Enregistrer les corrections' }).click()
    await page.getByText('Votre demande est corrigée').waitFor()

    await page.getByRole('link', { name: 'Changer de représentant' }).click()
    await reads('Changer de représentant', 'representative')
    await page.getByLabel('Prénom du représentant').fill('Léa')
    await page.getByLabel('Nom du représentant', { exact: true }).fill('Petit')
    await page.getByLabel('Fonction').fill('Directrice')
    await page.getByLabel('Représentant légal').check()
    await page.getByLabel('Adresse électronique du représentant').fill(`lea.${applied.id}@tregor.example`)
    await page.getByRole('button', { name: 'Changer de représentant' }).click()
    await page.getByText('Le représentant est changé').waitFor()

    await page.getByRole('link', { name: 'Retirer la demande' }).click()
    await reads(/Retirer la demande/, 'withdrawal')
    await page.getByRole('button', { name: 'Retirer la demande' }).click()
    await page.getByRole('heading', { name: 'Votre demande a été retirée' }).waitFor()
    await reads('Association Passerelles Formation du Trégor', 'follow-up-withdrawn')
  })

  it('somebody without their link asks for it again', async () => {
    const applied = await apply()
    await toFollow(applied)
    await page.goto('/adhesion/lien-perdu')
    await page.getByRole('button').click()
    await page.getByRole('alert').waitFor()
    await reads('Retrouver mon lien', 'lost-link-empty')
    await page.getByLabel('Votre adresse électronique').fill(applied.contact)
    await page.getByRole('button').click()
    await reads('C’est noté', 'lost-link-sent')
    const link = await linkIn(applied.contact, /^Suivre la demande/)
    await page.goto(link)
    await reads('Association Passerelles Formation du Trégor', 'follow-up-again')
  })

  it('a link that is wrong, was replaced or has run out says what to do', async () => {
    const applied = await apply()
    const link = await toSign(applied)
    await page.goto(`${link.slice(0, -5)}aaaaa`)
    await reads('Ce lien n’est pas valable', 'link-wrong')
    setClock(() => new Date(Date.now() + 31 * DAY))
    await page.goto(link)
    await reads('Ce lien a expiré', 'link-expired')
    setClock(null)
    await page.goto(`${await toFollow(applied)}/retirer`)
    await page.getByRole('button', { name: 'Retirer la demande' }).click()
    await page.goto(link)
    await reads('Ce lien a été remplacé', 'link-replaced')
    await page.getByRole('link', { name: 'Demander un nouveau lien' }).click()
    await reads('Retrouver mon lien', 'lost-link')
  })

  it('anybody reads the front page and the charter, and is told what is not there', async () => {
    await page.goto('/')
    await reads('Conférence Permanente des Organismes de Formation', 'home')
    await page.getByRole('contentinfo').getByRole('link', { name: 'La charte' }).click()
    await reads('La charte', 'charter')
    await page.goto('/rien-ici')
    await reads('Cette page n’existe pas', 'not-found')
  })
})

const siretOf = async (id: string): Promise<string> =>
  (await app.payload.findByID({ collection: 'adhesions', id, depth: 0 })).organisation.siret ?? ''
