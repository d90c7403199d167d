import type { Payload } from 'payload'
import { changesHere } from '../../db/epoch/content-epoch.ts'
import { EVERY_AREA, readContentEpoch } from '../../db/epoch/read-content-epoch.ts'
import { databaseUnavailable } from '../../db/unavailable.ts'
import { now } from '../../lib/clock.ts'
import { endOfParisDay, parisDay } from '../../lib/dates.ts'
import { isDomainError } from '../../lib/errors.ts'
import { momentsOf, nextOwnChange } from './own-changes.ts'
import { within } from '../../db/within.ts'

/** How long this process goes without asking whether another one changed something, in milliseconds. */
const ASKED_EACH = 1_000
/** How long somebody who reads waits for the database to say: the page is to be there within a second. */
const LONGEST_ANSWER = 700
/** Milliseconds that the database has to tell an epoch where none is known to go on from. */
const LONGEST_FIRST_ANSWER = 5_000
/** How long one goes on from what is known while the database does not say: what may no longer be public is shown no longer than that. */
const GONE_ON_FOR = 10 * 60_000
/** How many questions may be open at once: one that hangs keeps nobody from asking again. */
const MOST_OPEN = 5

type Rows = ReadonlyMap<string, string>

/** A state of what is public. */
export type Epoch = {
  /** The number of the epoch: the same one only as long as nothing has changed, by a hand or by time. */
  number: number
  /** The epochs of the areas, as the database said them. */
  rows: Rows
  /** Since when nothing has changed by itself. */
  since: Date
}

export type ContentEpoch = {
  /**
   * The epoch now. To be asked for before the first query of what is kept under it. Where the database does not say
   * within a second, the last one known goes on, for ten minutes at most and never past a moment of its own.
   * @throws DomainError 503 `database-unavailable` where none may go on
   */
  current: () => Promise<Epoch>
  /** The epoch now where it is known without asking the database, else null. */
  known: () => Epoch | null
  /** The last epoch that the database told, which may be over. */
  last: () => Epoch | null
  /** Whether the database did not say when it was asked last. */
  isLate: () => boolean
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
  const changing = momentsOf(payload)
  let last: Known | null = null
  let asking: Promise<Epoch> | null = null
  /** When it was asked last, and when it was last found that no answer came; on the machine's steady clock. */
  let askedLast = Number.NEGATIVE_INFINITY
  let lateAt: number | null = null
  let open = 0

  const isAsLong = ({ epoch, until }: Known, at: Date): boolean => epoch.since <= at && at < until

  const known = (): Epoch | null =>
    last &&
    performance.now() - last.askedAt < ASKED_EACH &&
    last.changes === changesHere(payload) &&
    isAsLong(last, now())
      ? last.epoch
      : null

  const goesOn = (): Epoch | null =>
    last && performance.now() - last.askedAt < GONE_ON_FOR && isAsLong(last, now()) ? last.epoch : null

  const ask = async (): Promise<Epoch> => {
    const [askedAt, changes, at] = [performance.now(), changesHere(payload), now()]
    askedLast = askedAt
    const rows = await readContentEpoch(payload)
    const before = last && isAsLong(last, at) ? last : null
    // One that hung for a while may be answered after one that was asked later.
    if (last && last.askedAt > askedAt) return last.epoch
    if (before && isSame(before.epoch.rows, rows)) last = { ...before, askedAt, changes }
    else {
      const moments = await Promise.all(
        changing.map(async (moment, index) =>
          before && !differs(before.epoch.rows, rows, [moment.collection])
            ? (before.moments[index] ?? null)
            : nextOwnChange(payload, moment, at),
        ),
      )
      if (last && last.askedAt > askedAt) return last.epoch
      last = {
        epoch: { number: (last?.epoch.number ?? 0) + 1, rows, since: before?.epoch.since ?? at },
        askedAt,
        changes,
        moments,
        until: firstOf(moments, at),
      }
    }
    lateAt = null
    return last.epoch
  }

  const askOnce = (): Promise<Epoch> => {
    if (asking) return asking
    open += 1
    const begun = performance.now()
    const mine = ask().finally(() => {
      open -= 1
      if (asking === mine) asking = null
    })
    // Nobody may be waiting for it any more when it fails.
    mine.catch(() => {
      // Another may have been answered meanwhile.
      if (last === null || last.askedAt < begun) lateAt = performance.now()
    })
    asking = mine
    return mine
  }

  /** While the database is late, it is asked once a second aside from those who read. */
  const askAside = (): void => {
    if (performance.now() - askedLast < ASKED_EACH || open >= MOST_OPEN) return
    asking = null
    lateAt = performance.now()
    void askOnce()
  }

  const inTime = async (): Promise<Epoch> => {
    // One that was under way before we came may have asked before what we were told of was committed.
    if (asking) await asking
    return known() ?? askOnce()
  }

  /** Whether it has just been found that the database does not answer, so that nobody need wait to find it again. */
  const isFoundLate = (): boolean => {
    const at = performance.now()
    return lateAt !== null && (at - lateAt < ASKED_EACH || (asking !== null && at - askedLast >= LONGEST_ANSWER))
  }

  const orOnward = (error: unknown): Epoch => {
    const onward = goesOn()
    if (onward) return onward
    throw isDomainError(error) ? error : databaseUnavailable(error)
  }

  return {
    known,
    last: () => last?.epoch ?? null,
    isLate: () => lateAt !== null,
    current: async () => {
      if (isFoundLate()) {
        askAside()
        return orOnward(databaseUnavailable())
      }
      try {
        return await within(goesOn() ? LONGEST_ANSWER : LONGEST_FIRST_ANSWER, inTime())
      } catch (error) {
        lateAt = performance.now()
        return orOnward(error)
      }
    },
  }
}

const isSame = (a: Rows, b: Rows): boolean => a.size === b.size && [...a].every(([area, rows]) => b.get(area) === rows)

const differs = (a: Rows, b: Rows, areas: Iterable<string>): boolean =>
  [EVERY_AREA, ...areas].some((area) => a.get(area) !== b.get(area))

/** Whether something of these collections and globals changed from one epoch to another, or anything at all by itself. */
export const changedBetween = (earlier: Epoch, later: Epoch, areas: ReadonlySet<string>): boolean =>
  earlier.since !== later.since || differs(earlier.rows, later.rows, areas)

function firstOf(moments: readonly (Date | null)[], after: Date): Date {
  const midnight = endOfParisDay(parisDay(after))
  return moments.reduce<Date>((first, each) => (each && each < first ? each : first), midnight)
}
