import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { bodyWithCompetence } from '../../src/governance/mandates.ts'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import { createMemberFromAdhesion } from '../../src/membership/create.ts'
import { currentMemberByIdentifier } from '../../src/membership/current.ts'
import type { Adhesion, GovernanceBody, Member } from '../../src/payload-types.ts'
import { callApi, codeOf, issuesOf, type Answer } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { application, validSiren, validSiret } from '../support/factories.ts'
import {
  makeAdhesion,
  makeBody,
  makeCharter,
  makeColleague,
  makeMandate,
  makeMember,
  makePerson,
  type Colleague,
} from '../support/governance.ts'

type Answered<Doc> = {
  message?: string
  doc?: Doc | null
  docs?: Doc[]
  errors?: { code?: string; data?: { errors?: { path: string; code: string }[] } }[]
}

let app: TestApp
let first: Colleague
let second: Colleague
let editor: Colleague
let charter: string

const today = parisDay(new Date())

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  first = await makeColleague(payload, ['secretariat'])
  second = await makeColleague(payload, ['secretariat'])
  editor = await makeColleague(payload, ['editor'])
  charter = (await makeCharter(payload)).id
})

afterAll(() => app.stop())

const call = <Doc>(
  method: string,
  path: string,
  token: string | undefined,
  body?: unknown,
): Promise<Answer<Answered<Doc>>> =>
  callApi<Answered<Doc>>(app, path, {
    method,
    ...(body === undefined ? {} : { body }),
    ...(token === undefined ? {} : { token }),
  })

