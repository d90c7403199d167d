import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'
import fc from 'fast-check'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { unitOfWork, type UnitOfWork } from '../../src/db/unit-of-work.ts'
import { setClock } from '../../src/lib/clock.ts'
import { settingsOf } from '../../src/lib/settings.ts'
import {
  extendCapability,
  grantCapability,
  markUsed,
  readCapability,
  revokeCapabilities,
  tokenOf,
} from '../../src/record/capabilities.ts'
import { verifyChain, type ChainRow } from '../../src/record/chain.ts'
import { recordFact } from '../../src/record/journal.ts'
import { oweMessage, whileSeeding, type MessageContent } from '../../src/record/messages.ts'
import { nextReference } from '../../src/record/reference.ts'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp
let payload: Payload
const inUnit = <Result>(body: (unit: UnitOfWork) => Promise<Result>) => unitOfWork(payload, body)
const subjectOfItsOwn = () => `test:${randomUUID()}`

beforeAll(async () => {
  app = await startApp()
  payload = app.payload
})
afterEach(() => setClock(null))
afterAll(() => app.stop())

const rowsOf = async (subject: string): Promise<ChainRow[]> => {
  const { docs } = await payload.find({
    collection: 'journal',
    where: { subject: { equals: subject } },
    sort: 'rank',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return JSON.parse(JSON.stringify(docs)) as ChainRow[]
}

/** A fact whose evidence holds whatever stood in a field, and stands there now. */
const corrected = (from: unknown, to: unknown) => ({
  type: 'corrected' as const,
  actor: { kind: 'system' as const },
  evidence: { changed: ['motivation'], changes: [{ path: 'motivation', from, to }], signatureUndone: false },
})

const followUp = (recipient = 'Ines.Roy@Exemple.fr'): MessageContent => ({
  template: 'follow-up-link',
  data: { reference: 'CPOF-2026-000001', occasion: 'asked' },
  key: [1],
  recipient,
})

describe('the journal', () => {
  it('gives back what it was given, and its chain verifies', async () => {
    const subject = subjectOfItsOwn()
    const name = fc
      .stringMatching(/^[a-z0-9][A-Za-z0-9_.-]{0,12}$/)
      .filter((key) => !(key in Object.prototype) && key !== 'prototype')
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
      ),
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 6 }),
        fc.dictionary(name, tie('tree'), { maxKeys: 6 }),
      ),
    }))
    for (const each of fc.sample(tree, 25)) {
      await inUnit((unit) =>
        recordFact(unit, {
          subject,
          ...corrected(each, { empty: {}, none: undefined, at: new Date(), 'a.b-c': -0 }),
        }),
      )
    }
    const rows = await rowsOf(subject)
    expect(rows.map(({ rank }) => rank)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
    expect(verifyChain(rows)).toEqual({ ok: true })
  })

  it.each(['', '$set', '__proto__', 'prototype', 'toObject', 'valueOf'])(
    'refuses a key that a database would not give back: "%s"',
    async (key) => {
      const subject = subjectOfItsOwn()
      const inner = [Object.fromEntries([[key, 1]])]
      await expect(inUnit((unit) => recordFact(unit, { subject, ...corrected(inner, null) }))).rejects.toThrow(
        RangeError,
      )
      expect(await rowsOf(subject)).toEqual([])
    },
  )

  it('gives each of ten that write at once a rank of its own', async () => {
    const subject = subjectOfItsOwn()
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        inUnit((unit) => recordFact(unit, { subject, ...corrected(index, null) })),
      ),
    )
    const rows = await rowsOf(subject)
    expect(rows).toHaveLength(10)
    expect(verifyChain(rows)).toEqual({ ok: true })
  })

  it('keeps votes from the recused by itself', async () => {
    const subject = subjectOfItsOwn()
    await inUnit((unit) =>
      recordFact(unit, {
        subject,
        type: 'vote-cast',
        actor: { kind: 'system' },
        evidence: { personId: '1', name: 'Ines Roy', choice: 'for', previous: null, reason: null, round: 1 },
      }),
    )
    const [row] = await rowsOf(subject)
    expect(row).toMatchObject({ confidential: true, rank: 1 })
  })
})

