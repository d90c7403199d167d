import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { eachDue } from '../../src/jobs/each-due.ts'
import { holdLease, releaseLease } from '../../src/jobs/lease.ts'
import { TASKS } from '../../src/jobs/tasks.ts'
import type { TimerTask } from '../../src/jobs/tasks.ts'
import { runDue, startTimers } from '../../src/jobs/timers.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addParisDays, addParisMonths } from '../../src/lib/dates.ts'
import { oweMessage } from '../../src/record/messages.ts'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp
let payload: Payload

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  payload = app.payload
})
afterEach(() => setClock(null))
afterAll(() => app.stop())

describe('a lease', () => {
  it('is held by one alone, who may renew it, until it is given back', async () => {
    const key = randomUUID()
    const first = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => holdLease(payload, key, holder)))
    expect(first.filter(Boolean)).toHaveLength(1)
    const holder = ['a', 'b', 'c', 'd'][first.indexOf(true)] ?? ''
    expect(await holdLease(payload, key, 'e')).toBe(false)
    expect(await holdLease(payload, key, holder)).toBe(true)
    await releaseLease(payload, key, 'e')
    expect(await holdLease(payload, key, 'e')).toBe(false)
    await releaseLease(payload, key, holder)
    expect(await holdLease(payload, key, 'e')).toBe(true)
  })

  it('passes to another half a minute after its holder died', async () => {
    const key = randomUUID()
    const start = Date.now()
    expect(await holdLease(payload, key, 'dead')).toBe(true)
    setClock(() => new Date(start + 29_000))
    expect(await holdLease(payload, key, 'alive')).toBe(false)
    setClock(() => new Date(start + 90_000))
    expect(await holdLease(payload, key, 'alive')).toBe(true)
    expect(await holdLease(payload, key, 'dead')).toBe(false)
  })
})

describe('the timers', () => {
  it('run in one process at a time, and in another when that one stops', async () => {
    const runs: string[] = []
    const tasksOf = (name: string): TimerTask[] => [{ name, run: async () => runs.push(name) }]
    const start = (instance: string) =>
      startTimers({ payload, tasks: tasksOf(instance), instance, renewal: 20, pace: 20 })
    const first = start('first')
    await vi.waitFor(() => expect(runs.length).toBeGreaterThan(1), { timeout: 20_000 })
    const second = start('second')
    const seen = runs.length
    await vi.waitFor(() => expect(runs.length).toBeGreaterThan(seen + 3), { timeout: 20_000 })
    expect(new Set(runs)).toEqual(new Set(['first']))
    await first.stop()
    await vi.waitFor(() => expect(runs.at(-1)).toBe('second'), { timeout: 20_000 })
    await second.stop()
  })

  it('go on with the next task when one fails', async () => {
    const tasks: TimerTask[] = [
      { name: 'fails', run: async () => Promise.reject(new Error('no')) },
      { name: 'works', run: async () => 3 },
    ]
    expect(await runDue(payload, tasks)).toEqual({ works: 3 })
  })

  it('act on every row that is due, page after page, whatever one of them does', async () => {
    const prefix = `due-${randomUUID()}`
    await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        payload.db.create({ collection: 'counters', data: { key: `${prefix}-${index}`, last: 0 } }),
      ),
    )
    const seen = new Set<string>()
    const acted = await eachDue(payload, {
      collection: 'counters',
      where: { key: { contains: prefix } },
      act: async ({ key }) => {
        seen.add(key)
        if (key.endsWith('-50')) throw new Error('this one fails')
        return !key.endsWith('-60')
      },
    })
    expect(seen.size).toBe(120)
    expect(acted).toBe(118)
  })

  it('find nothing to do in an empty house', async () => {
    expect(await runDue(payload)).toEqual(Object.fromEntries(TASKS.map(({ name }) => [name, 0])))
  })

  it('forget an e-mail a year after it was due, and none before', async () => {
    const subject = `test:${randomUUID()}`
    const oweAt = (at: Date) => {
      setClock(() => at)
      return unitOfWork(payload, (unit) =>
        oweMessage(unit, {
          subject,
          template: 'follow-up-link',
          key: [at.toISOString()],
          recipient: 'ines@exemple.fr',
          data: { reference: 'CPOF-2025-000001', occasion: 'asked' },
        }),
      )
    }
    const today = new Date()
    const yearAgo = addParisMonths(today, -12)
    await oweAt(addParisDays(yearAgo, -1))
    await oweAt(addParisDays(yearAgo, 1))
    setClock(() => today)
    expect(await runDue(payload)).toMatchObject({ 'forget-messages': 1 })
    expect(
      await payload.count({ collection: 'messages', where: { subject: { equals: subject } }, overrideAccess: true }),
    ).toEqual({ totalDocs: 1 })
  })
})

