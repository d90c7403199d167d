import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

import { provideChromium } from '../../scripts/lib/chromium.mjs'

/** Debian's Chromium in a container: no sandbox to be had there, and nothing that talks to Google meanwhile. */
const args = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const pictures = path.resolve(import.meta.dirname, '..', 'browser', 'pictures')

/** The phone that every page is designed for first. */
export const phone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
} satisfies BrowserContextOptions

/** @throws when this machine has no Chromium, in a sentence */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await provideChromium()
  if (!executablePath) throw new Error('No Chromium is to be had on this machine.')
  return chromium.launch({ executablePath, args })
}

/**
 * A browser of its own person, as a French visitor has it.
 * @param options `phone` for a small screen, `javaScriptEnabled: false` for a page that must work without
 */
export async function newVisitor(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({ baseURL, locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options })
}

/**
 * Collects what a page complains about: script errors, and messages of level "error" on its console.
 * @returns the list, which grows while the page lives
 */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

/** A picture of the whole page under `tests/browser/pictures`, for people to look at; it proves nothing. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true })
}
