import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { discardMember } from '../../src/membership/change-member.ts'
import { enterMember } from '../../src/membership/enter.ts'
import { storedDeclaration } from '../../src/adhesion/declaration/stored-declaration.ts'
import { parseDeclaration } from '../../src/adhesion/declaration/parse-declaration.ts'
import { parisDay } from '../../src/lib/dates.ts'
import { sha256 } from '../../src/lib/hash.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { signed } from '../support/applications.ts'
import { houseWith, type House } from '../support/bureau.ts'
import { application } from '../support/factories.ts'
import { withFailure } from '../support/writes.ts'
import { attach } from '../support/actions.ts'

let app: TestApp
let house: House

beforeAll(async () => {
  app = await startApp()
  house = await houseWith(app, 1)
})

afterAll(() => app.stop())

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

/** The files that lie on the disk; their folder is made with the first. */
async function onDisk(): Promise<string[]> {
  const { staticDir = '' } = app.payload.collections.attachments.config.upload
  return existsSync(staticDir) ? readdir(staticDir) : []
}

/** The files that a row names. */
async function known(): Promise<string[]> {
  const { docs } = await app.payload.find({ collection: 'attachments', pagination: false, depth: 0 })
  return docs.map(({ filename }) => filename ?? '')
}

const sorted = (names: readonly string[]) => [...names].sort()

describe('a file that is attached', () => {
  it('goes again when what it came with fails, wherever that is', async () => {
    const { id } = await signed(app)
    const act = () =>
      attach(app.payload, {
        id,
        actor: house.secretary,
        files: ['statuts.pdf', 'bilan.pdf'].map((name) => ({ name, data: PDF })),
      })
    let tried = await withFailure(app.payload, { afterWrite: 1 }, act)
    for (let writes = 2; tried.failed; writes += 1) {
      expect(sorted(await onDisk())).toEqual(sorted(await known()))
      tried = await withFailure(app.payload, { afterWrite: writes }, act)
    }
    expect(await known()).toHaveLength(2)
    expect(sorted(await onDisk())).toEqual(sorted(await known()))
  })

  it('goes when the commit is not made, and stays when it is made and not answered', async () => {
    const { id } = await signed(app)
    const act = () => attach(app.payload, { id, actor: house.secretary, files: [{ name: 'statuts.pdf', data: PDF }] })
    const before = await known()
    const commit = app.payload.db.commitTransaction
    const unheard = vi.spyOn(app.payload.db, 'commitTransaction').mockImplementationOnce(async (transaction) => {
      await Reflect.apply(commit, app.payload.db, [transaction])
      throw new Error('The answer was lost')
    })
    await expect(act()).rejects.toThrow('The answer was lost')
    unheard.mockRestore()
    expect(await known()).toHaveLength(before.length + 1)
    expect(sorted(await onDisk())).toEqual(sorted(await known()))
    expect(await withFailure(app.payload, 'commit', act)).toMatchObject({ failed: true })
    expect(sorted(await onDisk())).toEqual(sorted(await known()))
  })
})

describe('the scan of an entry', () => {
  it('goes when the entry is abandoned for good, and not before', async () => {
    const read = parseDeclaration(application())
    if (!read.ok) throw new Error('The application is not valid')
    const { kind, identifierKey, organisation, representative, contact } = storedDeclaration(read.declaration)
    const {
      docs: [version],
    } = await app.payload.find({ collection: 'charter-versions', depth: 0 })
    const today = parisDay(new Date())
    const clerk = house.secretary.user
    const scan = { title: 'charte.pdf', data: PDF, mimeType: 'application/pdf', extension: 'pdf', sha256: sha256(PDF) }
    const { id } = await enterMember(app.payload, {
      clerk,
      member: { kind, identifierKey, organisation, representative, contact },
      origin: 'paper',
      effectiveOn: today,
      deliberation: 'AG',
      signature: { charterVersion: version?.id ?? '', signatory: 'Jeanne Martin', signedOn: today, scan },
    })
    const name = async () =>
      (await app.payload.find({ collection: 'attachments', where: { member: { equals: id } }, depth: 0 })).docs[0]
        ?.filename
    const kept = await name()
    const discard = () => discardMember(app.payload, { id, clerk, reason: 'Erreur' })
    for (const failure of [{ afterWrite: 1 }, { afterWrite: 2 }, 'commit'] as const) {
      expect(await withFailure(app.payload, failure, discard)).toMatchObject({ failed: true })
      expect(await name()).toBe(kept)
      expect(await onDisk()).toContain(kept)
    }
    await discard()
    expect(await known()).not.toContain(kept)
    expect(await onDisk()).not.toContain(kept)
  })
})
