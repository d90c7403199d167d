import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import { approve } from '../../src/publications/approve.ts'
import { giveOpinion } from '../../src/publications/give-opinion.ts'
import type { Opinion, PublicationKind } from '../../src/publications/rules.ts'
import { readDraft } from '../../src/publications/stored.ts'
import type { GovernanceBody, Publication } from '../../src/payload-types.ts'
import { verifyChain } from '../../src/record/chain.ts'
import { callApi, codeOf, issuesOf, type Answer } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { makeBody, makeColleague, makeMandate, makePerson, richText, type Colleague } from '../support/governance.ts'
import { makePdf } from '../support/publishing.ts'

let app: TestApp
let assembly: GovernanceBody
let committee: GovernanceBody
let editor: Colleague
let adopter: Seated
let otherAdopter: Seated
let reviewer: Seated
let otherReviewer: Seated

type Seated = Colleague & { person: string; mandate: string; name: string }

async function seated(body: GovernanceBody, lastName: string): Promise<Seated> {
  const colleague = await makeColleague(app.payload)
  const person = await makePerson(app.payload, { firstName: 'Ada', lastName, account: colleague.user.id })
  const mandate = await makeMandate(app.payload, person.id, body.id)
  return { ...colleague, person: person.id, mandate: mandate.id, name: `Ada ${lastName}` }
}

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  assembly = await makeBody(payload, { name: 'Assemblée', competences: ['publication-adoption'] })
  committee = await makeBody(payload, { name: 'Comité scientifique', competences: ['publication-review'] })
  // A second body may adopt as well.
  const bureau = await makeBody(payload, {
    name: 'Bureau',
    competences: ['adhesion-validation', 'publication-adoption'],
  })
  editor = await makeColleague(payload, ['editor'])
  adopter = await seated(assembly, 'Adoptante')
  otherAdopter = await seated(bureau, 'Autrement')
  reviewer = await seated(committee, 'Relectrice')
  otherReviewer = await seated(committee, 'Releveuse')
})

afterEach(() => setClock(null))
afterAll(() => app.stop())

const asEditor = () => ({ user: editor.user, overrideAccess: false, depth: 0 }) as const

/** A draft by the editor. */
function draftOf(kind: PublicationKind, data: Partial<Publication> = {}): Promise<Publication> {
  const slug = `note-${randomUUID()}`
  return app.payload.create({
    collection: 'publications',
    data: {
      title: 'Note',
      slug,
      kind,
      publishedOn: '2026-03-01',
      body: richText('Le texte.'),
      ...data,
      _status: 'draft',
    },
    draft: true,
    ...asEditor(),
  })
}

async function hashOf(id: string): Promise<string> {
  const draft = await readDraft({ payload: app.payload }, id)
  if (!draft) throw new Error('There is no draft')
  return draft.hash
}

const rest = (
  path: string,
  { token, ...sent }: { token?: string; method?: string; body?: unknown } = {},
): Promise<Answer> => callApi(app, `/publications/${path}`, { ...sent, ...(token ? { token } : {}) })
const publishing = (id: string, data: object = {}) =>
  rest(id, { method: 'PATCH', token: editor.token, body: { ...data, _status: 'published' } })
const saving = (id: string, data: object) =>
  rest(`${id}?draft=true`, { method: 'PATCH', token: editor.token, body: data })
/** What the panel sends while somebody types: the same version is written again. */
const typing = (id: string, data: object) =>
  rest(`${id}?draft=true&autosave=true`, { method: 'PATCH', token: editor.token, body: { ...data, _status: 'draft' } })
const approving = async (id: string, body: object = {}, { token } = adopter) =>
  rest(`${id}/approve`, { token, body: { contentHash: await hashOf(id), ...body } })
const judging = async (id: string, opinion: Opinion, body: object = {}, { token } = reviewer) =>
  rest(`${id}/opinion`, { token, body: { contentHash: await hashOf(id), opinion, ...body } })

const rows = async <Slug extends 'publication-approvals' | 'publication-opinions'>(collection: Slug, id: string) =>
  (await app.payload.find({ collection, where: { publication: { equals: id } }, pagination: false, depth: 0 })).docs
