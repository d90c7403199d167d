import { commitTransaction, createLocalReq, initTransaction } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LostRace, unitOfWork } from '../../src/db/unit-of-work.ts'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

afterAll(async () => {
  await app.stop()
})

const keys = async () => {
  const { docs } = await app.payload.find({ collection: 'counters', pagination: false, limit: 0, overrideAccess: true })
  return docs.map(({ key }) => key).sort()
}

const count = (payload: TestApp['payload'], req: Awaited<ReturnType<typeof createLocalReq>>, key: string) =>
  payload.create({ collection: 'counters', data: { key, last: 0 }, req, overrideAccess: true })

describe('a unit of work', () => {
  it('leaves nothing when it fails after a write', async () => {
    const failing = unitOfWork(app.payload, async ({ payload, req }) => {
      await count(payload, req, 'failed')
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await keys()).not.toContain('failed')
  })

  it('is hidden from others until it commits', async () => {
    await unitOfWork(app.payload, async ({ payload, req }) => {
      await count(payload, req, 'hidden')
      expect(await keys()).not.toContain('hidden')
    })
    expect(await keys()).toContain('hidden')
  })

  it('runs 50 at once, and every one of them stands', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        unitOfWork(app.payload, ({ payload, req }) => count(payload, req, `many-${index}`)),
      ),
    )
    expect((await keys()).filter((key) => key.startsWith('many-'))).toHaveLength(50)
  })

  it('starts again from its beginning after a lost race', async () => {
    const attempts: number[] = []
    await unitOfWork(app.payload, async ({ payload, req, attempt }) => {
      attempts.push(attempt)
      await count(payload, req, 'raced')
      if (attempt < 3) throw new LostRace()
    })
    expect(attempts).toEqual([1, 2, 3])
    expect((await keys()).filter((key) => key === 'raced')).toHaveLength(1)
  })

  it('moves a revision for one of twenty at once, and all succeed after one another', async () => {
    await unitOfWork(app.payload, ({ payload, req }) => count(payload, req, 'rev'))
    const winners = await Promise.all(
      Array.from({ length: 20 }, () =>
        unitOfWork(app.payload, async ({ payload, req }) => {
          const { docs } = await payload.find({
            collection: 'counters',
            where: { key: { equals: 'rev' } },
            req,
            overrideAccess: true,
          })
          const [row] = docs
          if (!row) throw new Error('no row')
          const moved: unknown = await payload.db.updateOne({
            collection: 'counters',
            where: { and: [{ id: { equals: row.id } }, { last: { equals: row.last } }] },
            data: { last: row.last + 1 },
            options: { atomic: true },
            req,
          })
          if (moved === null) throw new LostRace()
          return row.last + 1
        }).catch((error: unknown) =>
          error instanceof Error && error.name === 'TooManyRaces' ? null : Promise.reject(error as Error),
        ),
      ),
    )
    const done = winners.filter((value) => value !== null)
    expect(new Set(done).size).toBe(done.length)
    const { docs } = await app.payload.find({
      collection: 'counters',
      where: { key: { equals: 'rev' } },
      overrideAccess: true,
    })
    expect(docs[0]?.last).toBe(done.length)
  })

  it('that starts again counts what it was given to count', async () => {
    await unitOfWork(app.payload, ({ payload, req }) => count(payload, req, 'counted'))
    const data = { last: { $inc: 1 } }
    await unitOfWork(app.payload, async ({ payload, req, attempt }) => {
      await payload.db.updateOne({
        collection: 'counters',
        where: { key: { equals: 'counted' } },
        data,
        options: { atomic: true },
        req,
      })
      if (attempt < 3) throw new LostRace()
    })
    const { docs } = await app.payload.find({
      collection: 'counters',
      where: { key: { equals: 'counted' } },
      overrideAccess: true,
    })
    expect([docs[0]?.last, data]).toEqual([1, { last: { $inc: 1 } }])
  })

  it('never answers success for a transaction that a nested error rolled back', async () => {
    const req = await createLocalReq({}, app.payload)
    await initTransaction(req)
    const id = req.transactionID
    await app.payload.db.rollbackTransaction((await id) ?? '')
    await expect(commitTransaction(req)).rejects.toThrow('rolled back')
  })
})
