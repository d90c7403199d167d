import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentOf, heading, link, paragraph, text } from '../../src/content/lexical-factory.ts'
import { routeTable } from '../../src/api/route-table.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeColleague } from '../support/governance.ts'

let app: TestApp
let door: TestDoor
let tokens: readonly string[]

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  await seedDemo(app.payload)
  door = await openDoor(app)
  tokens = [
    (await makeColleague(app.payload, ['editor'])).token,
    (await makeColleague(app.payload, ['secretariat'])).token,
    (await makeColleague(app.payload, ['admin'])).token,
  ]
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

type Issues = { errors?: { data?: { errors: { path: string; code: string }[] } }[] }
type Answer = { status: number; body: Issues; issues: string[] }

async function send(method: string, path: string, token: string, body?: object): Promise<Answer> {
  const response = await fetch(`${door.url}/api/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `JWT ${token}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const answered = (await response.json()) as Issues
  const issues = answered.errors?.[0]?.data?.errors ?? []
  return { status: response.status, body: answered, issues: issues.map(({ path: at, code }) => `${at}: ${code}`) }
}

/** The answer to whoever may write there; null where nobody may. */
async function sendAsWriter(method: string, path: string, body: object): Promise<Answer | null> {
  for (const token of tokens) {
    const answer = await send(method, path, token, body)
    if (answer.status !== 403) return answer
  }
  return null
}

/** Names that no field has; some of them every object has, or lead elsewhere in a careless reader. */
const NAMES = ['inconnu', 'constructor', 'toString', 'titre', 'title.fr', ' title']

/** One document for each place of a document that has names of its own. */
function placesOf(fields: readonly FlattenedField[]): { path: string; wrap: (inner: object) => object }[] {
  const below = (inner: readonly FlattenedField[], name: string, prefix: string, hold: (inner: object) => unknown) =>
    placesOf(inner).map(({ path, wrap }) => ({
      path: `${name}.${prefix}${path}`,
      wrap: (given: object) => ({ [name]: hold(wrap(given)) }),
    }))
  return [
    { path: '', wrap: (inner) => inner },
    ...fields.flatMap((field) => {
      switch (field.type) {
        case 'group':
        case 'tab':
          return below(field.flattenedFields, field.name, '', (inner) => inner)
        case 'array':
          return below(field.flattenedFields, field.name, '0.', (inner) => [inner])
        case 'blocks':
          return field.blocks.flatMap(({ slug, flattenedFields }) =>
            below(flattenedFields, field.name, '0.', (inner) => [{ blockType: slug, ...inner }]),
          )
        default:
          return []
      }
    }),
  ]
}

describe('a document with a name that is of no field', () => {
  it('is refused with its place, wherever it stands, when it is made and when it is changed', async () => {
    const refused: string[] = []
    const routeAt = routeTable(app.config)
    const addresses = [
      ...app.config.collections
        .filter(({ slug }) => slug !== 'payload-preferences')
        .flatMap(({ slug, flattenedFields }) => [
          { method: 'POST', at: slug, fields: flattenedFields },
          { method: 'PATCH', at: `${slug}/65f0aa11bb22cc33dd44ee55`, fields: flattenedFields },
        ]),
      ...app.config.globals.map(({ slug, flattenedFields }) => ({
        method: 'POST',
        at: `globals/${slug}`,
        fields: flattenedFields,
      })),
    ]
    for (const { method, at, fields } of addresses) {
      if (routeAt(method, `/api/${at}`)?.own !== false) continue
      for (const [index, { path, wrap }] of placesOf(fields).entries()) {
        const name = NAMES[index % NAMES.length] ?? 'inconnu'
        const answer = await sendAsWriter(method, at, wrap({ [name]: 'x' }))
        if (answer === null) break
        expect({ method, at, status: answer.status, issues: answer.issues }).toEqual({
          method,
          at,
          status: 400,
          issues: [`${path}${name}: unknown-field`],
        })
        refused.push(`${method} ${at.split('/')[0]} ${path}`)
      }
    }
    expect(refused).toEqual(
      expect.arrayContaining([
        'POST pages ',
        'PATCH pages layout.0.',
        'POST pages layout.0.items.0.',
        'PATCH members directory.',
        'PATCH users ',
        'POST globals links.0.',
      ]),
    )
  })

  it('names every one of them', async () => {
    const answer = await sendAsWriter('POST', 'pages', {
      titre: 'a',
      adresse: 'b',
      layout: [{ blockType: 'quote', par: 'c' }],
    })
    expect(answer?.issues).toEqual(['titre: unknown-field', 'adresse: unknown-field', 'layout.0.par: unknown-field'])
  })
})

it('what was read may be sent back whole', async () => {
  const [editor = '', secretary = ''] = tokens
  let count = 0
  for (const [slug, token] of [
    ['pages', editor],
    ['publications', editor],
    ['events', editor],
    ['documents', editor],
    ['members', secretary],
    ['people', secretary],
    ['governance-bodies', secretary],
  ] as const) {
    for (const draft of ['', '&draft=true']) {
      const { body } = await send('GET', `${slug}?limit=100&depth=0${draft}`, token)
      const docs = 'docs' in body && Array.isArray(body.docs) ? (body.docs as { id: string }[]) : []
      expect(docs.length, slug).toBeGreaterThan(0)
      for (const doc of docs) {
        const { issues } = await send('PATCH', `${slug}/${doc.id}?depth=0${draft}`, token, doc)
        expect({ slug, issues: issues.filter((each) => each.endsWith('unknown-field')) }).toEqual({ slug, issues: [] })
        count += 1
      }
    }
  }
  for (const slug of ['identity', 'header', 'footer']) {
    const { body } = await send('GET', `globals/${slug}?depth=0`, editor)
    expect((await send('POST', `globals/${slug}?depth=0`, editor, body)).issues).toEqual([])
    count += 1
  }
  expect(count).toBeGreaterThan(40)
})

describe('a text that shows nothing', () => {
  it.each([
    '   ',
    '\u00a0\u202f',
    '\u200b',
    '\u00ad\u2060\ufeff',
    ' \u200d\n\t ',
    '\u3164',
    '\u2800\u115f',
    '\u034f\ufe0f',
  ])('is no title, nor a name: %j', async (blank) => {
    for (const [path, document, issues] of [
      ['pages', { title: blank, slug: 'blanche', _status: 'published' }, ['title: invalid']],
      ['events', { title: blank, slug: 'blanc', _status: 'published' }, null],
      ['people', { name: blank }, null],
    ] as const) {
      const answer = await sendAsWriter('POST', path, document)
      expect({ path, status: answer?.status }).toEqual({ path, status: 400 })
      if (issues) expect(answer?.issues).toEqual(issues)
    }
  })

  it('parts two words within a formatted text', async () => {
    const text = (value: string) => ({
      type: 'text',
      version: 1,
      text: value,
      format: 0,
      detail: 0,
      mode: 'normal',
      style: '',
    })
    const body = {
      root: {
        type: 'root',
        version: 1,
        format: '',
        indent: 0,
        direction: null,
        children: [
          {
            type: 'paragraph',
            version: 1,
            format: '',
            indent: 0,
            direction: null,
            textFormat: 0,
            textStyle: '',
            children: [{ ...text('un'), format: 1 }, text(' '), { ...text('deux'), format: 1 }],
          },
        ],
      },
    }
    const answer = await sendAsWriter('POST', 'publications?draft=true', {
      title: 'Deux mots',
      slug: 'deux-mots',
      body,
    })
    expect(answer?.status).toBe(201)
    expect(JSON.stringify(answer?.body)).toContain('"text":" "')
  })
})

describe('an address', () => {
  const texts = (...urls: string[]) =>
    documentOf([heading('h2', text('Nos valeurs')), ...urls.map((url) => paragraph(link(url, text('là'))))])
  const page = (layout: object[]) => ({ title: 'Adresses', slug: `adresses-${++count}`, _status: 'published', layout })
  let count = 0

  it('that was typed in short is completed, in a text, a button and a logo, a menu and an event', async () => {
    const made = await sendAsWriter(
      'POST',
      'pages',
      page([
        { blockType: 'richText', content: texts('www.cpof.fr/a', ' contact@cpof.fr', '#nos-valeurs', '/membres') },
        { blockType: 'callToJoin', title: 'Lire', actionLabel: 'Lire', actionHref: 'www.cpof.fr' },
        { blockType: 'callToJoin', title: 'Lire', actionLabel: 'Lire', actionHref: '#nos-valeurs' },
      ]),
    )
    expect(made).toMatchObject({ status: 201 })
    const stored = JSON.stringify(made?.body)
    for (const url of ['https://www.cpof.fr/a', 'mailto:contact@cpof.fr', '#nos-valeurs', '/membres'])
      expect(stored).toContain(`"url":"${url}"`)
    expect(stored).toContain('"actionHref":"https://www.cpof.fr"')
    const menu = await sendAsWriter('POST', 'globals/footer', { links: [{ href: 'www.cpof.fr', label: 'Nous' }] })
    expect(JSON.stringify(menu?.body)).toContain('"href":"https://www.cpof.fr"')
    const registers = [{ name: 'Répertoire', href: 'hatvp.fr/fiche' }]
    const identity = await sendAsWriter('POST', 'globals/identity', { registers })
    expect(JSON.stringify(identity?.body)).toContain('"href":"https://hatvp.fr/fiche"')
  })

  it.each([
    'javascript:alert(1)',
    'https://',
    'http://intranet',
    '#nulle-part',
    '#',
    'mailto:x',
    'tel:',
    'quelque part',
  ])('that leads nowhere is refused where it is typed: %s', async (url) => {
    const asked = [
      ['pages', page([{ blockType: 'richText', content: texts(url) }])],
      ['pages?draft=true', { title: 'a', layout: [{ blockType: 'questions', items: [{ answer: texts(url) }] }] }],
      ['publications?draft=true', { title: 'a', body: texts(url) }],
      ['events?draft=true', { title: 'a', programme: texts(url) }],
      ['pages', page([{ blockType: 'callToJoin', title: 'a', actionLabel: 'a', actionHref: url }])],
      ['globals/header', { links: [{ href: url, label: 'a' }] }],
      ['globals/identity', { registers: [{ name: 'a', href: url }] }],
    ] as const
    for (const [path, document] of asked) {
      const answer = await sendAsWriter('POST', path, document)
      expect({ path, status: answer?.status }).toEqual({ path, status: 400 })
      expect(answer?.issues.join()).toMatch(/(url|actionHref|href): (not-an-address|invalid)/)
    }
  })

  it('of another scheme is kept in no draft either', async () => {
    for (const layout of [
      [{ blockType: 'callToJoin', title: 'a', actionLabel: 'a', actionHref: 'java\nscript:alert(1)' }],
      [{ blockType: 'logos', items: [{ name: 'a', href: 'data:text/html,x' }] }],
    ])
      expect(await sendAsWriter('POST', 'pages?draft=true', { title: 'a', layout })).toMatchObject({ status: 400 })
    expect(await sendAsWriter('POST', 'events?draft=true', { title: 'a', link: 'javascript:x' })).toMatchObject({
      issues: ['link: not-an-address'],
    })
  })
})
