import { openSite } from '../../src/site/routes.ts'
import type { TestApp } from './app.ts'
import { openDoor, type TestDoor } from './door.ts'
import { readEnv } from '../../src/env.ts'

/** The front door with the site behind it. */
export async function openSiteDoor(app: TestApp, settings: Record<string, string> = {}): Promise<TestDoor> {
  return openDoor(
    app,
    settings,
    await openSite({ payload: app.payload, env: readEnv({ ...process.env, ...settings }) }),
  )
}

export type Page = { status: number; html: string; text: string; headers: Headers; location: string | null }

/** The words of a page, without its markup. */
function wordsOf(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, ' ')
    .replace(/<\/?(a|strong|span|code|small|mark|b)(\s[^>]*)?>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
}

/** A browser without scripts that follows no redirect by itself. */
export function visitor(door: Pick<TestDoor, 'url'>) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const headers = { accept: 'text/html', 'accept-language': 'fr', ...Object.fromEntries(new Headers(init.headers)) }
    const response = await fetch(door.url + path, { redirect: 'manual', ...init, headers })
    const html = await response.text()
    return {
      status: response.status,
      html,
      text: wordsOf(html),
      headers: response.headers,
      location: response.headers.get('location'),
    }
  }
  return {
    get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers }),
    post: (path: string, fields: Record<string, string> | URLSearchParams | FormData = {}) =>
      ask(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) }),
  }
}

const unescaped = (text: string): string =>
  text
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** What the fields of a page's form hold, by name, as a browser would send them: inputs, texts, choices made. */
export function fieldsOn({ html }: Pick<Page, 'html'>): URLSearchParams {
  const fields = new URLSearchParams()
  const attribute = (tag: string, name: string) => unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type')
    if (type === 'file' || (['radio', 'checkbox'].includes(type) && !/\schecked/.test(tag))) continue
    fields.append(attribute(tag, 'name'), attribute(tag, 'value'))
  }
  for (const [, tag = '', text = ''] of html.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g))
    fields.append(attribute(tag, 'name'), unescaped(text.replace(/^\n/, '')))
  for (const [, tag = '', options = ''] of html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const [chosen = ''] = /<option[^>]*selected[^>]*>/.exec(options) ?? []
    fields.append(attribute(tag, 'name'), attribute(chosen, 'value'))
  }
  return fields
}