const statusOf = async (id: string) =>
  (await app.payload.findByID({ collection: 'publications', id, depth: 0 }))._status

async function chainOf(id: string): Promise<string[]> {
  const { docs } = await app.payload.find({
    collection: 'journal',
    where: { subject: { equals: `publication:${id}` } },
    sort: 'rank',
    pagination: false,
    showHiddenFields: true,
  })
  expect(verifyChain(docs.map((row) => ({ ...row, evidence: row.evidence ?? null, salt: row.salt ?? null })))).toEqual({
    ok: true,
  })
  return docs.map(({ type }) => type)
}

describe('publishing', () => {
  it.each(['position', 'report', 'statement'] as const)(
    'a %s by an editor alone is refused, and says what to do',
    async (kind) => {
      const { id } = await draftOf(kind)
      const answer = await publishing(id)
      expect({ status: answer.status, code: codeOf(answer), hash: answer.body['contentHash'] }).toEqual({
        status: 409,
        code: 'approval-needed',
        hash: await hashOf(id),
      })
      expect(JSON.stringify(answer.body)).toContain('Demandez à une personne de l’instance qui adopte les publications')
      await expect(
        app.payload.update({ collection: 'publications', id, data: { _status: 'published' }, ...asEditor() }),
      ).rejects.toMatchObject({ code: 'approval-needed' })
      // Nor past the rights of an editor, nor at once, nor for many.
      await expect(
        app.payload.update({ collection: 'publications', id, data: { _status: 'published' } }),
      ).rejects.toMatchObject({ code: 'approval-needed' })
      const made = await rest('', {
        token: editor.token,
        body: {
          title: 'Tout de suite',
          slug: `vite-${randomUUID()}`,
          kind,
          publishedOn: '2026-03-01',
          _status: 'published',
        },
      })
      expect({ status: made.status, code: codeOf(made) }).toEqual({ status: 409, code: 'approval-needed' })
      await rest(`?where[id][equals]=${id}`, { method: 'PATCH', token: editor.token, body: { _status: 'published' } })
      await publishing(`${id}?select[title]=true`)
      expect(await statusOf(id)).toBe('draft')
      const { totalDocs } = await app.payload.count({
        collection: 'publications',
        where: { title: { equals: 'Tout de suite' } },
      })
      expect(totalDocs).toBe(0)
    },
  )

  it.each(['watch', 'practice'] as const)('a %s is the editors’ own', async (kind) => {
    const { id } = await draftOf(kind)
    expect((await publishing(id)).status).toBe(200)
    const refused = await approving(id)
    expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status: 409, code: 'no-approval-needed' })
  })

  it('a statement needs an approval and no opinion', async () => {
    const { id } = await draftOf('statement')
    expect((await approving(id)).status).toBe(200)
    expect(codeOf(await judging(id, 'favourable'))).toBe('no-opinion-needed')
    expect((await publishing(id)).status).toBe(200)
    expect(await chainOf(id)).toEqual(['publication-approved', 'publication-released'])
  })

  it.each(['position', 'report'] as const)(
    'a %s needs an opinion beside its approval, in either order',
    async (kind) => {
      const { id } = await draftOf(kind)
      expect((await approving(id)).status).toBe(200)
      const refused = await publishing(id)
      expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status: 409, code: 'opinion-needed' })
      expect((await judging(id, 'favourable')).status).toBe(200)
      expect((await publishing(id)).status).toBe(200)
      const { id: other } = await draftOf(kind)
      await judging(other, 'favourable')
      expect(codeOf(await publishing(other))).toBe('approval-needed')
      await approving(other)
      expect((await publishing(other)).status).toBe(200)
    },
  )

  it('is not forbidden by an unfavourable opinion', async () => {
    const { id } = await draftOf('position')
    await judging(id, 'unfavourable', { comments: 'Rien ne l’étaie.' })
    await approving(id)
    expect((await publishing(id)).status).toBe(200)
  })

  it('goes without an opinion where who adopts says so, even after their approval', async () => {
    const { id } = await draftOf('position')
    await approving(id)
    expect((await approving(id, { withoutOpinion: true })).status).toBe(200)
    expect((await approving(id, { withoutOpinion: true })).status).toBe(200)
    expect((await rows('publication-approvals', id)).map(({ withoutOpinion }) => withoutOpinion).sort()).toEqual([
      false,
      true,
    ])
    expect((await publishing(id)).status).toBe(200)
  })

  it('does not go without an opinion that was given', async () => {
    const { id } = await draftOf('position')
    await judging(id, 'unfavourable', { comments: 'Non.' })
    const refused = await approving(id, { withoutOpinion: true })
    expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status: 409, code: 'opinion-given' })
    expect(await rows('publication-approvals', id)).toEqual([])
  })
})