describe('a file that nobody signed', () => {
  const days = (count: number) => addParisDays(new Date(), -count).toISOString()

  const fileWaitingSince = async (enteredStateAt: string): Promise<string> => {
    const reference = `CPOF-TEST-${randomUUID()}`
    const version: { id: string } = await payload.db.create({
      collection: 'charter-versions',
      data: {
        number: Math.floor(Math.random() * 1e9),
        title: 'Charte',
        binds: 'both',
        status: 'adopted',
        effectiveOn: '2026-01-01',
        content: {},
      },
    })
    const person = {
      firstName: 'Inès',
      lastName: 'Roy',
      function: 'directrice',
      capacity: 'legal-representative',
      email: 'ines@exemple.fr',
    }
    const { id }: { id: string } = await payload.db.create({
      collection: 'adhesions',
      data: {
        reference,
        kind: 'member',
        status: 'awaiting-signature',
        rev: 1,
        slot: reference,
        identifierKey: '443061841',
        searchKey: 'atelier',
        title: reference,
        organisation: { legalName: 'Atelier des Rives' },
        representative: person,
        contact: { ...person, email: 'contact@exemple.fr' },
        representativeEmailKey: person.email,
        charterVersion: version.id,
        enteredStateAt,
      },
    })
    return id
  }

  const statusOf = async (id: string) =>
    (await payload.findByID({ collection: 'adhesions', id, depth: 0, overrideAccess: true })).status

  it('is announced to expire 46 days after, expires 60 days after, and each once', async () => {
    const [fresh, announced, expired] = [
      await fileWaitingSince(days(45)),
      await fileWaitingSince(days(47)),
      await fileWaitingSince(days(61)),
    ]
    expect(await runDue(payload)).toMatchObject({ 'expire-unsigned': 1, 'announce-expiry': 1 })
    expect(await runDue(payload)).toMatchObject({ 'expire-unsigned': 0, 'announce-expiry': 0 })
    expect(await Promise.all([fresh, announced, expired].map(statusOf))).toEqual([
      'awaiting-signature',
      'awaiting-signature',
      'expired',
    ])
    const { docs } = await payload.find({
      collection: 'messages',
      where: { subject: { equals: `adhesion:${announced}` } },
      overrideAccess: true,
    })
    expect(docs.map(({ recipient }) => recipient).toSorted()).toEqual(['contact@exemple.fr', 'ines@exemple.fr'])
  })

  it('empty the trash a year after a record was put there, but of what something else there still names', async () => {
    // A day on which nothing ran yet.
    const today = addParisDays(new Date(), 1)
    setClock(() => today)
    const [before, after] = [addParisDays(addParisMonths(today, -12), -1), addParisDays(addParisMonths(today, -12), 1)]
    const put = async (title: string, at: Date, parent: string | null = null) => {
      const data = { title, slug: title, parent }
      const { id } = await payload.create({ collection: 'pages', draft: true, data, overrideAccess: true })
      await payload.db.updateOne({ collection: 'pages', id, data: { deletedAt: at.toISOString() } })
      return id
    }
    const [old, young, above] = [await put('vieille', before), await put('jeune', after), await put('dessus', before)]
    const below = await put('dessous', after, above)
    expect(await runDue(payload)).toMatchObject({ 'empty-trash': 1 })
    const { docs } = await payload.find({ collection: 'pages', trash: true, limit: 100, overrideAccess: true })
    const left = docs.map(({ id }) => id)
    expect(left).toEqual(expect.arrayContaining([young, above, below]))
    expect(left).not.toContain(old)
  })
})
