import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

import { freePort } from './free-port.mjs'
import { complaintsOf, launchBrowser, newVisitor } from './browser.ts'
import { type BuiltServer, startBuiltServer } from './built-server.ts'

const desk = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions

/** A built server with the demo's data, seen by its people. */
type Panel = {
  /** Somebody of the team at a browser of their own, signed in, before what waits for them. */
  signIn: (account: string, screen?: BrowserContextOptions) => Promise<Page>
  /** What the consoles of all of them said since it was last asked. */
  heard: () => string[]
}

/** The built demo on a folder of its own, and a browser for its people, who all have one password. */
export type Demo = { server: BuiltServer; browser: Browser; panel: Panel; password: string; close: () => Promise<void> }

export async function openDemo(): Promise<Demo> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cpof-demo-'))
  const secret = () => randomBytes(32).toString('base64url')
  const password = randomBytes(12).toString('base64url')
  const [server, browser] = await Promise.all([
    startBuiltServer(await freePort(), {
      APP_MODE: 'demo',
      DATA_DIR: dataDir,
      PAYLOAD_SECRET: secret(),
      TOKEN_SECRET: secret(),
      DEMO_PASSWORD: password,
    }),
    launchBrowser(),
  ])
  return {
    server,
    browser,
    password,
    panel: panelOf(browser, server.url, password),
    close: async () => {
      await browser.close()
      await server.end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function panelOf(browser: Browser, url: string, password: string): Panel {
  const consoles: string[][] = []
  return {
    async signIn(account, screen = desk) {
      const context = await newVisitor(browser, url, screen)
      const page = await context.newPage()
      consoles.push(complaintsOf(page))
      await page.goto('/admin')
      await page.getByLabel('Adresse électronique').fill(`${account}@demo.cpof.example`)
      await page.getByLabel('Mot de passe').fill(password)
      await page.getByRole('button', { name: 'Se connecter' }).click()
      await page.getByRole('link', { name: 'Compte', exact: true }).waitFor()
      return page
    },
    heard: () => consoles.flatMap((each) => each.splice(0)),
  }
}

/** A list of what waits, on the first page. */
export const queue = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })

/** Marks the document: a page that is loaded again loses the mark. */
export const mark = (page: Page): Promise<void> =>
  page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''))

export const wasReloaded = async (page: Page): Promise<boolean> =>
  (await page.locator('body[data-not-reloaded]').count()) === 0

/** Opens the form of an action. */
export async function begin(page: Page, button: string): Promise<Locator> {
  await page.getByRole('region', { name: 'À faire' }).getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('form').waitFor()
  return dialog
}

/** Chooses in one of Payload's own lists of records, by typing. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .locator('.field-type.relationship', { has: page.locator('label', { hasText: new RegExp(`^${label}`) }) })
    .getByRole('combobox')
    .pressSequentially(option)
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** What the API tells this person, asked by their page: a session is believed from our own origin alone. */
export async function asked<Doc>(page: Page, where: string): Promise<Doc[]> {
  const { status, body } = await page.evaluate(async (url) => {
    const answer = await fetch(url)
    return { status: answer.status, body: await answer.text() }
  }, `/api/${where}`)
  expect(status, body).toBe(200)
  const { docs } = JSON.parse(body) as { docs: Doc[] }
  return docs
}

/** How wide the page is, and how wide the screen: more than the screen has to be scrolled sideways. */
export const widthOf = (page: Page) =>
  page.evaluate(() => ({ content: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth }))

/** The headings of a list's columns, and the cells of the row that says something. */
export const columnsOf = (page: Page): Promise<string[]> =>
  page.locator('.collection-list thead th:visible:not(#heading-_select)').allInnerTexts()

export async function rowOf(page: Page, name: string): Promise<string[]> {
  const row = page.locator('.collection-list tbody tr', { hasText: name })
  return row.locator('td:visible:not(.cell-_select)').allInnerTexts()
}
