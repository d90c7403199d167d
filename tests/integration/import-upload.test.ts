import { strToU8, zipSync } from 'fflate'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lexicalToMarkdown } from '../../src/content/lexical-markdown.ts'
import { callApi, codeOf, issuesOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'

let app: TestApp
let payload: Payload
let editor: string
let secretariat: string

beforeAll(async () => {
  app = await startApp()
  ;({ payload } = app)
  editor = await tokenOf('editor')
  secretariat = await tokenOf('secretariat')
})

afterAll(() => app.stop())

async function tokenOf(role: 'editor' | 'secretariat'): Promise<string> {
  const { email } = await staffUser(payload, { roles: [role] })
  return (await payload.login({ collection: 'users', data: { email, password: PASSWORD } })).token ?? ''
}

const TEXT =
  'Le Cercle des ateliers\n\nUne mission commune\nNous defendons l’idée que chacun peut apprendre un métier à tout âge.\n- Publier ;\n- Réunir.\n\nNom : ____\n'

const upload = (collection: string, token: string | undefined, bytes: string | Uint8Array, confirm = false) => {
  const body = new FormData()
  body.set(
    'file',
    new File([new Uint8Array(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)], 'texte.txt', {
      type: 'text/plain',
    }),
  )
  if (confirm) body.set('confirm', 'true')
  return callApi(app, `/${collection}/import`, { body, ...(token === undefined ? {} : { token }) })
}
const drafts = (collection: 'pages' | 'charter-versions') =>
  payload.count({ collection, overrideAccess: true }).then(({ totalDocs }) => totalDocs)

describe('the encoding of a text', () => {
  const said = 'Été à Nîmes : « l’œuvre » coûte 5 €'

  it.each([
    ['UTF-8', Buffer.from(said)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${said}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${said}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${said}`, 'utf16le').swap16()],
    [
      'Windows-1252',
      Buffer.from(
        said.replace(/[’œ€]/g, (sign) => ({ '’': '\x92', œ: '\x9c', '€': '\x80' })[sign] ?? '').normalize('NFC'),
        'latin1',
      ),
    ],
  ])('is found: %s', async (_name, bytes) => {
    const { status, body } = await upload('pages', editor, new Uint8Array(bytes))
    expect({ status, title: body['title'] }).toEqual({ status: 200, title: said })
  })
})

describe('a document of Word', () => {
  const withText = (words: string) => expect.objectContaining({ children: [expect.objectContaining({ text: words })] })
  const paragraphs = (...each: string[]) => each.map((words) => `<w:p>${words}</w:p>`).join('')
  const run = (words: string, style = '') => `${style}<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  const styled = (style: string) => `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  const word = (body: string) =>
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    })

  it('is read with its headings, its emphasis and its tables', async () => {
    const table = `<w:tbl><w:tr>${['Année', 'Membres'].map((cell) => `<w:tc>${paragraphs(run(cell))}</w:tc>`).join('')}</w:tr></w:tbl>`
    const { status, body } = await upload(
      'pages',
      editor,
      word(
        paragraphs(
          run('Nos idées &amp; projets', styled('Heading1')),
          run('Une partie', styled('Heading2')),
          `${run('Un mot ')}<w:r><w:rPr><w:b/></w:rPr><w:t>fort</w:t></w:r>`,
        ) + table,
      ),
    )
    expect({ status, title: body['title'] }).toEqual({ status: 200, title: 'Nos idées & projets' })
    expect(lexicalToMarkdown(body['content'])).toMatch(/^## Une partie\n\nUn mot \*\*fort\*\*\n\n/)
    const cells = (words: string) => expect.objectContaining({ type: 'tablecell', children: [withText(words)] })
    expect(body['content']).toMatchObject({
      root: {
        children: [{}, {}, { type: 'table', children: [{ children: [cells('Année'), cells('Membres')] }] }],
      },
    })
  })

  it('is refused in a sentence when it is none', async () => {
    const answer = await upload('pages', editor, zipSync({ 'a.txt': strToU8('a') }), true)
    expect([answer.status, issuesOf(answer)]).toEqual([400, ['file: not-word']])
  })
})

describe('a text that is uploaded', () => {
  it('is shown as the draft that it would be, and nothing is made', async () => {
    const { status, body } = await upload('pages', editor, TEXT)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      title: 'Le Cercle des ateliers',
      signature: ['Nom'],
      unknownWords: ['defendons'],
      notes: [{ kind: 'heading-proposed', text: 'Une mission commune' }],
    })
    expect(lexicalToMarkdown(body['content'])).toContain('Une mission commune')
    expect(await drafts('pages')).toBe(0)
  })

  it('becomes a draft of a page once confirmed, under an address that is free, and is published by nobody', async () => {
    const first = await upload('pages', editor, TEXT, true)
    expect(first).toMatchObject({ status: 201, body: { doc: { title: 'Le Cercle des ateliers' } } })
    await upload('pages', editor, TEXT, true)
    const { docs } = await payload.find({
      collection: 'pages',
      draft: true,
      sort: 'createdAt',
      locale: 'fr',
      depth: 0,
      overrideAccess: true,
    })
    expect(docs).toMatchObject([
      {
        slug: 'le-cercle-des-ateliers',
        _status: 'draft',
        layout: [{ blockType: 'opening', title: 'Le Cercle des ateliers' }, { blockType: 'richText' }],
      },
      { slug: 'le-cercle-des-ateliers-2' },
    ])
  })

  it('becomes a draft version of the charter, its frame to sign apart', async () => {
    expect((await upload('charter-versions', secretariat, TEXT)).status).toBe(200)
    expect(await drafts('charter-versions')).toBe(0)
    expect((await upload('charter-versions', secretariat, TEXT, true)).status).toBe(201)
    const { docs } = await payload.find({ collection: 'charter-versions', depth: 0, overrideAccess: true })
    expect(docs).toMatchObject([{ number: 1, status: 'draft', signatureLines: 'Nom' }])
    expect(lexicalToMarkdown(docs[0]?.content)).toMatch(/^# Le Cercle des ateliers/)
  })

  it('is taken from nobody else', async () => {
    expect((await upload('pages', undefined, TEXT, true)).status).toBe(401)
    expect((await upload('pages', secretariat, TEXT, true)).status).toBe(403)
    expect((await upload('charter-versions', editor, TEXT, true)).status).toBe(403)
  })

  it.each([
    ['nothing', '', 'required'],
    ['only blanks', ' \n\n ', 'empty'],
    ['bytes of no encoding', new Uint8Array([0xe9, 0x00, 0xe9]), 'not-text'],
    ['half a character of UTF-16', new Uint8Array([0xff, 0xfe, 0xe9]), 'not-text'],
    ['a PDF', '%PDF-1.4\n\u0001\u0002', 'not-text'],
    ['more than a book', 'a '.repeat(600_000), 'too-large'],
  ])('is refused when it is %s', async (_what, bytes, code) => {
    const answer = await upload('pages', editor, bytes, true)
    expect(answer.status).toBe(400)
    expect([codeOf(answer), issuesOf(answer)]).toEqual([code, [`file: ${code}`]])
  })
})

describe('a text that nobody writes', () => {
  const of = (piece: string, length: number): string => piece.repeat(Math.floor(length / piece.length))

  it.each([
    ['without a space', of('a', 900_000)],
    ['of emphasis that opens', of('*a', 40_000)],
    ['of emphasis that opens, in Markdown', `# T\n\n${of('*a', 40_000)}`],
    ['of code that opens', `# T\n\n${of('`a', 40_000)}`],
    ['of pictures that open', `# T\n\n${of('![a](', 50_000)}`],
    ['of brackets', `# T\n\n${of('[', 20_000)}`],
    ['of quotations in quotations', `# T\n\n${of('>', 400_000)}`],
    ['of one sentence again and again', of('Les organismes de la région ont des idées.\n', 400_000)],
  ])('is shown as the draft that it would be: one %s', async (_what, source) => {
    expect((await upload('pages', editor, source)).status).toBe(200)
  })

  it.each([
    ['60,000 items', of('- a\n', 240_000)],
    ['60,000 items of Markdown', `# T\n\n${of('- a\n', 240_000)}`],
    ['as many lines as it can have', of('a\n', 999_000)],
  ])('is refused in a sentence when it has %s', async (_what, source) => {
    for (const confirm of [false, true]) {
      const answer = await upload('pages', editor, source, confirm)
      expect([400, 422]).toContain(answer.status)
      expect(['too-many-parts', 'takes-too-long']).toContain(codeOf(answer))
    }
  })

  it('lets others pass while it is read', async () => {
    const told: string[] = []
    const tell = (who: string) => () => told.push(who)
    const slow = upload('pages', editor, `# T\n\n|a|b|\n|-|-|\n${of('|a|b|\n', 900_000)}`)
    const others = async () => {
      for (let asked = 0; asked < 5; asked += 1)
        expect((await callApi(app, '/users/me', { method: 'GET' })).status).toBe(200)
    }
    const [refused] = await Promise.all([slow.finally(tell('reader')), others().finally(tell('others'))])
    expect([400, 422]).toContain(refused.status)
    expect(told).toEqual(['others', 'reader'])
  })
})
