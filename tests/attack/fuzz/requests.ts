import type { SanitizedConfig } from 'payload'
import { Chance } from './random.ts'
import { HOSTILE, mutated, plausibleDocument, type Records } from './values.ts'

/** One request, as it goes out. */
export type Shot = { method: string; path: string; headers: Record<string, string>; body: string | undefined }

export type Aims = {
  config: SanitizedConfig
  /** Sessions of the staff, and none. */
  tokens: readonly (string | null)[]
  /** Records that there are. */
  records: Records
  /** Whole documents of a collection, each with a number of its own. */
  documents: ReadonlyMap<string, (number: number) => object>
  /** Forms of the site, and their fields. */
  forms: readonly string[]
}

const PLACES = [
  'where[title][equals]',
  'where[title][like]',
  'where[title][constructor]',
  'where[title][__proto__]',
  'where[id][in]',
  'where[createdAt][less_than]',
  'where[or][0][name][equals]',
  'where[_status][equals]',
  'where[layout.blockType][equals]',
  'where',
  'sort',
  'sort[]',
  'limit',
  'page',
  'depth',
  'locale',
  'fallbackLocale',
  'fallback-locale',
  'select[title]',
  'select[constructor]',
  'select',
  'populate[pages][title]',
  'populate[toString]',
  'joins[a][limit]',
  'draft',
  'trash',
  'pagination',
  'data',
  'flattenLocales',
  'prefix',
  'autosave',
  'publishSpecificLocale',
  'publishAllLocales',
  'uploadEdits[crop][x]',
  'uploadEdits',
  'field',
  'src',
  'depth[]',
  '__proto__[a]',
  'constructor',
  'duplicateFromID',
  'selectedLocales',
  'override',
  'override_lock',
]
const WORDS = [
  'x',
  '',
  '-1',
  '0',
  '1',
  'true',
  'null',
  '1e309',
  'fr',
  'en',
  'all',
  '*',
  'constructor',
  '{"a":1}',
  '[]',
  'a,b',
  '%',
  '\u{1F600}',
  "'",
  'title',
  '-createdAt',
  'published',
  '2026-11-30',
]
const JUNK = [
  'x',
  '%E0%A4%A',
  '%00',
  'constructor',
  '__proto__',
  '..%2F..',
  'x.png',
  'a'.repeat(300),
  '%2e%2e',
  'versions',
  'undefined',
  'null',
]
/** A password is hashed there. */
const SLOW = /\/(login|forgot-password|reset-password|unlock)/
/** Whoever fires stays signed in. */
const ENDING = /^\/api\/users\/(logout|refresh-token|sessions)/

const asJson = (value: unknown): string => JSON.stringify(value)

function query(chance: Chance): string {
  if (chance.happens(0.4)) return ''
  const pairs = Array.from(
    { length: 1 + chance.below(3) },
    () => `${encodeURIComponent(chance.of(PLACES))}=${encodeURIComponent(chance.of(WORDS))}`,
  )
  return `?${pairs.join('&')}`
}

/** More parts than any form has. */
const MANY_PARTS = `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(10_000)}--x--\r\n`

function form(document: unknown, chance: Chance): { body: string; type: string } {
  const field = `--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${asJson(document)}\r\n`
  const file = `--x\r\nContent-Disposition: form-data; name="file"; filename="${chance.of(['a.pdf', 'a.png', '', '../a', 'é.txt', 'a\\0'])}"\r\nContent-Type: ${chance.of(['image/png', 'application/pdf', 'text/plain', 'x'])}\r\n\r\n${chance.of(['%PDF-1.4\n%%EOF\n', 'x', '', '\x89PNG\r\n'])}\r\n`
  const whole = chance.of([
    `${field}--x--\r\n`,
    `${field}${file}--x--\r\n`,
    `${file}--x--\r\n`,
    `${field}${field}--x--\r\n`,
  ])
  if (chance.happens(0.01)) return { body: MANY_PARTS, type: 'multipart/form-data; boundary=x' }
  const spoilt = chance.happens(0.5)
  if (!spoilt) return { body: whole, type: 'multipart/form-data; boundary=x' }
  const at = chance.below(whole.length)
  return {
    body: chance.of([
      whole.slice(0, at),
      `${whole.slice(0, at)}\0${whole.slice(at)}`,
      whole.replace('name=', 'mane='),
      whole.replaceAll('\r\n', '\n'),
      `${whole.slice(0, at)}--x\r\n${whole.slice(at)}`,
    ]),
    type: chance.of([
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'multipart/form-data; boundary="x"',
      'multipart/mixed; boundary=x',
      'multipart/form-data; boundary=y',
    ]),
  }
}

