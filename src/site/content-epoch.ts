import type { Payload } from 'payload'
import { changesHere } from '../db/content-epoch.ts'
import { readContentEpoch } from '../db/read-content-epoch.ts'
import { now } from '../lib/clock.ts'
import { endOfParisDay, parisDay } from '../lib/dates.ts'
import { nextOwnChange } from './own-changes.ts'

/** How long this process goes without asking whether another one changed something, in milliseconds. */
const ASKED_EACH = 1_000

/** What is public, as a number: the same one only as long as nothing of it has changed, by a hand or by itself. */
export type ContentEpoch = {
  /** The number now. To be asked for before the first query of what is kept under it. */
  current: () => Promise<number>
  /** The number now where it is known without asking the database, else null. */
  known: () => number | null
}

type Known = {
  epoch: number
  rows: string
  /** When what the database said was asked for, on the machine's steady clock, and after which changes of our own. */
  askedAt: number
  changes: number
  /** Between these moments nothing changes by itself. */
  since: Date
  until: Date
}

/**
 * The epoch as this process counts it: one more whenever the rows in the database are others than before, a Paris day
 * begins, an embargo ends or an event is over. A change made here is known at once, one of another process within a
 * second.
 */
export function contentEpochOf(payload: Payload): ContentEpoch {
  let last: Known | null = null
  let asking: Promise<number> | null = null

  const isAsLong = ({ since, until }: Known, at: Date): boolean => since <= at && at < until

  const known = (): number | null =>
    last && performance.now() - last.askedAt < ASKED_EACH && last.changes === changesHere(payload) && isAsLong(last, now()) ? last.epoch : null

  const ask = async (): Promise<number> => {
    const [askedAt, changes, since] = [performance.now(), changesHere(payload), now()]
    const rows = await readContentEpoch(payload)
    if (last && last.rows === rows && isAsLong(last, since)) last = { ...last, askedAt, changes }
    else last = { epoch: (last?.epoch ?? 0) + 1, rows, askedAt, changes, since, until: await endOf(payload, since) }
    return last.epoch
  }

  const askOnce = (): Promise<number> =>
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

async function endOf(payload: Payload, since: Date): Promise<Date> {
  const midnight = endOfParisDay(parisDay(since))
  const next = await nextOwnChange(payload, since)
  return next && next < midnight ? next : midnight
}
