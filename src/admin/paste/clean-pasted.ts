import { leadsSomewhere } from '../../content/typed-address.ts'

/** What is pasted, as a text of ours can be, and how many pictures it had: they lie where no server reaches them. */
export type Cleaned = { html: string; pictures: number }

/** Makes of what Word, Google Docs and mail programs put on the clipboard what can be published. */
export function cleanPasted(html: string): Cleaned {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const pictures = body.querySelectorAll('img, picture, svg, object, embed')
  for (const picture of pictures) picture.remove()
  for (const link of body.querySelectorAll('a')) mendLink(link)
  for (const first of body.querySelectorAll<HTMLElement>(ITEM))
    if (first.isConnected && body.contains(first)) mendList(first)
  return { html: body.innerHTML, pictures: pictures.length }
}

const NO_HEADINGS: ReadonlySet<string> = new Set()

/** A link through the guard of a mail program leads where it leads; one into the document that was left, or to a disk, is words. */
function mendLink(link: HTMLAnchorElement): void {
  const typed = link.getAttribute('href') ?? ''
  const address = behindGuard(typed)
  if (leadsSomewhere(address, NO_HEADINGS)) link.setAttribute('href', address)
  else link.replaceWith(...link.childNodes)
}

function behindGuard(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname, pathname, searchParams } = new URL(address)
  if (hostname.endsWith('.safelinks.protection.outlook.com')) return searchParams.get('url') ?? address
  return hostname === 'www.google.com' && pathname === '/url' ? (searchParams.get('q') ?? address) : address
}

/** How Word says that a paragraph is an item. */
const ITEM = 'p[style*="mso-list:"]'
const LEVEL = /mso-list:\s*l\d+\s+level(\d)/
/** The sign of an item, which Word writes before its words for who knows no lists. */
const SIGN = '[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]'

const levelOf = (paragraph: Element): number => Number(LEVEL.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0)

/** Makes a list of the items that follow each other from the first on, each level within the one above. */
function mendList(first: HTMLElement): void {
  if (levelOf(first) === 0) return
  const items = [first]
  for (let next = first.nextElementSibling; next && levelOf(next) > 0; next = next.nextElementSibling)
    if (next instanceof HTMLElement) items.push(next)
  const place = document.createComment('')
  first.replaceWith(place)
  /** The lists that are open, by level. */
  const open: HTMLElement[] = []
  for (const paragraph of items) {
    const sign = paragraph.querySelector(SIGN)?.textContent.trim() ?? ''
    for (const each of paragraph.querySelectorAll(SIGN)) each.remove()
    paragraph.remove()
    const level = Math.min(levelOf(paragraph), open.length + 1)
    open.splice(level)
    const list = (open[level - 1] ??= listFor(sign, open[level - 2], place))
    const item = list.appendChild(document.createElement('li'))
    item.append(...paragraph.childNodes)
  }
  place.remove()
}

/** A new list: numbered where its first sign is a number or a letter, within the last item of the list above, else at the place. */
function listFor(sign: string, above: HTMLElement | undefined, place: Comment): HTMLElement {
  const list = document.createElement(/^\(?([0-9]+|[a-z]{1,4})[.)]/i.test(sign) ? 'ol' : 'ul')
  const from = Number.parseInt(sign.replace(/^\(/, ''), 10)
  if (list.tagName === 'OL' && from > 1) list.setAttribute('start', String(from))
  if (above) (above.lastElementChild ?? above.appendChild(document.createElement('li'))).append(list)
  else place.before(list)
  return list
}