describe('an exported journal', () => {
  it('verifies with the command that knows nothing else, and no longer once a byte was changed', async () => {
    const subject = subjectOfItsOwn()
    for (const question of ['Où ?', 'Quand ?']) {
      await inUnit((unit) =>
        recordFact(unit, {
          subject,
          type: 'information-requested',
          actor: { kind: 'system' },
          evidence: { number: 1, question, deadline: '2026-12-01' },
        }),
      )
    }
    const exported = await exportJournal()
    const honest = await verify(exported)
    expect(honest).toMatchObject({ code: 0 })
    expect(honest.output).toContain(`${subject}: 2 facts, verified`)
    const forged = await verify(exported.replace('Quand ?', 'Quand !'))
    expect(forged).toMatchObject({ code: 1 })
    expect(forged.output).toContain(`${subject}: 2 facts, BROKEN at rank 2: the evidence was changed`)
  })
})

/** As somebody of the secretariat gets it by the API. */
async function exportJournal(): Promise<string> {
  const email = `${randomUUID()}@exemple.fr`
  const password = randomUUID()
  await payload.create({
    collection: 'users',
    data: { email, password, name: 'Nadia Belkacem', roles: ['secretariat'] },
    overrideAccess: true,
  })
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  const { handleEndpoints } = await import('payload')
  const url = `${settingsOf(payload).PUBLIC_URL}/api/journal?limit=1000&sort=rank`
  const response = await handleEndpoints({
    config: app.config,
    request: new Request(url, { headers: { Authorization: `JWT ${token ?? ''}` } }),
  })
  expect(response.status).toBe(200)
  return response.text()
}

