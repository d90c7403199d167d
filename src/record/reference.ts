import type { Payload } from 'payload'
import { mayTryAgain, patience } from '../db/patience.ts'
import { backOff, isTransient, isUniqueViolation } from '../db/retry.ts'

/**
 * Takes the next reference of a year, `CPOF-2026-000001`: unique; a number whose file was not kept leaves a
 * gap. Runs before the transaction that uses it: inside, every simultaneous submission would conflict here.
 */
export async function nextReference(payload: Payload, year: number): Promise<string> {
  const key = `reference:${year}`
  const begun = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    try {
      const last = (await increment(payload, key)) ?? (await openYear(payload, key))
      if (last !== null) return `CPOF-${year}-${String(last).padStart(6, '0')}`
    } catch (error) {
      if (!mayTryAgain(payload.db, error, begun)) throw error
    }
    if (performance.now() - begun >= patience.races()) throw new Error(`No reference of ${year} could be taken`)
    await backOff(attempt)
  }
}

async function increment(payload: Payload, key: string): Promise<number | null> {
  const row: unknown = await payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { last: { $inc: 1 } },
    options: { atomic: true },
  })
  return typeof row === 'object' && row !== null && 'last' in row && typeof row.last === 'number' ? row.last : null
}

/** The first of a year makes its row; whoever comes second at that finds it. */
async function openYear(payload: Payload, key: string): Promise<number | null> {
  try {
    await payload.db.create({ collection: 'counters', data: { key, last: 0 } })
  } catch (error) {
    if (!isUniqueViolation(error) && !isTransient(error)) throw error
  }
  return increment(payload, key)
}