describe('an approval', () => {
  it('holds for the exact content, and comes back with it', async () => {
    const { id } = await draftOf('statement')
    await approving(id)
    const approved = await hashOf(id)
    expect((await saving(id, { title: 'Autre titre' })).status).toBe(200)
    expect(codeOf(await publishing(id))).toBe('approval-needed')
    expect(await rows('publication-approvals', id)).toHaveLength(1)
    await saving(id, { title: 'Note' })
    expect(await hashOf(id)).toBe(approved)
    expect((await publishing(id)).status).toBe(200)
  })

  it('does not cover what is changed while it is published', async () => {
    const { id } = await draftOf('statement')
    await approving(id)
    expect(codeOf(await publishing(id, { abstract: 'Ajouté au dernier moment.' }))).toBe('approval-needed')
    expect(await statusOf(id)).toBe('draft')
  })

  it('is needed anew for a change of what is published, which stays meanwhile as it is', async () => {
    const { id } = await draftOf('statement')
    await approving(id)
    await publishing(id)
    expect((await saving(id, { title: 'Changé', _status: 'draft' })).status).toBe(200)
    expect(codeOf(await publishing(id))).toBe('approval-needed')
    expect(await app.payload.findByID({ collection: 'publications', id, depth: 0 })).toMatchObject({
      _status: 'published',
      title: 'Note',
    })
    await approving(id)
    expect((await publishing(id)).status).toBe(200)
  })

  it('is left alone by errata, address, day and embargo', async () => {
    const { id } = await draftOf('statement')
    await approving(id)
    await publishing(id)
    const changes = {
      errata: [{ day: '2026-04-01', text: 'Page 3.' }],
      slug: `ailleurs-${randomUUID()}`,
      publishedOn: '2026-03-02',
      embargoUntil: '2026-01-01T00:00:00.000Z',
    }
    expect((await publishing(id, changes)).status).toBe(200)
    expect(await chainOf(id)).toEqual(['publication-approved', 'publication-released'])
  })

  it('is void once the PDF is another one, though under the same record', async () => {
    const pdf = await makePdf(app.payload, 'note')
    const { id } = await draftOf('statement', { pdf: pdf.id })
    await approving(id)
    const data = Buffer.from('%PDF-1.4\n1 0 obj\n<</A 1>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
    await app.payload.update({
      collection: 'files',
      id: pdf.id,
      data: {},
      file: { data, name: 'note-2.pdf', mimetype: 'application/pdf', size: data.length },
      ...asEditor(),
    })
    expect(codeOf(await publishing(id))).toBe('approval-needed')
    await approving(id)
    expect((await publishing(id)).status).toBe(200)
    // What has appeared keeps its file.
    await expect(
      app.payload.update({
        collection: 'files',
        id: pdf.id,
        data: {},
        file: { data, name: 'note-3.pdf', mimetype: 'application/pdf', size: data.length },
        ...asEditor(),
      }),
    ).rejects.toMatchObject({ code: 'file-of-edition' })
    await expect(app.payload.delete({ collection: 'files', id: pdf.id, ...asEditor() })).rejects.toMatchObject({
      code: 'file-of-edition',
    })
    await expect(
      app.payload.update({ collection: 'files', id: pdf.id, data: { title: 'La note', sha256: 'x' }, ...asEditor() }),
    ).resolves.toMatchObject({ title: 'La note', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('is of a restored version only where that very content was approved', async () => {
    const { id } = await draftOf('statement')
    await approving(id)
    await publishing(id)
    const {
      docs: [approved],
    } = await app.payload.findVersions({
      collection: 'publications',
      where: { parent: { equals: id } },
      sort: '-updatedAt',
      limit: 1,
    })
    await saving(id, { title: 'Jamais approuvé', _status: 'draft' })
    await saving(id, { title: 'Ni celui-ci', _status: 'draft' })
    const restoring = (version = '') => rest(`versions/${version}`, { token: editor.token })
    expect((await restoring(approved?.id)).status).toBe(200)
    expect(await app.payload.findByID({ collection: 'publications', id })).toMatchObject({
      title: 'Note',
      _status: 'published',
    })
    expect(await chainOf(id)).toEqual(['publication-approved', 'publication-released'])
  })

  it('is given to who sends what stands there, and to nobody else', async () => {
    const { id } = await draftOf('statement')
    const read = await hashOf(id)
    await typing(id, { title: 'Changé' })
    await typing(id, { title: 'Changé entre-temps' })
    const refused = await rest(`${id}/approve`, { token: adopter.token, body: { contentHash: read } })
    expect({ status: refused.status, code: codeOf(refused), present: refused.body['contentHash'] }).toEqual({
      status: 409,
      code: 'content-changed',
      present: await hashOf(id),
    })
    expect(await rows('publication-approvals', id)).toEqual([])
  })

  it('keeps who, by which mandate, for which body, when and for what, and does not change', async () => {
    const { id } = await draftOf('statement')
    const contentHash = await hashOf(id)
    await approving(id)
    const [approval] = await rows('publication-approvals', id)
    expect(approval).toMatchObject({
      subject: `publication:${id}`,
      contentHash,
      person: adopter.person,
      mandate: adopter.mandate,
      body: assembly.id,
      withoutOpinion: false,
      at: expect.any(String),
    })
    if (!approval) throw new Error('There is no approval')
    const where = { collection: 'publication-approvals', id: approval.id } as const
    await expect(app.payload.update({ ...where, data: { contentHash: 'x' } })).rejects.toThrow('actions prévues')
    await expect(app.payload.delete(where)).rejects.toThrow('actions prévues')
    const { subject, person, mandate, body, at } = approval
    await expect(
      app.payload.create({
        collection: 'publication-approvals',
        data: { subject, person, mandate, body, at, contentHash: 'x', withoutOpinion: false },
      }),
    ).rejects.toThrow('actions prévues')
  })
})

describe('who may', () => {
  it('approve is who sits today where publications are adopted', async () => {
    const { id } = await draftOf('statement')
    const answers = await Promise.all([
      rest(`${id}/approve`, { body: {} }),
      ...[editor, reviewer].map((colleague) => approving(id, {}, { ...adopter, ...colleague })),
    ])
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [401, 'unauthorized'],
      [403, 'not-an-adopter'],
      [403, 'not-an-adopter'],
    ])
    // By role before the publication is looked up, and by mandate before the body is read.
    expect((await rest('000000000000000000000000/approve', { token: editor.token, body: {} })).status).toBe(403)
    expect((await rest('000000000000000000000000/approve', { token: adopter.token, body: {} })).status).toBe(404)
    const bad = await rest(`${id}/approve`, { token: adopter.token, body: { withoutOpinion: 'oui', autre: 1 } })
    expect({ status: bad.status, issues: issuesOf(bad).sort() }).toEqual({
      status: 400,
      issues: ['autre: unknown-field', 'contentHash: required', 'withoutOpinion: not-a-choice'],
    })
    expect((await approving(id, {}, otherAdopter)).status).toBe(200)
    expect(await rows('publication-approvals', id)).toHaveLength(1)
  })

  it('loses it with the mandate, the same day', async () => {
    const today = parisDay(new Date())
    const leaving = await seated(assembly, 'Partante')
    await app.payload.update({ collection: 'mandates', id: leaving.mandate, data: { lastDay: today } })
    const { id } = await draftOf('statement')
    setClock(() => new Date(`${addDays(today, 1)}T12:00:00.000Z`))
    await expect(
      approve(app.payload, { id, user: leaving.user, contentHash: await hashOf(id), withoutOpinion: false }),
    ).rejects.toMatchObject({ code: 'not-an-adopter' })
    setClock(null)
    await app.payload.update({ collection: 'mandates', id: leaving.mandate, data: { confirmed: false } })
    await expect(
      approve(app.payload, { id, user: leaving.user, contentHash: await hashOf(id), withoutOpinion: false }),
    ).rejects.toMatchObject({ code: 'not-an-adopter' })
    await app.payload.update({ collection: 'mandates', id: leaving.mandate, data: { confirmed: true } })
    await expect(
      approve(app.payload, { id, user: leaving.user, contentHash: await hashOf(id), withoutOpinion: false }),
    ).resolves.toMatchObject({ person: leaving.person })
  })

  it('give an opinion is who sits where publications are reviewed, and did not write this one', async () => {
    const { id } = await draftOf('position', { authors: ['ADA   RELECTRICE'] })
    const { id: linked } = await draftOf('position', { authorPeople: [reviewer.person] })
    for (const each of [id, linked]) {
      const refused = await judging(each, 'favourable', { autre: 1 })
      expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status: 403, code: 'own-publication' })
      expect(JSON.stringify(refused.body)).toContain('Vous êtes l’un des auteurs de cette publication')
      await expect(
        giveOpinion(app.payload, {
          id: each,
          user: reviewer.user,
          contentHash: await hashOf(each),
          opinion: 'favourable',
          comments: null,
        }),
      ).rejects.toMatchObject({ code: 'own-publication' })
    }
    const answers = await Promise.all([
      rest(`${id}/opinion`, { body: {} }),
      ...[editor, adopter].map((colleague) => judging(id, 'favourable', {}, { ...reviewer, ...colleague })),
    ])
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [401, 'unauthorized'],
      [403, 'not-a-reviewer'],
      [403, 'not-a-reviewer'],
    ])
    expect((await rest('000000000000000000000000/opinion', { token: reviewer.token, body: {} })).status).toBe(404)
    const bad = await rest(`${id}/opinion`, { token: otherReviewer.token, body: { opinion: 'peut-être' } })
    expect({ status: bad.status, issues: issuesOf(bad).sort() }).toEqual({
      status: 400,
      issues: ['contentHash: required', 'opinion: not-a-choice'],
    })
    expect((await judging(id, 'favourable', {}, otherReviewer)).status).toBe(200)
  })

  it('judge cannot be named an author afterwards without another judgment', async () => {
    const { id } = await draftOf('position')
    await judging(id, 'favourable')
    await approving(id)
    await saving(id, { authorPeople: [reviewer.person] })
    expect(codeOf(await publishing(id))).toBe('approval-needed')
  })

  it('read the draft are those who write, adopt or review', async () => {
    const { id } = await draftOf('position')
    await judging(id, 'with-reservations', { comments: 'À préciser.' })
    const nobody = await makeColleague(app.payload, ['secretariat'])
    for (const { token } of [editor, adopter, reviewer]) {
      expect((await rest(`${id}?draft=true`, { method: 'GET', token })).status).toBe(200)
      const state = await rest(`${id}/approval`, { method: 'GET', token })
      expect({ status: state.status, body: state.body }).toMatchObject({
        status: 200,
        body: {
          contentHash: await hashOf(id),
          missing: ['approval'],
          approvals: [],
          opinions: [{ opinion: 'with-reservations', comments: 'À préciser.' }],
        },
      })
    }
    expect((await rest(`${id}?draft=true`, { method: 'GET', token: nobody.token })).status).toBe(404)
    expect((await rest(`${id}/approval`, { method: 'GET', token: nobody.token })).status).toBe(403)
    expect((await rest(`${id}/approval`, { method: 'GET' })).status).toBe(401)
    expect((await saving(id, { title: 'Par qui relit' })).status).toBe(200)
    for (const { token } of [adopter, reviewer])
      expect((await rest(`${id}?draft=true`, { method: 'PATCH', token, body: { title: 'Non' } })).status).toBe(403)
  })
})

