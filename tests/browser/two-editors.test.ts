import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { newVisitor } from '../support/browser.ts'
import { type Demo, openDemo } from '../support/panel.ts'

const PAGES = '/admin/collections/pages'
let demo: Demo

beforeAll(async () => {
  demo = await openDemo()
})

afterAll(() => demo?.close())

const open = async (page: Page, title: string): Promise<string> => {
  await page.goto(PAGES)
  await page.locator('.collection-list').getByRole('link', { name: title, exact: true }).click()
  await page.locator('.schedule').waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

type Draft = { title: string; summary: string; metaTitle: string }

/** What the API answers to who uses the page: a session is believed of the pages of its own site alone. */
const read = (page: Page, path: string): Promise<string> =>
  page.evaluate(async (address) => (await fetch(address, { cache: 'no-store' })).text(), path)

const draftOf = async (page: Page, id: string): Promise<Draft> =>
  JSON.parse(await read(page, `/api/pages/${id}?draft=true&depth=0`)) as Draft

/** All that versions of the page ever held, as one text. */
const versionsOf = (page: Page, id: string): Promise<string> =>
  read(page, `/api/pages/versions?where[parent][equals]=${id}&limit=100&depth=0`)

const type = async (page: Page, field: 'title' | 'summary', text: string): Promise<void> => {
  const box = page.locator(`#field-${field}`)
  await box.click()
  await box.press('Control+End')
  await box.pressSequentially(text, { delay: 20 })
}

const banner = (page: Page) => page.locator('.stale-record')

describe('two editors of one page', () => {
  it('keep the words of both, where the later one keeps her text over the other’s', async () => {
    const ada = await demo.panel.signIn('redaction')
    const id = await open(ada, 'Nos missions')
    const grace = await demo.panel.signIn('redaction')
    await open(grace, 'Nos missions')

    await type(ada, 'summary', ' Ada écrit ceci.')
    await expect.poll(async () => (await draftOf(ada, id)).summary, { timeout: 20_000 }).toContain('Ada écrit ceci.')
    await type(ada, 'title', ' communes')
    await expect
      .poll(() => draftOf(ada, id), { timeout: 20_000 })
      .toMatchObject({
        title: 'Nos missions communes',
        summary: expect.stringContaining('Ada écrit ceci.') as string,
      })

    await type(grace, 'title', ' à nous')
    await banner(grace).getByText('a été modifiée par').waitFor()
    expect(await banner(grace).textContent()).toContain('Inès Caradec')
    expect(await draftOf(grace, id)).toMatchObject({ title: 'Nos missions communes' })
    await Promise.all([
      grace.waitForEvent('load'),
      banner(grace).getByRole('button', { name: 'Garder mon texte' }).click(),
    ])
    await expect.poll(async () => (await draftOf(ada, id)).title, { timeout: 20_000 }).toBe('Nos missions à nous')
    expect((await draftOf(grace, id)).summary, 'what the other wrote elsewhere stays').toContain('Ada écrit ceci.')
    expect(await versionsOf(grace, id), 'and what she wrote here, in the versions').toContain('Nos missions communes')

    await Promise.all([ada.context().close(), grace.context().close()])
  })

  it('keep every word on a slow line, through a cut and the end of a session', async () => {
    const ada = await demo.panel.signIn('redaction')
    const id = await open(ada, 'Mentions légales')
    const grace = await demo.panel.signIn('redaction')
    await open(grace, 'Mentions légales')
    for (const page of [ada, grace])
      await page.context().route(/\/api\/pages\/|\/admin\/collections\/pages\//, async (given) => {
        if (given.request().method() === 'GET') return given.continue()
        const answer = await given.fetch().catch(() => null)
        if (answer === null) return given.abort('internetdisconnected')
        await new Promise((resolve) => setTimeout(resolve, 1_500))
        return given.fulfill({ response: answer })
      })
    const unsaved = ada.locator('.unsaved-text')
    const saved = (field: 'title' | 'summary', words: string) =>
      expect.poll(async () => (await draftOf(grace, id))[field], { timeout: 40_000 }).toContain(words)

    const sent = ada.waitForRequest((request) => request.method() === 'PATCH')
    await type(ada, 'title', ' un')
    await sent
    await type(ada, 'title', ' deux')
    await type(ada, 'summary', ' trois')
    await saved('title', ' un deux')
    await saved('summary', ' trois')
    expect(await ada.locator('#field-title').inputValue()).toContain(' un deux')

    await ada.context().setOffline(true)
    await type(ada, 'summary', ' quatre')
    await unsaved.getByText('La connexion est coupée').waitFor()
    await ada.context().setOffline(false)
    await saved('summary', ' trois quatre')
    await unsaved.waitFor({ state: 'detached' })

    const session = await ada.context().cookies()
    await ada.context().clearCookies()
    await type(ada, 'summary', ' cinq')
    await unsaved.getByText('Votre session a pris fin').waitFor()
    await ada.context().addCookies(session)
    await saved('summary', ' trois quatre cinq')
    await unsaved.waitFor({ state: 'detached' })

    await type(grace, 'title', ' six')
    await banner(grace).getByRole('button', { name: 'Garder mon texte' }).waitFor()
    await Promise.all([
      grace.waitForEvent('load'),
      banner(grace).getByRole('button', { name: 'Garder mon texte' }).click(),
    ])
    await saved('title', ' six')
    expect((await draftOf(grace, id)).summary).toContain(' trois quatre cinq')
    expect(await versionsOf(grace, id)).toContain(' un deux')
    await Promise.all([ada.context().close(), grace.context().close()])
  }, 180_000)

  it('of the association’s identity do not undo each other', async () => {
    const [ada, grace] = [await demo.panel.signIn('redaction'), await demo.panel.signIn('redaction')]
    const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    for (const page of [ada, grace]) {
      await page.goto('/admin/globals/identity')
      await page.locator('#field-legalName').waitFor()
    }
    await ada.locator('#field-phone').fill('01 23 45 67 89')
    await save(ada)
    const stored = async () => JSON.parse(await read(ada, '/api/globals/identity?depth=0')) as Record<string, unknown>
    await expect.poll(async () => (await stored())['phone'], { timeout: 20_000 }).toBe('01 23 45 67 89')
    await grace.locator('#field-legalName').fill('Conférence permanente des organismes de formation, à nous')
    await save(grace)
    await banner(grace).getByText('a été modifiée par').waitFor()
    await Promise.all([
      grace.waitForEvent('load'),
      banner(grace).getByRole('button', { name: 'Garder mon texte' }).click(),
    ])
    await expect
      .poll(stored, { timeout: 20_000 })
      .toMatchObject({ phone: '01 23 45 67 89', legalName: expect.stringContaining('à nous') as string })
    await Promise.all([ada.context().close(), grace.context().close()])
  })

  it('see what was published, by whom and when', async () => {
    const editor = await demo.panel.signIn('redaction')
    await open(editor, 'Accessibilité')
    await editor.locator('.doc-tab', { hasText: 'Versions' }).click()
    await editor.waitForURL(/\/versions$/)
    expect(await editor.locator('.versions tbody tr').count()).toBeGreaterThan(0)
    await editor.context().close()
  })
})

describe('the panel', () => {
  it('speaks French whatever the browser prefers', async () => {
    const context = await newVisitor(demo.browser, demo.server.url, { locale: 'en-US' })
    await context.addCookies([{ name: 'payload-lng', value: 'en', url: demo.server.url }])
    const page = await context.newPage()
    await page.goto('/admin')
    await page.getByLabel('Adresse électronique').fill('redaction@demo.cpof.example')
    await page.getByLabel('Mot de passe').fill(demo.password)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.getByRole('link', { name: 'Compte', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    await page.goto(PAGES)
    await page.locator('.collection-list').waitFor()
    expect(await page.locator('main, .template-default').first().innerText()).not.toMatch(
      /\b(Dashboard|Search by|Columns|Filters|Per Page|Create New|Logout)\b/,
    )
    await context.close()
  })
})
