import type { Payload, PayloadRequest, Where } from 'payload'
import { findAll, findById, findFirst } from '../../db/find.ts'
import { addParisDays, addParisMonths, parisDay } from '../../lib/dates.ts'
import { idOf } from '../../lib/ids.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import type { Adhesion } from '../../payload-types.ts'
import { APPLICATION_MONTHS, ERASURE_NOTICE_DAYS, MEMBER_MONTHS } from '../../record/retention.ts'
import { announcedFrom, erasureDue } from './due.ts'

/** An application whose data fall due within the days of the notice, and how its notice stands. */
export type FallingDue = {
  adhesion: Adhesion
  due: Date
  /** The notice was never owed, has not left or not long enough ago, or allows the erasure. */
  notice: 'none' | 'waits' | 'over'
}

type Unit = { payload: Payload; req?: PayloadRequest }

/** Applications that may fall due within the days of the notice: each condition follows an index. */
function candidates(at: Date): Where {
  const horizon = addParisDays(at, ERASURE_NOTICE_DAYS)
  const ended = Object.entries(APPLICATION_MONTHS).map(
    ([status, months]): Where => ({
      and: [
        { status: { equals: status } },
        { endedAt: { less_than_equal: addParisMonths(horizon, -months).toISOString() } },
      ],
    }),
  )
  const left: Where = {
    and: [
      { status: { equals: 'validated' } },
      { 'member.endedOn': { less_than_equal: parisDay(addParisMonths(horizon, -MEMBER_MONTHS)) } },
    ],
  }
  return { and: [{ or: [...ended, left] }, { anonymisedAt: { exists: false } }] }
}

/** Every application that falls due within the days of the notice, oldest first. */
export async function fallingDue(payload: Payload, at: Date): Promise<FallingDue[]> {
  const found: FallingDue[] = []
  for (const adhesion of await findAll({ payload }, 'adhesions', { where: candidates(at), sort: 'endedAt' })) {
    const each = await standingOf({ payload }, adhesion, at)
    if (each) found.push(each)
  }
  return found
}

/** How an application stands before the erasure of its data; null while that is further away than its notice. */
export async function standingOf(unit: Unit, adhesion: Adhesion, at: Date): Promise<FallingDue | null> {
  const memberId = idOf(adhesion.member)
  const member = memberId === null ? null : await findById(unit, 'members', memberId)
  const due = erasureDue(adhesion, member)
  if (due === null || at < announcedFrom(due)) return null
  const { id, endedAt } = adhesion
  return { adhesion, due, notice: await noticeOf(unit, `adhesion:${id}`, endedAt, at) }
}

/** How the notice of an erasure stands: only one that was sent since its subject ended, and days ago, counts. */
export async function noticeOf(
  unit: Unit,
  subject: string,
  endedAt: string | null | undefined,
  at: Date,
): Promise<FallingDue['notice']> {
  const announced = await findFirst(unit, 'journal', {
    where: { and: [{ subject: { equals: subject } }, { type: { equals: 'erasure-announced' } }] },
    sort: '-rank',
  })
  const evidence = announced?.evidence
  if (!announced || !isJsonObject(evidence) || (endedAt && announced.at < endedAt)) return 'none'
  const sent = await findFirst(unit, 'messages', {
    where: {
      and: [
        { subject: { equals: String(evidence['notice']) } },
        { status: { equals: 'sent' } },
        { sentAt: { less_than_equal: addParisDays(at, -ERASURE_NOTICE_DAYS).toISOString() } },
      ],
    },
  })
  return sent ? 'over' : 'waits'
}
