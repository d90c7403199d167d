import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi, codeOf, issuesOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { adoptCharter, application, validSiren, validSiret } from '../support/factories.ts'
import { bodyWith } from '../support/sample-bodies.ts'
import { owed } from '../support/outbox.ts'

let app: TestApp
let sha256: string

beforeAll(async () => {
  app = await startApp()
})

afterAll(() => app.stop())

const apply = (body: unknown, headers: Record<string, string> = {}) =>
  callApi<{
    message: string
    doc: { id: string; reference: string; status: string; charterVersion: { number: number; sha256: string } }
    declaration: Record<string, unknown>
    warnings: { path: string; code: string; message: string }[]
    follow: Record<string, unknown>
    errors?: []
  }>(app, '/adhesions', { body, headers })

describe('before a charter is in force', () => {
  it('nobody can apply yet, and is told so', async () => {
    const answer = await apply(application())
    expect(answer.status).toBe(503)
    expect(codeOf(answer)).toBe('no-charter-in-force')
  })
})

describe('an application', () => {
  beforeAll(async () => {
    sha256 = (await adoptCharter(app.payload)).sha256 ?? ''
  })

  it('opens a file bound to the charter in force', async () => {
    const sent = application()
    const { status, body } = await apply(sent)
    expect(status).toBe(201)
    expect(Object.keys(body)).toEqual(['message', 'doc', 'declaration', 'warnings', 'follow'])
    expect(body.doc).toEqual({
      id: expect.any(String),
      reference: expect.stringMatching(/^CPOF-\d{4}-\d{6}$/),
      status: 'awaiting-signature',
      charterVersion: { number: 1, sha256 },
    })
    const adhesion = await app.payload.findByID({ collection: 'adhesions', id: body.doc.id, depth: 0 })
    expect(adhesion).toMatchObject({
      status: 'awaiting-signature',
      rev: 0,
      everSubmitted: false,
      privacyNoticeVersion: expect.any(String),
      title: expect.stringContaining(body.doc.reference),
    })
    expect(adhesion.organisation.address?.region).toBeTruthy()
  })

  it('is answered with what was read, what is odd in it, and how to follow it, and with no token', async () => {
    const sent = application({ organisation: { nda: '11 75 12345 7 ', address: { city: '  LYON ' } } })
    const { status, body } = await apply(sent, { 'Accept-Language': 'en' })
    expect([status, body.warnings.map(({ path }) => path)]).toEqual([201, ['organisation.nda']])
    expect(body.warnings[0]).toMatchObject({ code: expect.any(String), message: expect.stringMatching(/^[A-Z]/) })
    expect(body.declaration).toMatchObject({
      kind: 'member',
      organisation: { nda: '1175123457', address: { city: 'LYON', region: expect.any(String) } },
    })
    expect(body.follow).toMatchObject({ method: 'GET', href: '/api/adhesions/by-link', authorization: 'Link' })
    expect(JSON.stringify(body)).not.toMatch(/identifierKey|searchKey|"[A-Za-z0-9_-]{43}"/)
    // What was read may be sent as it is: it says the same.
    const again = await apply(body.declaration)
    expect([again.status, codeOf(again)]).toEqual([409, 'adhesion-in-progress'])
  })

  it('owes a receipt to the contact and the link to the representative, within the caps', async () => {
    const sent = application({
      representative: { email: 'signataire.un@organisme.example' },
      contact: { email: 'contact.un@organisme.example' },
    })
    const { body } = await apply(sent)
    const messages = await owed(app.payload, { adhesion: body.doc.id })
    expect(messages.map(({ template, recipient, capped }) => [template, recipient, capped]).sort()).toEqual([
      ['receipt', 'contact.un@organisme.example', true],
      ['signature-link', 'signataire.un@organisme.example', true],
    ])
    expect(JSON.stringify(messages)).not.toMatch(/[A-Za-z0-9_-]{43}"/)
  })

  it('without a contact sends both to the representative', async () => {
    const { body } = await apply(application({ contact: null, representative: { email: 'seule@organisme.example' } }))
    const messages = await owed(app.payload, { adhesion: body.doc.id })
    expect(messages.map(({ recipient }) => recipient)).toEqual(['seule@organisme.example', 'seule@organisme.example'])
  })

  it('is refused with all faults at once, in the reader’s language', async () => {
    const sent = application({
      kind: 'friend',
      organisation: { siret: '12345678900000', legalName: ' ' },
      representative: { email: 'nobody' },
      privacyNoticeRead: false,
    })
    const french = await apply(sent)
    const english = await apply(sent, { 'Accept-Language': 'en' })
    expect(french.status).toBe(400)
    expect(issuesOf(french).map((issue) => issue.split(':')[0])).toEqual(
      expect.arrayContaining([
        'kind',
        'organisation.legalName',
        'organisation.siret',
        'representative.email',
        'privacyNoticeRead',
      ]),
    )
    expect(JSON.stringify(french.body)).toContain('Indiquez')
    expect(JSON.stringify(english.body)).toContain('Give')
  })

  it('that is nearly right is refused at a path, in JSON and as a form, whatever stands where', async () => {
    const leaves = (value: unknown, at = ''): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, each]) => [
            `${at}${name}`,
            ...leaves(each, `${at}${name}.`).filter((path) => path !== `${at}${name}`),
          ])
        : []
    const places = leaves(application())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue(), fc.boolean(), async (at, value, asForm) => {
        const body = bodyWith(application(), at, value)
        const form = new FormData()
        form.set('adhesion', JSON.stringify(body))
        const answer = await apply(asForm ? form : body)
        expect([201, 400]).toContain(answer.status)
        if (answer.status === 400) expect(issuesOf(answer).join()).toMatch(/: [a-z-]+$/)
      }),
      { numRuns: 40, seed: 12 },
    )
    for (const broken of ['{', '[]', '"x"']) expect(issuesOf(await apply(broken))).toEqual([': bad-json'])
  })

  describe('as a form', () => {
    const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'
    const form = (declared: unknown, files: File[] = [], more: Record<string, string> = {}): FormData => {
      const made = new FormData()
      if (declared !== undefined)
        made.set('adhesion', typeof declared === 'string' ? declared : JSON.stringify(declared))
      for (const file of files) made.append('files', file)
      for (const [name, value] of Object.entries(more)) made.set(name, value)
      return made
    }
    const statutes = (text = PDF) => new File([text], 'statuts.pdf', { type: 'application/pdf' })
    const kept = async () => (await app.payload.find({ collection: 'attachments', pagination: false })).docs

    it('is the same, and its files are attached at once', async () => {
      const sent = form(application(), [statutes(), new File([PDF], 'bilan.pdf')])
      const { status, body } = await apply(sent)
      expect([status, body.doc.status]).toEqual([201, 'awaiting-signature'])
      const files = (await kept()).filter(
        ({ adhesion }) => (typeof adhesion === 'string' ? adhesion : adhesion?.id) === body.doc.id,
      )
      expect(files.map(({ title, source }) => [title, source]).sort()).toEqual([
        ['bilan.pdf', 'applicant'],
        ['statuts.pdf', 'applicant'],
      ])
      const { docs } = await app.payload.find({
        collection: 'journal',
        where: { subject: { equals: `adhesion:${body.doc.id}` } },
        sort: 'rank',
      })
      expect(docs.map(({ type }) => type)).toEqual(['submitted', 'attached', 'attached'])
    })

    it('may have its document as a file of JSON', async () => {
      const sent = new FormData()
      sent.set('adhesion', new Blob([JSON.stringify(application())], { type: 'application/json' }))
      expect((await apply(sent)).status).toBe(201)
    })

    it('is refused with all that is wrong with the document, the files and the form, and leaves nothing', async () => {
      const before = (await kept()).length
      const answer = await apply(
        form(application({ representative: { email: 'nobody' } }), [new File(['MZ'], 'virus.exe'), statutes()], {
          more: 'x',
        }),
      )
      expect([answer.status, issuesOf(answer).sort()]).toEqual([
        400,
        ['files.0: file-type', 'more: unknown-field', 'representative.email: email-format'],
      ])
      for (const [sent, issue] of [
        [form(undefined, [statutes()]), 'adhesion: required'],
        [form('{', [statutes()]), 'adhesion: not-a-value'],
        [form(application(), [], { files: 'a text' }), 'files: not-a-value'],
      ] as const)
        expect(issuesOf(await apply(sent))).toEqual([issue])
      const twice = application()
      expect((await apply(form(twice))).status).toBe(201)
      const again = await apply(form({ ...twice, motivation: 'Encore.' }, [statutes()]))
      expect([again.status, codeOf(again)]).toEqual([409, 'adhesion-in-progress'])
      expect(await kept()).toHaveLength(before)
    })

    it('under a key is known by its fields and the content of its files', async () => {
      const declared = application()
      const key = { 'Idempotency-Key': 'form-with-files' }
      const first = await apply(form(declared, [statutes()]), key)
      const second = await apply(form(declared, [statutes()]), key)
      const third = await apply(form(declared, [statutes(`${PDF}\n`)]), key)
      expect([first.status, second.status, third.status]).toEqual([201, 201, 422])
      expect(second.body).toEqual(first.body)
      expect((await kept()).filter(({ title }) => title === 'statuts.pdf').length).toBeGreaterThan(0)
      const { totalDocs } = await app.payload.count({
        collection: 'attachments',
        where: { adhesion: { equals: first.body.doc.id } },
      })
      expect(totalDocs).toBe(1)
    })
  })

  it.each(['status', 'reference', 'slot', 'rev', 'signature', 'charterVersion', 'whatever'])(
    'cannot set %s: it is refused by name',
    async (key) => {
      const answer = await apply(application({ [key]: 'submitted' }))
      expect(answer.status).toBe(400)
      expect(issuesOf(answer).map((issue) => issue.split(':')[0])).toEqual([key])
    },
  )

  it('is refused when it is not JSON', async () => {
    expect((await apply('{')).status).toBe(400)
    expect((await apply('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  })

  it('of the same organisation and representative is in progress already, and the link is sent once more at most', async () => {
    const sent = application()
    const { body } = await apply(sent)
    for (let again = 0; again < 3; again += 1) {
      const answer = await apply({ ...sent, motivation: 'Une autre fois.' })
      expect(answer.status).toBe(409)
      expect(codeOf(answer)).toBe('adhesion-in-progress')
      expect(JSON.stringify(answer.body)).not.toContain(body.doc.reference)
    }
    expect(await owed(app.payload, { adhesion: body.doc.id, template: 'signature-link' })).toHaveLength(2)
  })

  it('of the same organisation by somebody else is taken', async () => {
    const siret = validSiret()
    expect((await apply(application({ organisation: { siret } }))).status).toBe(201)
    expect((await apply(application({ organisation: { siret } }))).status).toBe(201)
  })

  it('of a partner abroad is known by its register', async () => {
    const answer = await apply(
      application({
        kind: 'partner',
        organisation: {
          siret: null,
          country: 'BE',
          registerNumber: '0123.456.789',
          address: { line1: 'Rue Haute 1', postalCode: '1000', city: 'Bruxelles' },
        },
      }),
    )
    expect(answer.status).toBe(201)
    const adhesion = await app.payload.findByID({ collection: 'adhesions', id: answer.body.doc.id, depth: 0 })
    expect(adhesion.identifierKey).toBe('register:BE:0123456789')
  })
})

describe('many applications at once', () => {
  it('of 50 organisations open 50 files, each under a reference of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => apply(application())))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201))
    expect(new Set(answers.map(({ body }) => body.doc.reference)).size).toBe(50)
  })

  it('of one organisation and representative open one file, and 49 are told that it is in progress', async () => {
    const siren = validSiren()
    const sent = application({ organisation: { siret: validSiret(siren) } })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_each, index) => apply({ ...sent, motivation: `Motivation ${index}` })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 409 && codeOf(answer) === 'adhesion-in-progress')).toHaveLength(
      49,
    )
    const { totalDocs } = await app.payload.count({
      collection: 'adhesions',
      where: { identifierKey: { equals: `siren:${siren}` } },
    })
    expect(totalDocs).toBe(1)
  })
})
