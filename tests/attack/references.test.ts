import { randomBytes } from 'node:crypto'
import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph } from '../../src/content/lexical-factory.ts'
import { document as richTextOf, internalLink } from '../support/lexical.ts'
import { routeTable } from '../../src/api/route-table.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeColleague, makePerson } from '../support/governance.ts'
import { linkTo } from '../support/pages.ts'

let app: TestApp
let door: TestDoor
let tokens: readonly string[]
let nobody: string
let person: string

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(app)
  tokens = [
    (await makeColleague(app.payload, ['editor'])).token,
    (await makeColleague(app.payload, ['secretariat'])).token,
    (await makeColleague(app.payload, ['admin'])).token,
  ]
  nobody = app.database === 'mongodb' ? randomBytes(12).toString('hex') : '01a22aa4-0000-7000-8000-000000000000'
  person = (await makePerson(app.payload)).id
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

type Answer = { status: number; issues: string[] }

async function send(method: string, path: string, body: object, token: string): Promise<Answer> {
  const response = await fetch(`${door.url}/api/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `JWT ${token}` },
    body: JSON.stringify(body),
  })
  const { errors = [] } = (await response.json()) as {
    errors?: { data?: { errors: { path: string; code: string }[] } }[]
  }
  return {
    status: response.status,
    issues: (errors[0]?.data?.errors ?? []).map(({ path: at, code }) => `${at}: ${code}`),
  }
}

/** The answer to whoever may write there; null where nobody may. */
async function sendAsWriter(method: string, path: string, body: object): Promise<Answer | null> {
  for (const token of tokens) {
    const answer = await send(method, path, body, token)
    if (answer.status !== 403) return answer
  }
  return null
}

type Case = { path: string; value: object }

/** One document for each field, at any depth, that names a record: it names one that does not exist. */
function casesOf(fields: readonly FlattenedField[], id: string): Case[] {
  const within = (
    inner: readonly FlattenedField[],
    name: string,
    wrap: (value: object) => unknown,
    prefix: string,
  ): { name: string; path: string; value: unknown }[] =>
    casesOf(inner, id).map(({ path, value }) => ({ name, path: prefix + path, value: wrap(value) }))
  return fields
    .flatMap((field): { name: string; path: string; value: unknown }[] => {
      const { name } = field
      switch (field.type) {
        case 'relationship':
        case 'upload': {
          const kinds = Array.isArray(field.relationTo)
            ? field.relationTo.map((relationTo) => ({ relationTo, value: id }))
            : [id, { id }]
          return kinds.map((value) =>
            'hasMany' in field && field.hasMany
              ? { name, path: `${name}.0`, value: [value] }
              : { name, path: name, value },
          )
        }
        case 'group':
        case 'tab':
          return within(field.flattenedFields, name, (value) => value, `${name}.`)
        case 'array':
          return within(field.flattenedFields, name, (value) => [value], `${name}.0.`)
        case 'blocks':
          return field.blocks.flatMap((block) =>
            within(block.flattenedFields, name, (value) => [{ blockType: block.slug, ...value }], `${name}.0.`),
          )
        case 'richText':
          return [
            {
              name,
              path: `${name}.root.children.0.value`,
              value: richTextOf({ type: 'upload', version: 3, relationTo: 'media', value: id, fields: {} }),
            },
            {
              name,
              path: `${name}.root.children.0.value`,
              value: richTextOf({ type: 'relationship', version: 2, relationTo: 'pages', value: { id } }),
            },
            {
              name,
              path: `${name}.root.children.0.children.0.fields.doc`,
              value: richTextOf(paragraph(internalLink('pages', id))),
            },
          ]
        default:
          return []
      }
    })
    .map(({ name, path, value }) => ({ path, value: { [name]: value } }))
}

describe('a document that names a record which does not exist', () => {
  it('is refused with its place, in whatever field of whatever collection, when it is made and when it is changed', async () => {
    const refused: string[] = []
    const routeAt = routeTable(app.config)
    for (const { slug, flattenedFields } of app.config.collections) {
      if (slug === 'payload-preferences') continue
      for (const { path, value } of casesOf(flattenedFields, nobody)) {
        for (const [method, at] of [
          ['POST', slug],
          ['PATCH', `${slug}/${nobody}`],
        ] as const) {
          if (routeAt(method, `/api/${at}`)?.own) continue
          const answer = await sendAsWriter(method, at, value)
          if (answer === null) continue
          expect({ method, at, answer }).toEqual({
            method,
            at,
            answer: { status: 400, issues: [`${path}: unknown-record`] },
          })
          refused.push(`${method} ${slug} ${path}`)
        }
      }
    }
    expect(refused).toEqual(
      expect.arrayContaining([
        'POST pages layout.0.items.0.image',
        'PATCH pages parent',
        'POST publications authorPeople.0',
        'POST publications body.root.children.0.value',
        'POST documents file',
        'PATCH members network',
        'POST events documents.0.file',
      ]),
    )
  })

  it('is refused in a global, in a form, of another collection, and where the id is none of this database', async () => {
    let count = 0
    for (const { slug, flattenedFields } of app.config.globals) {
      for (const id of [nobody, person, 'x', 'x'.repeat(90)]) {
        for (const { path, value } of casesOf(flattenedFields, id)) {
          expect({ slug, answer: await sendAsWriter('POST', `globals/${slug}`, value) }).toEqual({
            slug,
            answer: { status: 400, issues: [`${path}: unknown-record`] },
          })
          count += 1
        }
      }
    }
    expect(count).toBeGreaterThan(0)
    const form = new FormData()
    form.set('_payload', JSON.stringify({ links: [{ page: nobody }] }))
    const [token = ''] = tokens
    expect(
      (
        await fetch(`${door.url}/api/globals/footer`, {
          method: 'POST',
          body: form,
          headers: { Authorization: `JWT ${token}` },
        })
      ).status,
    ).toBe(400)
  })
})

it('what was named and has gone meanwhile holds up nobody who mends something else', async () => {
  const [editor = ''] = tokens
  const target = await app.payload.create({
    collection: 'pages',
    data: { title: 'Cible', slug: 'cible', layout: [], _status: 'draft' },
    overrideAccess: true,
    draft: true,
  })
  const body = linkTo(target.id, 'ailleurs')
  const note = await app.payload.create({
    collection: 'publications',
    data: { title: 'Une note', slug: 'une-note', body },
    overrideAccess: true,
    draft: true,
  })
  await app.payload.db.deleteOne({ collection: 'pages', where: { id: { equals: target.id } } })
  expect(
    await send('PATCH', `publications/${note.id}?draft=true`, { title: 'Une note mendée', body }, editor),
  ).toMatchObject({ status: 200 })
  expect((await send('POST', 'publications?draft=true', { title: 'Une autre', body }, editor)).issues).toEqual([
    'body.root.children.0.children.0.fields.doc: unknown-record',
  ])
})
