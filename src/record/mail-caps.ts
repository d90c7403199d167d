import type { Payload, Where } from 'payload'
import { findAll } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import type { Message } from '../payload-types.ts'

const HOUR = 60 * 60_000

/**
 * How many e-mails anonymous acts may send to addresses that are not proven: from one network, whoever receives them,
 * and to one address, whoever caused them. Nothing is bounded by what others cause to others: there is no cap by domain.
 */
const BOUNDS = [
  { field: 'recipientKey', most: 3, window: 24 * HOUR },
  { field: 'network', most: 120, window: HOUR },
] as const

type Bound = (typeof BOUNDS)[number]

export type Bounded = Pick<Message, 'id' | 'capped' | 'recipientKey' | 'network'>

/** Milliseconds a row waits, at least, for others that are being sent just now; up to as many again, so that two do not wait for each other for ever. */
const TURN_MS = 1_000

const boundsOf = ({ network }: Pick<Bounded, 'network'>): readonly Bound[] =>
  BOUNDS.filter(({ field }) => field !== 'network' || Boolean(network))

const sharing = (row: Bounded, { field }: Bound): Where[] => [
  { [field]: { equals: row[field] } },
  { capped: { equals: true } },
  { id: { not_equals: row.id } },
]

/** When the latest that left within the window did, the oldest first; as many as fill the bound at most. */
async function leftWithin(payload: Payload, row: Bounded, bound: Bound, at: Date): Promise<Date[]> {
  const docs = await findAll({ payload }, 'messages', {
    limit: bound.most,
    where: {
      and: [...sharing(row, bound), { sentAt: { greater_than: new Date(at.getTime() - bound.window).toISOString() } }],
    },
    sort: ['-sentAt', '-createdAt'],
  })
  return docs.flatMap(({ sentAt }) => (sentAt ? [new Date(sentAt)] : [])).reverse()
}

/** Milliseconds that the others wait while the last places of a bound are given out one by one. */
const QUEUE_MS = 10_000

/** Until when a row waits, and until when all others do that are due and share the bound. */
export type Wait = { until: Date; field: Bound['field']; others: Date }

/**
 * Whether a claimed row may leave now: null, or when to try again. Others that are being sent count as sent, whichever was
 * claimed first: of two that are claimed together the one that looks last sees the other, so that several senders do not
 * pass the bound together.
 */
export async function waitOf(payload: Payload, row: Bounded): Promise<Wait | null> {
  if (!row.capped) return null
  const at = now()
  let longest: Wait | null = null
  for (const bound of boundsOf(row)) {
    // First what is being sent, then what was: a row that passes from one to the other counts twice, never not at all.
    const sending = await findAll({ payload }, 'messages', {
      limit: bound.most,
      where: { and: [...sharing(row, bound), { status: { equals: 'sending' } }] },
    })
    const sent = await leftWithin(payload, row, bound, at)
    const [oldest] = sent
    const wait: Wait | null =
      oldest && sent.length === bound.most
        ? waitFor(bound, oldest.getTime() + bound.window)
        : sent.length + sending.length >= bound.most
          ? waitFor(bound, at.getTime() + TURN_MS * (1 + Math.random()), at.getTime() + QUEUE_MS)
          : null
    if (wait && (longest === null || wait.until > longest.until)) longest = wait
  }
  return longest
}

const waitFor = ({ field }: Bound, until: number, others = until): Wait => ({
  until: new Date(until),
  field,
  others: new Date(others),
})

/**
 * Lets all that shares a bound with a row wait too: what does not fit need not be looked at one by one, and while its last
 * places are given out, few enough look at each other that somebody gets them.
 */
export async function holdBackOthers(payload: Payload, row: Bounded, { field, others }: Wait): Promise<void> {
  const due: Where[] = [
    { [field]: { equals: row[field] } },
    { capped: { equals: true } },
    { status: { equals: 'owed' } },
    { notBefore: { less_than_equal: now().toISOString() } },
  ]
  await payload.db.updateMany({
    collection: 'messages',
    where: { and: due },
    data: { notBefore: others.toISOString() },
  })
}

/**
 * When a bounded row that is owed will leave, behind those that leave before it; the present moment when nothing holds
 * it up. Others may still come before it (the first e-mail of another file), so the moment is the earliest.
 */
export async function departureOf(payload: Payload, row: Bounded & Pick<Message, 'lane' | 'createdAt'>): Promise<Date> {
  const at = now()
  const departures = [at]
  for (const bound of row.capped ? boundsOf(row) : []) {
    const before: Where = {
      or: [
        { lane: { less_than: row.lane ?? 0 } },
        { and: [{ lane: { equals: row.lane ?? 0 } }, { createdAt: { less_than: row.createdAt } }] },
      ],
    }
    const waiting = await payload.count({
      collection: 'messages',
      overrideAccess: true,
      where: { and: [...sharing(row, bound), { status: { in: ['owed', 'sending'] } }, before] },
    })
    departures.push(departureBehind(await leftWithin(payload, row, bound, at), waiting.totalDocs, bound, at))
  }
  return latestOf(departures) ?? at
}

/**
 * When the next leaves of a queue that lets `most` leave in each `window` (milliseconds), behind `ahead` others.
 * @param left when the latest left, the oldest first
 */
export function departureBehind(
  left: readonly Date[],
  ahead: number,
  { most, window }: { most: number; window: number },
  at: Date,
): Date {
  const times = left.slice(-most).map((each) => each.getTime())
  for (let place = 0; place <= ahead; place += 1) {
    const makesRoom = times.length < most ? undefined : times[times.length - most]
    times.push(Math.max(at.getTime(), makesRoom === undefined ? 0 : makesRoom + window))
  }
  return new Date(times.at(-1) ?? at)
}

const latestOf = (dates: readonly Date[]): Date | null =>
  dates.reduce<Date | null>((latest, each) => (latest && latest > each ? latest : each), null)