describe('a body', () => {
  const post = (path: string, { token }: Colleague, body: unknown = {}) =>
    call<GovernanceBody>('POST', `/governance-bodies${path}`, token, body)
  const rule = {
    quorum: { numerator: 2, denominator: 3 },
    minimumFor: 3,
    tie: 'reject',
    proxies: { perPerson: 0, countForQuorum: false },
    ballotDays: 14,
  }

  it('is opened by the secretariat with the rule still to be looked up, and without competences', async () => {
    const created = await post('', first, {
      name: 'Groupe A',
      slug: 'groupe-a',
      kind: 'working-group',
      joinableBy: ['member'],
    })
    expect(created.status, JSON.stringify(created.body)).toBe(201)
    const given = await post('', first, {
      name: 'Groupe B',
      slug: 'groupe-b',
      kind: 'bureau',
      competences: ['adhesion-validation'],
      rule: { minimumFor: 1 },
    })
    expect(issuesOf(given)).toEqual(['competences: protected-field', 'rule.minimumFor: protected-field'])
  })

  it('changes its rule by two, and its name by one', async () => {
    const { id } = await makeBody(app.payload)
    expect((await call('PATCH', `/governance-bodies/${id}`, first.token, { mission: 'Relire' })).status).toBe(200)
    expect(issuesOf(await call('PATCH', `/governance-bodies/${id}`, first.token, { rule: { ballotDays: 3 } }))).toEqual(
      ['rule.ballotDays: protected-field'],
    )
    expect((await post(`/${id}/propose-rule`, first, { rule, article: 'article 12', deliberation: 'AG' })).status).toBe(
      200,
    )
    expect(await app.payload.findByID({ collection: 'governance-bodies', id, overrideAccess: true })).toMatchObject({
      rule: { ballotDays: 10 },
    })
    expect(codeOf(await post(`/${id}/confirm`, first))).toBe('second-person-needed')
    expect((await post(`/${id}/confirm`, second)).body.doc).toMatchObject({
      mission: 'Relire',
      rule: {
        quorumNumerator: 2,
        quorumDenominator: 3,
        minimumFor: 3,
        tie: 'reject',
        proxiesPerPerson: 0,
        proxiesCountForQuorum: false,
        ballotDays: 14,
        article: 'article 12',
      },
    })
  })

  it('takes no rule that cannot work', async () => {
    const { id } = await makeBody(app.payload)
    const answer = await post(`/${id}/propose-rule`, first, {
      rule: { ...rule, quorum: { numerator: 4, denominator: 3 }, minimumFor: 0 },
      deliberation: 'AG',
    })
    expect(issuesOf(answer)).toEqual(['rule.quorum: quorum-not-a-share', 'rule.minimumFor: minimum-for-too-low'])
  })

  it('alone may validate adhesions, whoever asks at the same time', async () => {
    const bodies = [await makeBody(app.payload), await makeBody(app.payload)]
    for (const { id } of bodies)
      expect(
        (await post(`/${id}/propose-rule`, first, { competences: ['adhesion-validation'], deliberation: 'AG' })).status,
      ).toBe(200)
    const answers = await Promise.all(bodies.map(({ id }) => post(`/${id}/confirm`, second)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const holder = await bodyWithCompetence(app.payload, 'adhesion-validation')
    const other = await makeBody(app.payload)
    expect(
      codeOf(
        await post(`/${other.id}/propose-rule`, first, { competences: ['adhesion-validation'], deliberation: 'AG' }),
      ),
    ).toBe('competence-taken')
    await post(`/${holder?.id}/propose-rule`, second, { competences: [], deliberation: 'AG' })
    expect((await post(`/${holder?.id}/confirm`, first)).status).toBe(200)
    expect(await bodyWithCompetence(app.payload, 'adhesion-validation')).toBeNull()
  })
})

describe('a member entered from paper', () => {
  const scan = () =>
    new File([`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\n%%EOF\n`], 'charte.pdf', {
      type: 'application/pdf',
    })

  function form(changes: Record<string, unknown> = {}, withScan = true): FormData {
    const { organisation, representative } = application()
    const sent = {
      kind: 'member',
      origin: 'paper',
      organisation,
      representative,
      effectiveOn: '2024-05-02',
      deliberation: 'AG 2024',
      signature: { charterVersion: charter, signatory: 'Jeanne Martin', signedOn: '2024-04-30' },
      ...changes,
    }
    const data = new FormData()
    data.set('_payload', JSON.stringify(sent))
    if (withScan) data.set('scan', scan())
    return data
  }

  const enter = (data: FormData, { token } = first) => call<Member>('POST', '/members', token, data)
  const post = (path: string, { token }: Colleague, body: unknown = {}) =>
    call<Member>('POST', `/members${path}`, token, body)
  const stored = (id: string) =>
    app.payload.findByID({
      collection: 'members',
      id,
      depth: 1,
      overrideAccess: true,
      showHiddenFields: true,
      disableErrors: true,
    })

  it('is a member when a second person confirms, with the signed paper as evidence', async () => {
    const siret = validSiret()
    const identifierKey = `siren:${siret.slice(0, 9)}`
    const { organisation } = application({ organisation: { siret } })
    const entered = await enter(form({ organisation }))
    expect(entered.status, JSON.stringify(entered.body)).toBe(201)
    const id = entered.body.doc?.id ?? ''
    expect(await currentMemberByIdentifier(app.payload, identifierKey)).toBeNull()
    expect((await call('GET', `/members/${id}`, undefined)).status).toBe(404)
    expect(codeOf(await enter(form({ organisation })))).toBe('already-entered')
    expect(codeOf(await post(`/${id}/confirm`, first))).toBe('second-person-needed')

    expect((await post(`/${id}/confirm`, second)).status).toBe(200)
    expect((await currentMemberByIdentifier(app.payload, identifierKey))?.id).toBe(id)
    const member = await stored(id)
    expect(member).toMatchObject({ confirmed: true, origin: 'paper', effectiveOn: '2024-05-02' })
    expect(member?.signature).toMatchObject({
      method: 'handwritten',
      signatory: 'Jeanne Martin',
      scanSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(codeOf(await enter(form({ organisation })))).toBe('already-member')
  })

  it('needs date, deliberation, signature and scan, and says so at once', async () => {
    const answer = await enter(form({ effectiveOn: '', deliberation: '', signature: null, kind: 'king' }, false))
    expect(issuesOf(answer).sort()).toEqual(
      [
        'deliberation: required',
        'effectiveOn: required',
        'kind: not-a-choice',
        'scan: required',
        'signature.charterVersion: required',
        'signature.signatory: required',
        'signature.signedOn: required',
      ].sort(),
    )
    expect((await enter(form(), editor)).status).toBe(403)
    expect(codeOf(await enter(form({ effectiveOn: addDays(today, 2) })))).toBe('day-in-future')
    expect(issuesOf(await enter(form({ effectiveOn: '2024-04-29' })))).toEqual(['effectiveOn: before-signature'])
    expect(
      issuesOf(
        await enter(form({ signature: { charterVersion: '0'.repeat(24), signatory: 'J', signedOn: '2024-01-01' } })),
      ),
    ).toEqual(['signature.charterVersion: unknown-reference'])
  })

  it('may be abandoned with its scan before it is confirmed', async () => {
    const id = (await enter(form())).body.doc?.id ?? ''
    const scans = async () =>
      (await app.payload.count({ collection: 'attachments', where: { member: { equals: id } }, overrideAccess: true }))
        .totalDocs
    expect(await scans()).toBe(1)
    expect((await post(`/${id}/discard`, first, { reason: 'Erreur' })).status).toBe(200)
    expect(await stored(id)).toBeNull()
    expect(await scans()).toBe(0)
  })

  it('changes its status by two; once it has left, the place is free', async () => {
    const { id, identifierKey } = await makeMember(app.payload)
    await post(`/${id}/change-status`, first, { status: 'suspended', day: today, deliberation: 'Bureau' })
    expect((await post(`/${id}/confirm`, second)).body.doc).toMatchObject({ status: 'suspended' })
    expect(await currentMemberByIdentifier(app.payload, identifierKey)).not.toBeNull()
    expect(
      codeOf(
        await post(`/${id}/change-status`, first, { status: 'struck-off', day: addDays(today, 1), deliberation: 'AG' }),
      ),
    ).toBe('day-in-future')
    await post(`/${id}/change-status`, first, { status: 'struck-off', day: today, deliberation: 'AG' })
    await post(`/${id}/confirm`, second)
    expect(await stored(id)).toMatchObject({ status: 'struck-off', endedOn: today, slot: `released:${id}` })
    expect(
      codeOf(await post(`/${id}/change-status`, first, { status: 'active', day: today, deliberation: 'AG' })),
    ).toBe('membership-ended')
    await makeMember(app.payload, { identifierKey, slot: identifierKey })
  })

  it('moves its seat within its SIREN, with before and after in the journal, and is told', async () => {
    const siren = validSiren()
    const [former, present] = [validSiret(siren), validSiret(siren, 2)]
    const { id } = await makeMember(app.payload, {
      organisation: { legalName: 'Atelier', siren, siret: former },
      representative: { firstName: 'Jeanne', lastName: 'Martin', email: 'jeanne@atelier.example' },
    })
    const moved = { siret: present, source: 'Avis de situation Sirene' }
    expect((await post(`/${id}/move-seat`, first, moved)).status).toBe(200)
    expect((await post(`/${id}/move-seat`, first, moved)).status).toBe(200)
    expect((await stored(id))?.organisation).toMatchObject({ siren, siret: present, legalName: 'Atelier' })
    const { docs } = await app.payload.find({
      collection: 'journal',
      where: { and: [{ subject: { equals: `member:${id}` } }, { type: { equals: 'member-seat-moved' } }] },
    })
    expect(docs.map(({ evidence }) => evidence)).toMatchObject([{ siret: present, previous: former }])
    const mails = await app.payload.find({ collection: 'messages', where: { subject: { equals: `member:${id}` } } })
    expect(mails.docs.map(({ recipient }) => recipient)).toEqual(['jeanne@atelier.example'])
    expect(issuesOf(await post(`/${id}/move-seat`, first, { ...moved, siret: validSiret() }))).toEqual([
      'siret: siret-of-another',
    ])
    expect(issuesOf(await post(`/${id}/move-seat`, first, { siret: '123' }))).toEqual([
      'siret: siret-length',
      'source: required',
    ])
  })

  it('is corrected by the secretariat, but for what makes it the member it is', async () => {
    const members = [await makeMember(app.payload), await makeMember(app.payload)]
    for (const { id } of members) {
      const saved = await call<Member>('PATCH', `/members/${id}`, first.token, {
        acronym: 'ÉTÉ',
        adhesion: null,
        directory: { listed: true, city: 'Brest' },
      })
      expect(saved.status, JSON.stringify(saved.body)).toBe(200)
      expect((await stored(id))?.searchKey).toContain('ete')
      expect(
        issuesOf(
          await call('PATCH', `/members/${id}`, first.token, {
            status: 'resigned',
            organisation: { siren: validSiren() },
          }),
        ),
      ).toEqual(['status: protected-field', 'organisation.siren: protected-field'])
    }
  })

  it('is no network of itself, nor of a member that federates it', async () => {
    const [one, two, three] = [
      await makeMember(app.payload),
      await makeMember(app.payload),
      await makeMember(app.payload),
    ]
    const federated = async ({ id }: Member, network: string | null) => {
      const answer = await call<Member>('PATCH', `/members/${id}`, first.token, { network })
      return answer.status === 200 ? 200 : [answer.status, ...issuesOf(answer)]
    }
    expect(await federated(one, one.id)).toEqual([400, 'network: own-network'])
    expect([await federated(two, one.id), await federated(three, two.id)]).toEqual([200, 200])
    expect(await federated(one, three.id)).toEqual([400, 'network: own-network'])
    expect([await federated(three, null), await federated(one, three.id)]).toEqual([200, 200])
  })

  it('shows everybody its entry in the directory and the secretariat and the Bureau the rest', async () => {
    const elected = await makeColleague(app.payload)
    const bureau = await makeBody(app.payload, { competences: ['adhesion-validation'] })
    await makeMandate(app.payload, (await makePerson(app.payload, { account: elected.user.id })).id, bureau.id)
    const shown = await makeMember(app.payload, { contact: { email: 'prive@organisme.example' } })
    const unlisted = await makeMember(app.payload, { directory: { listed: false } })
    const left = await makeMember(app.payload, { status: 'resigned', slot: 'released:x' })
    const seen = async (token?: string) => (await call<Member>('GET', '/members?limit=200', token)).body.docs ?? []
    for (const token of [undefined, editor.token]) {
      const docs = await seen(token)
      expect(docs.map(({ id }) => id)).toContain(shown.id)
      expect(docs.map(({ id }) => id)).not.toContain(unlisted.id)
      expect(docs.map(({ id }) => id)).not.toContain(left.id)
      const [doc] = docs.filter(({ id }) => id === shown.id)
      expect(Object.keys(doc ?? {}).sort()).toEqual(
        [
          'acronym',
          'confirmed',
          'createdAt',
          'directory',
          'effectiveOn',
          'id',
          'kind',
          'legalName',
          'rev',
          'searchKey',
          'updatedAt',
        ].filter((key) => key in (doc ?? {})),
      )
      expect(JSON.stringify(docs)).not.toContain('prive@organisme.example')
      expect((await call('GET', '/members?where[identifierKey][exists]=true', token)).status).toBe(400)
    }
    for (const { token } of [first, elected]) {
      const docs = await seen(token)
      expect(docs.map(({ id }) => id)).toEqual(expect.arrayContaining([shown.id, unlisted.id, left.id]))
      expect(docs.find(({ id }) => id === shown.id)).toMatchObject({ contact: { email: 'prive@organisme.example' } })
    }
  })
})

describe('a member by adhesion', () => {
  const decide = (adhesion: Adhesion, decidedOn: string, signature: string) =>
    unitOfWork(app.payload, (unit) => createMemberFromAdhesion(unit, { adhesion, decidedOn, signature }))

  const signatureFor = async ({ identifierKey }: Adhesion) =>
    (
      await app.payload.db.create({
        collection: 'charter-signatures',
        data: {
          method: 'electronic',
          charterVersion: charter,
          identifierKey,
          organisationName: 'x',
          signedAt: new Date().toISOString(),
          evidenceHash: 'x',
        },
      })
    ).id as string

  it('begins on the later of signature and decision, is in the directory, and is made once', async () => {
    const adhesion = await makeAdhesion(app.payload, charter, { signedAt: '2026-03-01T23:30:00.000Z' })
    const signature = await signatureFor(adhesion)
    const { member, created } = await decide(adhesion, '2026-02-20', signature)
    expect(created).toBe(true)
    expect(member).toMatchObject({
      effectiveOn: '2026-03-02',
      origin: 'adhesion',
      adhesion: adhesion.id,
      confirmed: true,
      directory: { listed: true, city: 'Rennes', region: 'Bretagne' },
    })
    const again = await decide(adhesion, '2026-02-20', signature)
    expect(again).toMatchObject({ created: false, member: { id: member.id } })
    const later = await makeAdhesion(app.payload, charter, { signedAt: '2026-03-01T10:00:00.000Z' })
    expect((await decide(later, '2026-04-01', await signatureFor(later))).member.effectiveOn).toBe('2026-04-01')
  })

  it('of a sole trader shows the city and the region only', async () => {
    const adhesion = await makeAdhesion(app.payload, charter, {
      organisation: {
        legalName: 'Ada Martin',
        legalForm: 'entreprise-individuelle',
        website: 'https://ada.example',
        description: 'Moi',
        address: { line1: '3 rue Privée', city: 'Nantes', region: 'Pays de la Loire' },
      },
    })
    const { member } = await decide(adhesion, today, await signatureFor(adhesion))
    expect(member.directory).toEqual({
      listed: true,
      city: 'Nantes',
      region: 'Pays de la Loire',
      description: null,
      website: null,
    })
  })

  it('that was a partner keeps its record, and its kind changes', async () => {
    const partner = await makeMember(app.payload, { kind: 'partner' })
    const adhesion = await makeAdhesion(app.payload, charter, {
      identifierKey: partner.identifierKey,
      slot: partner.identifierKey,
    })
    const { member, created } = await decide(adhesion, today, await signatureFor(adhesion))
    expect(created).toBe(false)
    expect(member).toMatchObject({ id: partner.id, kind: 'member', adhesion: adhesion.id })
    expect(
      (
        await app.payload.count({
          collection: 'members',
          where: { identifierKey: { equals: partner.identifierKey } },
          overrideAccess: true,
        })
      ).totalDocs,
    ).toBe(1)
  })
})
