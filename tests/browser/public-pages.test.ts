import { stat } from 'node:fs/promises'
import { HtmlValidate, type RuleConfig } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../src/demo/seed.ts'
import { editionHref } from '../../src/site/kinds/publications/kind.ts'
import { lostIn, overflowsAt, unseenByTab, violationsOf } from '../support/accessibility.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { complaintsOf, launchBrowser, newVisitor } from '../support/browser.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import { answers, type Answers, type Typed } from '../support/joining.ts'
import { publishedPage } from '../support/pages.ts'
import { DOCUMENTED, pictureFile, renewing, writePicture } from '../support/pictures.ts'
import { publicPages } from '../support/public-addresses.ts'
import { flawsOf } from '../support/readable.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

/** The demo's site, seen by one visitor with one page, who never has a script to run. */
let app: TestApp
let door: TestDoor
let browser: Browser
let page: Page
let complaints: string[]

const desk = { width: 1280, height: 900 }

beforeAll(async () => {
  app = await startApp({ DEMO_PASSWORD: 'un mot de passe pour la démo' })
  await seedDemo(app.payload)
  await adoptCharter(app.payload, { number: 2, text: 'Nous formons avec soin, et nous le disons.' })
  const { id } = await publishedPage(app.payload, { slug: 'page-retiree', title: 'Page retirée' })
  await app.payload.delete({ collection: 'pages', id })
  door = await openSiteDoor(app)
  browser = await launchBrowser()
  page = await (await newVisitor(browser, door.url, { viewport: desk })).newPage()
  complaints = complaintsOf(page)
})

afterAll(async () => {
  await browser?.close()
  await door?.close()
  await app?.stop()
})

const EMPTY_FORMS = ['/nous-rejoindre', '/contact', '/adhesion/lien-perdu']

/** The permanent address of something that appeared: the demo's first one. */
async function anEdition(): Promise<string> {
  const {
    docs: [edition],
  } = await app.payload.find({
    collection: 'publication-editions',
    sort: 'publishedAt',
    limit: 1,
    depth: 0,
    overrideAccess: false,
  })
  if (!edition) throw new Error('The demo published nothing')
  return editionHref(edition)
}

/** What this site has besides: words that have changed, an edition, and a page that is gone. */
const everyPage = async () =>
  [
    ...(await publicPages(door)),
    ['/charte/2/changements', 200],
    [await anEdition(), 200],
    ['/page-retiree', 410],
  ] as const

async function sendEmpty(address: string): Promise<void> {
  await page.goto(address)
  const send = page.locator('main form:not([role=search]) button').last()
  if (address === '/nous-rejoindre') {
    await send.click()
    await page.waitForURL('**/vous')
  }
  await send.click()
  await page.getByRole('alert').waitFor()
}

/** Everything that can be found wrong with the page that is open. */
async function wrongWith(): Promise<string[]> {
  await page.setViewportSize(desk)
  const wrong = [
    ...(await flawsOf(page)),
    ...(await lostIn(page)),
    ...(await violationsOf(page)),
    ...(await overflowsAt(page, [640, 360, 320])),
  ]
  expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
  return wrong
}

/** The list of what is wrong in a form stands before the page's first heading, and the style sheet is our own. */
const RULES: RuleConfig = { 'heading-level': ['error', { minInitialRank: 'h2' }], 'require-sri': 'off' }

describe('every public page', { timeout: 240_000 }, () => {
  it('has no violation that axe knows in either scheme, its landmarks, and fits a phone and a zoom of 400 %', async () => {
    const wrong: Record<string, string[]> = {}
    for (const [address, status] of await everyPage()) {
      const response = await page.goto(address)
      expect(response?.status(), address).toBe(status)
      const found = await wrongWith()
      if (found.length > 0) wrong[address] = found
    }
    expect(wrong).toEqual({})
    expect(complaints.splice(0).filter((each) => !/status of (404|410)/.test(each))).toEqual([])
  })

  it.each(EMPTY_FORMS)('is no worse with a form sent empty: %s', async (address) => {
    await sendEmpty(address)
    expect(await wrongWith()).toEqual([])
    complaints.splice(0)
  })

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:document'], rules: RULES })
    const site = visitor(door)
    const pages = await Promise.all([
      ...(await everyPage()).map(async ([address]) => ({ address, html: (await site.get(address)).html })),
      ...['/nous-rejoindre', '/contact', '/adhesion/lien-perdu'].map(async (address) => ({
        address,
        html: (await site.post(address)).html,
      })),
    ])
    const wrong: string[] = []
    for (const { address, html } of pages) {
      const { results } = await validator.validateString(html, address)
      wrong.push(
        ...results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line, column }) => `${address} ${line}:${column} ${ruleId}: ${message}`),
        ),
      )
    }
    expect(wrong).toEqual([])
  })
})

/** What the browser asks for on one page, by kind, with the bytes of the bodies as they are sent. */
async function askedFor(address: string): Promise<{ kind: string; bytes: number; url: string }[]> {
  const fresh = await (await newVisitor(browser, door.url, { viewport: desk })).newPage()
  const asked: Promise<{ kind: string; bytes: number; url: string }>[] = []
  fresh.on('requestfinished', (request) =>
    asked.push(
      request.sizes().then(({ responseBodySize }) => ({
        kind: request.resourceType(),
        bytes: responseBodySize,
        url: new URL(request.url()).pathname,
      })),
    ),
  )
  await fresh.goto(address, { waitUntil: 'networkidle' })
  await fresh.evaluate(() => document.fonts.ready)
  const all = await Promise.all(asked)
  await fresh.context().close()
  return all
}