describe('an opinion', () => {
  it('says why, unless it is favourable', async () => {
    const { id } = await draftOf('report')
    for (const opinion of ['with-reservations', 'unfavourable'] as const) {
      const refused = await judging(id, opinion, { comments: '  ' })
      expect({ status: refused.status, issues: issuesOf(refused) }).toEqual({
        status: 400,
        issues: ['comments: required'],
      })
    }
    expect(await rows('publication-opinions', id)).toEqual([])
  })

  it('does not change, and several people may each give theirs', async () => {
    const { id } = await draftOf('report')
    const first = await judging(id, 'favourable')
    expect((await judging(id, 'favourable')).body['doc']).toEqual(first.body['doc'])
    const refused = await judging(id, 'unfavourable', { comments: 'Tout compte fait.' })
    expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status: 409, code: 'other-opinion-given' })
    expect((await judging(id, 'unfavourable', { comments: 'Pas moi.' }, otherReviewer)).status).toBe(200)
    expect((await rows('publication-opinions', id)).map(({ opinion }) => opinion).sort()).toEqual([
      'favourable',
      'unfavourable',
    ])
    expect(await chainOf(id)).toEqual(['publication-opinion', 'publication-opinion'])
  })

  it('is of the content that was read', async () => {
    const { id } = await draftOf('report')
    await judging(id, 'favourable')
    await saving(id, { title: 'Changé' })
    await approving(id)
    expect(codeOf(await publishing(id))).toBe('opinion-needed')
  })
})

