import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATES } from '../../src/adhesion/lifecycle/states.ts'
import { isEmpty, seedDemo } from '../../src/demo/seed.ts'
import { verifyChain } from '../../src/record/chain.ts'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp({ DEMO_PASSWORD: 'un mot de passe pour la démo' })
  expect(await isEmpty(app.payload)).toBe(true)
  await seedDemo(app.payload)
})

afterAll(async () => {
  await app.stop()
})

describe('the sample data', () => {
  it('has files in every state', async () => {
    const { docs } = await app.payload.find({
      collection: 'adhesions',
      pagination: false,
      limit: 0,
      overrideAccess: true,
    })
    expect(STATES.filter((state) => !docs.some(({ status }) => status === state))).toEqual([])
  })

  it('keeps a journal whose every chain verifies', async () => {
    const { docs } = await app.payload.find({
      collection: 'journal',
      pagination: false,
      limit: 0,
      sort: 'rank',
      overrideAccess: true,
      showHiddenFields: true,
    })
    const subjects = [...new Set(docs.map(({ subject }) => subject))]
    expect(subjects.length).toBeGreaterThan(12)
    const verdicts = subjects.map((subject) =>
      verifyChain(
        docs
          .filter((row) => row.subject === subject)
          .map((row) => ({ ...row, evidence: row.evidence ?? null, salt: row.salt ?? null })),
      ),
    )
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([])
  })

  it('owes no e-mail', async () => {
    const { docs } = await app.payload.find({
      collection: 'messages',
      pagination: false,
      limit: 0,
      overrideAccess: true,
    })
    expect(docs.length).toBeGreaterThan(40)
    expect(docs.filter(({ status, response }) => status !== 'sent' || response !== 'seeded')).toEqual([])
  })

  it('makes a member of the validated applicant', async () => {
    const { docs } = await app.payload.find({
      collection: 'members',
      where: { origin: { equals: 'adhesion' } },
      overrideAccess: true,
    })
    expect(docs.map(({ legalName }) => legalName)).toEqual(['Collectif Horizons Auvergne'])
  })

  it('has publications, events held and to come, and papers, read as anybody reads them', async () => {
    const anybody = { overrideAccess: false, pagination: false, depth: 1 } as const
    const publications = await app.payload.find({ collection: 'publications', ...anybody })
    const events = await app.payload.find({ collection: 'events', ...anybody })
    const documents = await app.payload.find({ collection: 'documents', ...anybody })
    expect(new Set(publications.docs.map(({ kind }) => kind)).size).toBe(5)
    expect(new Set(events.docs.map(({ kind }) => kind)).size).toBe(5)
    expect(new Set(events.docs.map(({ startsAt }) => new Date(startsAt) > new Date())).size).toBe(2)
    expect(documents.docs.map(({ title }) => title).sort()).toEqual([
      'Rapport d’activité de la première année',
      'Statuts de la Conférence',
    ])
    expect(documents.docs.every(({ file }) => typeof file === 'object' && file.mimeType === 'application/pdf')).toBe(
      true,
    )
  })

  it('has its publications adopted and judged, each in its way, and one that waits', async () => {
    const everything = { overrideAccess: true, pagination: false, depth: 0 } as const
    const opinions = await app.payload.find({ collection: 'publication-opinions', ...everything })
    const approvals = await app.payload.find({ collection: 'publication-approvals', ...everything })
    const editions = await app.payload.find({ collection: 'publication-editions', ...everything })
    const drafts = await app.payload.find({
      collection: 'publications',
      where: { _status: { equals: 'draft' } },
      ...everything,
    })
    expect(new Set(opinions.docs.map(({ opinion }) => opinion))).toEqual(
      new Set(['favourable', 'with-reservations', 'unfavourable']),
    )
    expect(approvals.docs.filter(({ withoutOpinion }) => withoutOpinion)).toHaveLength(1)
    expect(approvals.docs).toHaveLength(5)
    // An erratum made no other.
    expect(editions.docs.every(({ number }) => number === 1)).toBe(true)
    expect(drafts.docs.map(({ title }) => title)).toEqual(['Payer le temps de l’accueil'])
    for (const { subject, contentHash, publishedAt } of editions.docs) {
      const approval = approvals.docs.find((each) => each.subject === subject)
      if (approval)
        expect({ hash: approval.contentHash, before: approval.at < publishedAt }).toEqual({
          hash: contentHash,
          before: true,
        })
    }
  })

  it('opens its accounts with the password given', async () => {
    const { user } = await app.payload.login({
      collection: 'users',
      data: { email: 'presidence@demo.cpof.example', password: 'un mot de passe pour la démo' },
    })
    expect(user?.email).toBe('presidence@demo.cpof.example')
  })
})
