import type { Page } from 'playwright-core'

/** What makes a page hard to read or to use, found without a script of the page's own; nothing when all is well. */
export function flawsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const flaws: string[] = []
    const visible = (element: Element) => element.getClientRects().length > 0
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter(visible)
      .map(({ tagName, textContent }) => ({ level: Number(tagName.slice(1)), words: textContent }))
    if (headings.filter(({ level }) => level === 1).length !== 1) flaws.push('it has not one first heading')
    headings.forEach(({ level, words }, index) => {
      const before = headings[index - 1]?.level ?? level
      if (level > before + 1) flaws.push(`“${words}” skips a level`)
      if (words.trim() === '') flaws.push('a heading is empty')
    })
    for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')) {
      if (!field.labels?.length) flaws.push(`${field.name} has no label`)
      for (const id of (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)) {
        if (!document.getElementById(id)) flaws.push(`${field.name} is described by nothing (${id})`)
      }
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    for (const id of ids.filter((each, index) => ids.indexOf(each) !== index)) flaws.push(`${id} is there twice`)
    for (const target of document.querySelectorAll('a, button'))
      if (visible(target) && target.textContent.trim() === '') flaws.push('a link or button says nothing')
    for (const place of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      if (!document.getElementById(place.hash.slice(1))) flaws.push(`${place.hash} leads nowhere`)
    }
    if (!document.documentElement.lang) flaws.push('it does not say its language')
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
      flaws.push(`it is ${document.documentElement.scrollWidth} wide`)
    return flaws
  })
}

/** More than any page has. */
const MOST_STOPS = 150

/** Goes on by the Tab key, as who has no mouse does, until an element has the focus: by its id, or by its words. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < MOST_STOPS; step += 1) {
    await page.keyboard.press('Tab')
    const { id, words } = await page.evaluate(() => ({
      id: document.activeElement?.id,
      words: document.activeElement?.textContent.trim(),
    }))
    if (id === name || words === name) return
  }
  throw new Error(`The Tab key does not lead to ${name}`)
}

/** Comes to each field by the Tab key and types into it; what was in it is typed over. */
export async function typeInto(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(fields)) {
    await tabTo(page, `champ-${path}`)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
  }
}
