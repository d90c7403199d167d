import type { Payload } from 'payload'
import { changesHere } from '../db/content-epoch.ts'
import { EVERY_AREA, readContentEpoch } from '../db/read-content-epoch.ts'
import { now } from '../lib/clock.ts'
import { endOfParisDay, parisDay } from '../lib/dates.ts'
import { MOMENTS, nextOwnChange } from './own-changes.ts'

/** How long this process goes without asking whether another one changed something, in milliseconds. */
const ASKED_EACH = 1_000

type Rows = ReadonlyMap<string, string>

/** A state of what is public. */
export type Epoch = {
  /** The same one only as long as nothing has changed, by a hand or by itself. */
  number: number
  /** What the database said, by area. */
  rows: Rows
  /** Since when nothing has changed by itself. */
  since: Date
}

export type ContentEpoch = {
  /** The epoch now. To be asked for before the first query of what is kept under it. */
  current: () => Promise<Epoch>
  /** The epoch now where it is known without asking the database, else null. */
  known: () => Epoch | null
}

type Known = {
  epoch: Epoch
  /** When what the database said was asked for, on the machine's steady clock, and after which changes of our own. */
  askedAt: number
  changes: number
  /** The next moment of each kind at which something changes by itself, and the first of them all, the next midnight included. */
  moments: readonly (Date | null)[]
  until: Date
}

/**
 * The epoch as this process counts it: another one whenever the rows in the database are others than before, a Paris
 * day begins, an embargo ends or an event is over. A change made here is known at once, one of another process within a
 * second.
 */
export function contentEpochOf(payload: Payload): ContentEpoch {
  let last: Known | null = null
  let asking: Promise<Epoch> | null = null

  const isAsLong = ({ epoch, until }: Known, at: Date): boolean => epoch.since <= at && at < until

  const known = (): Epoch | null =>
    last && performance.now() - last.askedAt < ASKED_EACH && last.changes === changesHere(payload) && isAsLong(last, now()) ? last.epoch : null

  const ask = async (): Promise<Epoch> => {
    const [askedAt, changes, at] = [performance.now(), changesHere(payload), now()]
    const rows = await readContentEpoch(payload)
    const before = last && isAsLong(last, at) ? last : null
    if (before && isSame(before.epoch.rows, rows)) last = { ...before, askedAt, changes }
    else {
      const moments = await Promise.all(
        MOMENTS.map(async (moment, index) => (before && !differs(before.epoch.rows, rows, [moment.collection]) ? (before.moments[index] ?? null) : nextOwnChange(payload, moment, at))),
      )
      last = { epoch: { number: (last?.epoch.number ?? 0) + 1, rows, since: before?.epoch.since ?? at }, askedAt, changes, moments, until: firstOf(moments, at) }
    }
    return last.epoch
  }

  const askOnce = (): Promise<Epoch> =>
    (asking ??= ask().finally(() => {
      asking = null
    }))

  return {
    known,
    current: async () => {
      // One that was under way before we came may have asked before what we were told of was committed.
      if (asking) await asking
      return known() ?? askOnce()
    },
  }
}

const isSame = (a: Rows, b: Rows): boolean => a.size === b.size && [...a].every(([area, rows]) => b.get(area) === rows)

const differs = (a: Rows, b: Rows, areas: Iterable<string>): boolean => [EVERY_AREA, ...areas].some((area) => a.get(area) !== b.get(area))

/** Whether something of these collections and globals changed from one epoch to another, or anything at all by itself. */
export const changedBetween = (earlier: Epoch, later: Epoch, areas: ReadonlySet<string>): boolean =>
  earlier.since !== later.since || differs(earlier.rows, later.rows, areas)

function firstOf(moments: readonly (Date | null)[], after: Date): Date {
  const midnight = endOfParisDay(parisDay(after))
  return moments.reduce<Date>((first, each) => (each && each < first ? each : first), midnight)
}
