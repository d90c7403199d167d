import axe from 'axe-core'
import type { Page } from 'playwright-core'

const SCHEMES = ['light', 'dark'] as const

/**
 * What axe finds wrong with a page as it is shown, every rule of it, in both schemes of colours. The second time only
 * what depends on colours is looked at again.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: string[] = []
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme })
    const rules = scheme === 'dark' ? ", runOnly: ['color-contrast', 'link-in-text-block']" : ''
    found.push(
      ...(await page.evaluate<string[]>(
        `axe.run(document, { resultTypes: ['violations']${rules} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => \`${scheme}: \${id}: \${html.slice(0, 160)}\`)))`,
      )),
    )
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/** Shows in one page what another shows, as it is: an answer to a form has no address at which to ask for it again. */
export async function sameIn(looker: Page, page: Page): Promise<Page> {
  const [url, body] = [page.url(), await page.content()]
  await looker.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }), { times: 1 })
  await looker.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 })
  await looker.goto(url)
  return looker
}

/**
 * How far a page is wider than its window, at widths of CSS pixels, and on a desk with its letters twice as large. A
 * desk of 1280 zoomed to 200 % is 640 wide, to 400 % 320.
 */
export async function overflowsAt(page: Page, widths: readonly number[]): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const is = await page.evaluate(() => document.documentElement.scrollWidth)
    if (is > width) found.push(`${is} wide on ${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  const isTwice = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
    const { scrollWidth, clientWidth } = document.documentElement
    document.documentElement.style.fontSize = ''
    return scrollWidth > clientWidth ? scrollWidth : null
  })
  if (isTwice !== null) found.push(`${isTwice} wide with letters twice as large`)
  return found
}

/** What a page lacks of what leads through it: its landmarks, a skip link that leads past them, and its name. */
export function lostIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = []
    const one = (selector: string) => {
      if (document.querySelectorAll(selector).length !== 1) lost.push(`it has not one ${selector}`)
    }
    for (const landmark of ['main', 'body > header', 'body > footer', 'body > a.skip[href="#contenu"]']) one(landmark)
    const unnamed = [...document.querySelectorAll('nav, form[role=search]')].filter(
      (each) => !each.hasAttribute('aria-label') && !each.hasAttribute('aria-labelledby'),
    )
    if (unnamed.length > 0) lost.push('a navigation has no name')
    const names = [...document.querySelectorAll('nav')].map(
      (each) =>
        each.getAttribute('aria-label') ??
        document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent ??
        '',
    )
    if (new Set(names).size !== names.length) lost.push('two navigations have one name')
    if (document.title.trim() === '') lost.push('it has no title')
    return lost
  })
}

/** What the Tab key comes to without its being seen: no outline, or out of the window. */
export async function unseenByTab(page: Page, most = 200): Promise<string[]> {
  const unseen: string[] = []
  await page.evaluate(() => {
    window.scrollTo(0, 0)
  })
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { top, bottom, left, right } = element.getBoundingClientRect()
      const within = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
      return {
        name: element.outerHTML.slice(0, 120),
        seen: within && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      }
    })
    if (at === null) return unseen
    if (!at.seen) unseen.push(at.name)
  }
  throw new Error(`The Tab key does not leave the page after ${most} steps`)
}