/** Makes one request after another, each from its number alone. */
export function shots({ config, tokens, records, documents, forms }: Aims): (seed: number) => Shot {
  const ids = [...records.values()].flat()
  const inCollections = config.collections.flatMap(({ slug, endpoints, flattenedFields }) =>
    (endpoints || []).map(({ path, method }) => ({
      slug,
      path: `/api/${slug}${path === '/' ? '' : path}`,
      method: method.toUpperCase(),
      fields: flattenedFields,
    })),
  )
  const inGlobals = config.globals.flatMap(({ slug, endpoints, flattenedFields }) =>
    (endpoints || []).map(({ path, method }) => ({
      slug,
      path: `/api/globals/${slug}${path === '/' ? '' : path}`,
      method: method.toUpperCase(),
      fields: flattenedFields,
    })),
  )
  const endpoints = [...inCollections, ...inGlobals]
  /** Where whole documents are taken, which would else be seldom asked for. */
  const taking = inCollections.filter(
    ({ slug, path, method }) => documents.has(slug) && method === 'POST' && path === `/api/${slug}`,
  )

  const rest = (chance: Chance): Shot => {
    const { slug, path, method, fields } = chance.of(chance.happens(0.1) ? taking : endpoints)
    const known =
      slug === 'users' ? JUNK : [...(records.get(slug) ?? []), ...(records.get(slug) ?? []), ...ids, ...JUNK]
    const at = path.replaceAll(/:(\w+)\??/g, () => encodeURIComponent(decodeSafely(chance.of(known))))
    const token = ENDING.test(path) ? null : chance.of(tokens)
    const headers: Record<string, string> = token === null ? {} : { Authorization: `JWT ${token}` }
    if (method === 'GET') return { method, path: at + query(chance), headers, body: undefined }
    // A bulk change of nothing in particular would be one of everything.
    const search = at === path && method !== 'POST' ? `?where[id][equals]=${chance.of(JUNK)}` : query(chance)
    if (SLOW.test(path) && chance.happens(0.97))
      return { method: 'GET', path: `/api/${slug}${query(chance)}`, headers, body: undefined }
    const whole = documents.get(slug)
    const plain =
      whole && chance.happens(0.6) ? whole(chance.below(1_000_000)) : plausibleDocument(fields, chance, records)
    const document = chance.happens(0.5) ? mutated(plain, chance) : plain
    if (method !== 'DELETE' && chance.happens(0.3)) {
      const { body, type } = form(document, chance)
      return { method, path: at + search, headers: { ...headers, 'Content-Type': type }, body }
    }
    const sent = chance.happens(0.1) ? asJson(document).slice(0, chance.below(40)) : asJson(document)
    const type = chance.happens(0.95)
      ? 'application/json'
      : chance.of(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''])
    return {
      method,
      path: at + search,
      headers: { ...headers, ...(type === '' ? {} : { 'Content-Type': type }) },
      body: sent,
    }
  }

  const NAMES = [
    'form-state',
    'table-state',
    'render-list',
    'render-document',
    'slugify',
    'copy-data-from-locale',
    'constructor',
    'toString',
    'schedule-publish',
    '',
  ]
  const action = (chance: Chance): Shot => {
    const token = chance.of(tokens)
    const args = {
      collectionSlug: chance.of(['pages', 'users', 'constructor', 'x']),
      data: { title: 'x' },
      query: { where: { title: { equals: 'x' } }, sort: 'title' },
      docID: chance.of(ids),
      formState: {},
      columns: [],
    }
    const call = [{ name: chance.of(NAMES), args: chance.happens(0.8) ? mutated(args, chance) : args }]
    const body = chance.happens(0.2)
      ? asJson(mutated(call, chance))
      : chance.happens(0.2)
        ? asJson(call).slice(0, chance.below(60))
        : asJson(call)
    return {
      method: 'POST',
      path: chance.of(['/admin', '/admin/collections/pages', '/admin/login', '/admin/collections/constructor']),
      headers: {
        Origin: new URL(config.serverURL).origin,
        ...(token === null ? {} : { Authorization: `JWT ${token}` }),
        'Next-Action': chance.of([`40${'ab'.repeat(20)}`, 'constructor', '']),
        'Content-Type': chance.of([
          'text/plain;charset=UTF-8',
          'text/plain',
          'multipart/form-data; boundary=x',
          'application/json',
        ]),
        ...(chance.happens(0.2) ? { 'Next-Router-State-Tree': chance.of(['x', '%7B%7D', '[]', '%']) } : {}),
      },
      body,
    }
  }

  const page = (chance: Chance): Shot => ({
    method: 'GET',
    path:
      chance.of([
        '/admin',
        '/admin/login',
        `/admin/collections/${chance.of(['pages', 'users', 'constructor'])}`,
        `/admin/globals/${chance.of(['header', 'toString'])}`,
        '/_next/image',
        '/',
        '/membres',
        '/publications',
        '/evenements',
        `/${encodeURIComponent(decodeSafely(chance.of(JUNK)))}`,
      ]) + query(chance),
    headers: chance.happens(0.3)
      ? { RSC: chance.of(['1', 'x']), 'Next-Router-State-Tree': chance.of(['x', '%', '[]']) }
      : {},
    body: undefined,
  })

  const filled = (chance: Chance): Shot => {
    const names = [
      'organisation.legalName',
      'organisation.siret',
      'representative.email',
      'kind',
      'email',
      'message',
      'name',
      'answer',
      'signedAs',
      '__proto__',
      'constructor',
      'organisation[legalName]',
      'shownAt',
      'stamp',
      'consent',
    ]
    const pairs = Array.from({ length: chance.below(8) }, () => {
      const value = chance.of(HOSTILE)
      return `${encodeURIComponent(chance.of(names))}=${encodeURIComponent(decodeSafely(typeof value === 'string' ? value : asJson(value)))}`
    })
    if (chance.happens(0.1)) {
      const { body, type } = form({}, chance)
      return { method: 'POST', path: chance.of(forms), headers: { 'Content-Type': type }, body }
    }
    return {
      method: 'POST',
      path: chance.of(forms),
      headers: { 'Content-Type': chance.happens(0.9) ? 'application/x-www-form-urlencoded' : 'text/plain' },
      body: chance.happens(0.1) ? '%E0%A4%A=%&&&=' : pairs.join('&'),
    }
  }

  return (seed) => {
    const chance = new Chance(seed)
    const kind = chance.next()
    return kind < 0.7 ? rest(chance) : kind < 0.82 ? action(chance) : kind < 0.9 ? page(chance) : filled(chance)
  }
}

/** A text that can stand in an address: half a character cannot. */
const decodeSafely = (text: string): string => text.replace(/[\ud800-\udfff]/g, '')
