import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { phone } from '../support/browser.ts'
import { begin, type Demo, openDemo, widthOf } from '../support/panel.ts'

/** `WRITE_PICTURES=1` renews the pictures of the documentation; a plain run leaves the working tree as it is. */
const renewing = process.env['WRITE_PICTURES'] === '1'
const picture = path.resolve(import.meta.dirname, '..', '..', 'docs', 'pictures', 'page-beside-form.webp')

const PAGES = '/admin/collections/pages'

let demo: Demo

beforeAll(async () => {
  demo = await openDemo()
})

afterAll(() => demo?.close())

afterEach(() => {
  // Payload's frame says of itself that it could leave its sandbox: what it shows holds no script.
  expect(
    demo.panel.heard().filter((line) => !line.includes('allow-same-origin')),
    'nothing on the consoles',
  ).toEqual([])
  expect(demo.server.output(), 'nor from the server').not.toMatch(/⨯|TypeError|"level":"error"/)
})

const open = async (page: Page, title: string): Promise<void> => {
  await page.goto(PAGES)
  await page.locator('.collection-list').getByRole('link', { name: title, exact: true }).click()
  await page.locator('.schedule').waitFor()
}

/** The draft beside the form. */
const beside = (page: Page) => page.frameLocator('#live-preview-iframe')