describe('at the same time', () => {
  it('the same approval is given once, and two people’s stand side by side', async () => {
    const { id } = await draftOf('position')
    const contentHash = await hashOf(id)
    const act = (user: Colleague['user']) => approve(app.payload, { id, user, contentHash, withoutOpinion: true })
    const given = await Promise.all([act(adopter.user), act(adopter.user), act(otherAdopter.user), act(adopter.user)])
    expect(new Set(given.map((approval) => approval.id)).size).toBe(2)
    expect((await rows('publication-approvals', id)).map(({ person }) => person).sort()).toEqual(
      [adopter.person, otherAdopter.person].sort(),
    )
    expect(await chainOf(id)).toEqual(['publication-approved', 'publication-approved'])
  })

  it('the same opinion is given once, and of two that differ one is told so', async () => {
    const { id } = await draftOf('position')
    const contentHash = await hashOf(id)
    const act = (opinion: Opinion) =>
      giveOpinion(app.payload, { id, user: reviewer.user, contentHash, opinion, comments: 'Parce que.' }).then(
        ({ opinion: stands }) => stands,
        (error: unknown) => String(Reflect.get(Object(error), 'code')),
      )
    const answers = await Promise.all([act('favourable'), act('unfavourable'), act('favourable')])
    const [stands] = await rows('publication-opinions', id)
    expect(await rows('publication-opinions', id)).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set([stands?.opinion, 'other-opinion-given']))
    expect(await chainOf(id)).toEqual(['publication-opinion'])
  })

  it('an edit and an approval leave nothing published that was not approved', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await draftOf('statement')
      const contentHash = await hashOf(id)
      await Promise.all([
        (round % 2 ? saving : typing)(id, { title: `Changé ${round}` }),
        approve(app.payload, { id, user: adopter.user, contentHash, withoutOpinion: false }).catch((error: unknown) =>
          expect(error).toMatchObject({ code: 'content-changed' }),
        ),
      ])
      const answer = await publishing(id)
      const approved = (await rows('publication-approvals', id)).some(
        (approval) => approval.contentHash === contentHash,
      )
      const changed = (await hashOf(id)) !== contentHash
      expect({ changed, status: answer.status }).toEqual({ changed, status: changed || !approved ? 409 : 200 })
    }
  })

  it('two who publish make one edition', async () => {
    const { id } = await draftOf('statement')
    await approving(id)
    const settled = await Promise.allSettled(
      [1, 2, 3].map(() =>
        app.payload.update({ collection: 'publications', id, data: { _status: 'published' }, ...asEditor() }),
      ),
    )
    expect(settled.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await chainOf(id)).toEqual(['publication-approved', 'publication-released'])
  })
})