describe('joining', { timeout: 120_000 }, () => {
  /** Answers the step that is open, and goes on. */
  async function answer(typed: Typed): Promise<void> {
    for (const [name, value] of Object.entries(typed)) {
      const field = page.locator(`[name="${name}"]`)
      if ((await field.first().getAttribute('type')) === 'radio') await page.locator(`[value="${value}"]`).check()
      else await field.fill(value)
    }
    await page.locator('main form button').click()
  }
  const at = (step: string) => page.waitForURL(`**/${step}`)

  it('takes two screens of a phone at most for each step, and Back and Forward show every step as it was left', async () => {
    const given = answers()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto('/nous-rejoindre')
    const wrong: Record<string, string[]> = {}
    const heights: Record<string, number> = {}
    const measure = async (step: string) => {
      await page.setViewportSize({ width: 360, height: 740 })
      const [main, button] = [page.locator('main'), page.locator('main form button')]
      heights[step] = ((await button.boundingBox())?.y ?? 0) - ((await main.boundingBox())?.y ?? 0)
      wrong[step] = await wrongWith()
    }
    await measure('commencer')
    await page.locator('main form button').click()
    for (const [step, typed] of Object.entries(given)) {
      await at(step)
      await measure(step)
      await answer(typed)
    }
    await at('verifier')
    await measure('verifier')
    expect(wrong).toEqual(Object.fromEntries(Object.keys(heights).map((step) => [step, []])))
    expect(Object.entries(heights).filter(([, height]) => height > 1_480)).toEqual([])
    for (const step of ['signataire', 'organisme', 'siret', 'vous']) {
      await page.goBack()
      await at(step)
      const [first = ''] = Object.keys(given[step as keyof Answers])
      const value = given[step as keyof Answers][first] ?? ''
      const field = page.locator(`[name="${first}"]${step === 'vous' ? ':checked' : ''}`)
      expect(await field.inputValue()).toBe(value)
    }
    for (const step of ['siret', 'organisme', 'signataire', 'verifier']) {
      await page.goForward()
      await at(step)
    }
    await page.getByRole('link', { name: /^Modifier – Qui signe/ }).click()
    await page.locator('[name="representative.lastName"]').fill('Durand')
    await page.locator('main form button').click()
    await at('verifier')
    await page.getByText('Durand').waitFor()
    await page.locator('[name="privacyNoticeRead"]').check()
    await page.locator('main form button').click()
    await page.waitForURL('**/merci?**')
    await page.goBack()
    await page.waitForURL('**/merci?**')
    expect(await page.locator('main').innerText()).toContain(given.signataire['representative.email'])
  })
})

describe('a first visit', () => {
  it.each([
    '/',
    '/membres',
    '/gouvernance',
    '/charte',
    '/publications',
    '/evenements',
    '/nous-rejoindre',
    '/contact',
    '/nos-missions',
  ])('of %s asks for a page, a style sheet and a font, and little of each', async (address) => {
    const asked = await askedFor(address)
    const sum = (...kinds: string[]) =>
      asked.filter(({ kind }) => kinds.includes(kind)).reduce((bytes, each) => bytes + each.bytes, 0)
    expect(
      asked
        .map(({ kind }) => kind)
        .sort()
        .filter((kind) => kind !== 'image' && kind !== 'other'),
    ).toEqual(['document', 'font', 'stylesheet'])
    expect(sum('document', 'stylesheet')).toBeLessThanOrEqual(30_000)
    expect(sum('document', 'stylesheet')).toBeGreaterThan(1_000)
    expect(sum('font')).toBeLessThanOrEqual(35_000)
    for (const { url, kind } of asked) if (kind === 'other' || kind === 'image') expect(url).toMatch(/favicon/)
  })
})

describe('the head of a page', () => {
  const heightAt = async (width: number, height: number, address: string) => {
    await page.setViewportSize({ width, height })
    await page.goto(address)
    return (await page.locator('.masthead').boundingBox())?.height
  }

  it.each(['/', '/membres', '/nous-rejoindre', '/en'])('is one row of 72 px at any width on %s', async (address) => {
    for (const width of [360, 768, 960, 1024, 1280, 1440, 1920])
      expect(await heightAt(width, 740, address), `${width} wide`).toBeLessThanOrEqual(73)
  })

  it('opens its menu without a script, and all in it and at the foot can be hit by a thumb', async () => {
    await heightAt(360, 740, '/membres')
    await page.locator('.menu summary').click()
    await page.locator('.masthead nav a', { hasText: 'Publications' }).waitFor()
    const small = await page.locator('.masthead :is(a, summary), .colophon a').evaluateAll((all) =>
      all
        .map((each) => ({ name: each.textContent, box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 24)
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    )
    expect(small).toEqual([])
  })
})

describe('somebody without a mouse', () => {
  it.each(['/', '/membres', '/gouvernance', '/publications', '/recherche?q=formation', '/nous-rejoindre', '/contact'])(
    'sees where they are on %s',
    async (address) => {
      await page.setViewportSize(desk)
      await page.goto(address)
      expect(await unseenByTab(page)).toEqual([])
    },
  )

  it('gets past the navigation with the first link', async () => {
    await page.goto('/membres')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })
})

describe('a picture in the documentation', () => {
  it.each(DOCUMENTED)('shows $address, $name', async ({ name, address, width, height, scheme }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(address)
    await page.evaluate(() => document.fonts.ready)
    if (renewing) await writePicture(page, name)
    expect((await stat(pictureFile(name))).size).toBeLessThan(150_000)
    await page.emulateMedia({ colorScheme: 'light' })
  })
})