describe('an editor', () => {
  it('pastes from Word what can be published: lists with their levels and numbers, links that lead somewhere, no picture', async () => {
    const editor = await demo.panel.signIn('redaction')
    await editor.goto('/admin/collections/publications/create')
    const text = editor.locator('[data-field-path="body"] [contenteditable="true"]')
    await text.click()
    const item = (level: number, sign: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;</span></span><![endif]>${words}</p>`
    const pasted = [
      '<p>Avant<a href="#_ftn1">[1]</a></p>',
      item(1, '·', 'Premier point'),
      item(2, '3.', 'Sous-point trois'),
      item(2, '4.', 'Sous-point quatre'),
      item(1, '·', 'Second point'),
      '<p><a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.cpof.fr%2Fa&data=x">lien</a></p>',
      '<p><img src="file:///C:/image.png"><img src="https://exemple.fr/a.png">Après</p>',
    ].join('')
    await text.evaluate((field, html) => {
      const data = new DataTransfer()
      data.setData('text/html', html)
      data.setData('text/plain', 'x')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, pasted)
    await text.getByText('Après').waitFor()
    await editor.getByText('2 images du texte collé ont été laissées de côté').waitFor()
    expect(await text.locator('img').count()).toBe(0)
    expect(await text.locator('ul > li').allInnerTexts()).toEqual(
      expect.arrayContaining(['Premier point', 'Second point']),
    )
    expect(await text.locator('ul ol[start="3"] > li').allInnerTexts()).toEqual([
      'Sous-point trois',
      'Sous-point quatre',
    ])
    expect(await text.innerText()).not.toContain('·')
    expect(await text.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'https://www.cpof.fr/a',
    ])
    expect(await text.innerText()).toContain('Avant[1]')
    await editor.context().close()
  }, 120_000)

  it('sees a page beside its form as it is typed, and shows the draft around by its link', async () => {
    const editor = await demo.panel.signIn('redaction', { viewport: { width: 1440, height: 900 } })
    await open(editor, 'Nos missions')
    await editor.locator('#live-preview-toggler').click()
    await beside(editor).getByText('Aperçu d’un brouillon').first().waitFor()
    await editor.getByLabel('Accroche').first().fill('Nous portons les voix de toute une profession.')
    await beside(editor).getByText('Nous portons les voix de toute une profession.').waitFor()
    if (renewing) await editor.screenshot({ path: picture.replace('.webp', '.png') })
    const src = await editor.locator('#live-preview-iframe').getAttribute('src')
    const visitor = await (
      await demo.browser.newContext({ baseURL: demo.server.url, javaScriptEnabled: false })
    ).newPage()
    await visitor.goto(src ?? '')
    await visitor.getByText('Nous portons les voix de toute une profession.').waitFor()
    await visitor.goto('/nos-missions')
    expect(
      await visitor.getByText('Nous portons les voix de toute une profession.').count(),
      'it is published by nobody',
    ).toBe(0)
    await visitor.context().close()
    await editor.context().close()
  })

  it('chooses the moment at which a page is published, and is told when a change has cancelled it', async () => {
    const editor = await demo.panel.signIn('redaction')
    await open(editor, 'Les conférences en région')
    await editor.getByText('La version la plus récente est publiée.').waitFor()
    await editor.getByLabel('Résumé').first().fill('Une journée par saison.')
    const form = await begin(editor, 'Programmer la publication')
    await form.getByLabel(/^Date et heure/).fill('2090-01-04T09:00')
    await form.getByRole('button', { name: 'Programmer la publication' }).click()
    await editor.getByText(/^Cette version sera publiée le 4 janvier 2090/).waitFor()
    await editor.getByLabel('Résumé').first().fill('Une journée par trimestre, ouverte.')
    await editor.getByText(/La publication prévue le 4 janvier 2090 à 09:00 a été annulée/).waitFor()
    await editor.context().close()
  })

  it('publishes English by its own box, under its own address', async () => {
    const editor = await demo.panel.signIn('redaction')
    await open(editor, 'Nos missions')
    const box = editor.getByLabel('Publier la version anglaise')
    expect(await box.count(), 'in French there is none').toBe(0)
    await editor.goto(`${new URL(editor.url()).pathname}?locale=en`)
    await box.waitFor()
    await editor.getByLabel('Titre', { exact: false }).first().fill('What we do')
    await editor.getByLabel('Adresse en anglais').fill('what-we-do')
    await box.check()
    await editor.getByRole('button', { name: 'Publier les modifications' }).click()
    const visitor = await (
      await demo.browser.newContext({ baseURL: demo.server.url, javaScriptEnabled: false })
    ).newPage()
    await expect.poll(async () => (await visitor.goto('/en/what-we-do'))?.status(), { timeout: 10_000 }).toBe(200)
    await visitor
      .getByRole('link', { name: /français/ })
      .first()
      .waitFor()
    await visitor.context().close()
    await editor.context().close()
  })

  it('imports a text after having seen what it would be', async () => {
    const editor = await demo.panel.signIn('redaction')
    await editor.goto(PAGES)
    await editor.getByRole('button', { name: 'Importer un texte' }).click()
    const drawer = editor.getByRole('dialog')
    const text =
      'Le Cercle des ateliers\n\nUne mission commune\nNous defendons l’idée que chacun peut apprendre un métier à tout âge.\n- Publier ;\n- Réunir.\n'
    await drawer
      .getByLabel('Fichier')
      .setInputFiles({ name: 'texte.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await drawer.getByRole('button', { name: 'Voir le brouillon' }).click()
    await drawer.getByText('defendons', { exact: true }).waitFor()
    await drawer.getByRole('heading', { name: 'Une mission commune' }).waitFor()
    await drawer.getByRole('button', { name: 'Créer le brouillon' }).click()
    await editor.locator('h1', { hasText: 'Le Cercle des ateliers' }).waitFor()
    await editor.context().close()
  })

  it('finds the forms and lists of the site fit for a phone', async () => {
    const editor = await demo.panel.signIn('redaction', phone)
    for (const list of ['pages', 'publications', 'events', 'documents']) {
      await editor.goto(`/admin/collections/${list}`)
      await editor.locator('.collection-list tbody a').first().click()
      await editor.locator('.collection-edit h1, .doc-header__title').first().waitFor()
      const { content, screen } = await widthOf(editor)
      expect([list, content]).toEqual([list, screen])
    }
    await editor.context().close()
  })
})