/** Runs the command, as one file that holds all it needs, on an export. */
async function verify(exported: string): Promise<{ code: number | null; output: string }> {
  const outfile = path.join(app.dataDir, 'verify-journal.mjs')
  await build({
    entryPoints: ['src/server/commands/verify-journal.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  })
  const command = spawn(process.execPath, [outfile], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => command.once('close', resolve))
  command.stdin.end(exported)
  const output = await text(command.stdout)
  return { code: await ended, output }
}

describe('a unit of work that is rolled back', () => {
  it('leaves no fact, no e-mail owed and no link', async () => {
    const subject = subjectOfItsOwn()
    const failing = inUnit(async (unit) => {
      await recordFact(unit, { subject, type: 'withdrawn', actor: { kind: 'system' }, evidence: {} })
      await oweMessage(unit, { ...followUp(), subject })
      await grantCapability(unit, { purpose: 'follow-up', subject, expiresAt: null })
      throw new Error('after the last write')
    })
    await expect(failing).rejects.toThrow('after the last write')
    for (const collection of ['journal', 'messages', 'capabilities'] as const) {
      expect(
        await payload.count({ collection, where: { subject: { equals: subject } }, overrideAccess: true }),
      ).toEqual({ totalDocs: 0 })
    }
  })
})

describe('a link', () => {
  const tokenFor = (ref: { uid: string; version: number }) => tokenOf(settingsOf(payload).TOKEN_SECRET, ref)
  const stateOf = async (token: string) => (await readCapability(payload, token))?.state ?? null

  it('lives until its end, may be given another, and dies when it is revoked', async () => {
    const subject = subjectOfItsOwn()
    const end = new Date(Date.now() + 60_000)
    const ref = await inUnit((unit) => grantCapability(unit, { purpose: 'sign', subject, expiresAt: end }))
    const token = tokenFor(ref)
    expect(await stateOf(token)).toBe('live')
    setClock(() => end)
    expect(await stateOf(token)).toBe('expired')
    await inUnit((unit) => extendCapability(unit, ref.uid, null))
    expect(await stateOf(token)).toBe('live')
    expect(await inUnit((unit) => revokeCapabilities(unit, { subject, purpose: 'follow-up' }))).toBe(0)
    expect(await inUnit((unit) => revokeCapabilities(unit, { subject }))).toBe(1)
    expect(await stateOf(token)).toBe('revoked')
    expect(await stateOf(tokenFor({ ...ref, version: ref.version + 1 }))).toBeNull()
  })

  it('that serves once has served, even where two use it at the same moment', async () => {
    const ref = await inUnit((unit) =>
      grantCapability(unit, { purpose: 'sign', subject: subjectOfItsOwn(), expiresAt: null }),
    )
    const token = tokenFor(ref)
    const use = () =>
      inUnit(async (unit) => {
        const read = await readCapability(payload, token, unit.req)
        if (read?.state !== 'live') return false
        await markUsed(unit, read.capability)
        return true
      })
    expect((await Promise.all([use(), use(), use()])).filter(Boolean)).toHaveLength(1)
    expect(await stateOf(token)).toBe('used')
  })

  it('is nowhere in the database, and nothing opens what was never given', async () => {
    const subject = subjectOfItsOwn()
    const ref = await inUnit((unit) => grantCapability(unit, { purpose: 'follow-up', subject, expiresAt: null }))
    const { docs } = await payload.find({
      collection: 'capabilities',
      where: { subject: { equals: subject } },
      overrideAccess: true,
      showHiddenFields: true,
    })
    expect(docs).toHaveLength(1)
    expect(JSON.stringify(docs)).not.toContain(tokenFor(ref))
    for (const wrong of ['', 'x'.repeat(43), `${tokenFor(ref)}x`, docs[0]?.tokenHash ?? ''])
      expect(await stateOf(wrong)).toBeNull()
  })
})

describe('a reference', () => {
  it('is another for each of fifty who ask at once for the first of a year', async () => {
    const references = await Promise.all(Array.from({ length: 50 }, () => nextReference(payload, 2031)))
    expect(new Set(references).size).toBe(50)
    expect(references.toSorted()[0]).toBe('CPOF-2031-000001')
    expect(references.toSorted().at(-1)).toBe('CPOF-2031-000050')
  })

  it('starts again with the year', async () => {
    expect(await nextReference(payload, 2032)).toBe('CPOF-2032-000001')
    expect(await nextReference(payload, 2032)).toBe('CPOF-2032-000002')
  })
})

describe('an e-mail', () => {
  const messagesOf = async (subject: string) =>
    (
      await payload.find({
        collection: 'messages',
        where: { subject: { equals: subject } },
        depth: 0,
        overrideAccess: true,
      })
    ).docs

  it('is owed once, however its address is written', async () => {
    const subject = subjectOfItsOwn()
    await inUnit((unit) => oweMessage(unit, { ...followUp('Ines.Roy@Exemple.fr'), subject }))
    await inUnit((unit) => oweMessage(unit, { ...followUp(' ines.roy@exemple.fr'), subject }))
    const rows = await messagesOf(subject)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      status: 'owed',
      attempts: 0,
      recipient: 'Ines.Roy@Exemple.fr',
      recipientKey: 'ines.roy@exemple.fr',
      domain: 'exemple.fr',
    })
  })

  it('is noted as sent while sample data is made', async () => {
    const subject = subjectOfItsOwn()
    await whileSeeding(payload, () => inUnit((unit) => oweMessage(unit, { ...followUp(), subject })))
    expect(await messagesOf(subject)).toMatchObject([{ status: 'sent', response: 'seeded' }])
    await inUnit((unit) => oweMessage(unit, { ...followUp(), subject, key: [2] }))
    expect((await messagesOf(subject)).map(({ status }) => status).toSorted()).toEqual(['owed', 'sent'])
  })
})
