import type { Payload, PayloadRequest, Where } from 'payload'
import { findAll } from '../db/find.ts'
import { onceSettled } from '../db/settled.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { errorFacts } from '../lib/error-facts.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { subjectIn } from './subjects.ts'

/**
 * Notes, in the transaction of a change, that every open round is to be counted anew: somebody may decide no more, or
 * must not. They are counted as soon as the transaction is committed, before its answer leaves; what a crash prevents
 * then, the timer that closes rounds does.
 */
export async function countAnew({ payload, req }: Pick<UnitOfWork, 'payload' | 'req'>): Promise<void> {
  await noteForCount(payload, req)
  const transaction = await req.transactionID
  if (transaction === undefined) await countNoted(payload)
  else onceSettled(payload, transaction, { committed: () => countNoted(payload) })
}

/** Notes that open rounds are to be counted anew; the next run of the timer does it where nobody does it before. */
export async function noteForCount(payload: Payload, req: PayloadRequest, which: Where = {}): Promise<void> {
  await payload.db.updateMany({
    collection: 'rounds',
    where: { and: [{ status: { equals: 'open' } }, which] },
    data: { sweptOn: null },
    req,
  })
}

const NOTED: Where = { sweptOn: { exists: false } }

const countNoted = async (payload: Payload): Promise<void> => {
  await countEach(payload, NOTED)
}

/**
 * Counts the open rounds that have ended, those that were noted, and once a Paris day all of them, since mandates end at
 * midnight. One that fails is logged, and comes again with the next run.
 * @returns how many rounds were decided
 */
export const countDue = (payload: Payload): Promise<number> =>
  countEach(payload, {
    or: [NOTED, { closesAt: { less_than_equal: now().toISOString() } }, { sweptOn: { less_than: parisDay(now()) } }],
  })

async function countEach(payload: Payload, which: Where): Promise<number> {
  const where: Where = { and: [{ status: { equals: 'open' } }, which] }
  let decided = 0
  for (const { id, subject } of await findAll({ payload }, 'rounds', { where, sort: 'id' })) {
    try {
      const { kind, id: of } = subjectIn(payload, subject)
      if (await kind.count(payload, of)) decided += 1
    } catch (error) {
      payload.logger.error({ msg: 'A round could not be counted', round: String(id), ...errorFacts(error) })
    }
  }
  return decided
}
