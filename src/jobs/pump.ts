import { setMaxListeners } from 'node:events'
import type { Payload } from 'payload'
import { setDatabaseClock } from '../db/database-clock.ts'
import { errorFacts } from '../lib/error-facts.ts'
import { settingsOf } from '../lib/settings.ts'
import { registerSender } from '../record/wake.ts'
import { freeAbandoned, mendFarMoments, type Outbox } from './leased-rows.ts'

/** Milliseconds after which a sending counts as slow, and gives its place to another. */
const SLOW_MS = 15_000

/** Most rows on their way at the same time, slow ones too. */
const MOST = 24

/** Milliseconds between two measurements of the database's clock, and two looks for moments that lie too far ahead. */
const CLOCK_MS = 60_000

/** Milliseconds that what is on its way has to end when the process stops, before its connections are cut. */
const GRACE_MS = 20_000

/** Milliseconds for what became of those that were cut to be written down. */
const LAST_WORDS_MS = 5_000

const ALIVE = Symbol.for('cpof.senders')

/** What sends the rows of an outbox in one process. */
export type Sender = {
  /** A row may be due: look now. */
  poke: () => void
  /**
   * Claims nothing more, and resolves when what is being sent is sent and recorded. What is still on its way after 20
   * seconds is cut and owed again; within half a minute it is over in any case.
   */
  stop: () => Promise<void>
}

/** How one pump goes; what is left out is as everywhere. */
export type Pace = {
  /** Milliseconds between two looks at the table when nobody pokes. */
  interval?: number
  /** Rows sent at the same time, slow ones aside. */
  parallel?: number
  /** Milliseconds that `stop` leaves to what is on its way. */
  grace?: number
  /** Milliseconds after which a sending counts as slow. */
  slow?: number
}

type Options<Row> = Pace & {
  payload: Payload
  collection: Outbox
  /** Tells this sender from all others, of this process and of others. */
  instance: string
  /** Milliseconds that a row waits at most: a moment further away was written by a clock that was wrong. */
  longestWait: number
  /** Takes one row for this sender alone; null when nothing is due. */
  claim: (underWay: readonly Row[]) => Promise<Row | null>
  /** Sends a row and writes what became of it. */
  work: (row: Row, cut: AbortSignal) => Promise<void>
  /** What is done now and then, whatever is due. */
  tend?: () => Promise<void>
  /** What is logged. */
  says: { held: string; cut: string; failed: string }
}

type UnderWay<Row> = { row: Row; since: number }

/**
 * Sends what an outbox owes: at a poke, and by looking every second, since rows also become due with time or are owed by
 * other processes. With `MAIL=hold` nothing is claimed. Any number may run on one database. On SQLite, where no other
 * process can be alive, rows that a killed one held are freed first.
 */
export function startPump<Row>({
  payload,
  collection,
  instance,
  longestWait,
  claim,
  work,
  tend,
  says,
  interval = 1_000,
  parallel = 6,
  grace = GRACE_MS,
  slow = SLOW_MS,
}: Options<Row>): Sender {
  const inFlight = new Map<Promise<void>, UnderWay<Row>>()
  const alive = sendersOf(payload, collection).add(instance)
  const cut = new AbortController()
  setMaxListeners(MOST, cut.signal)
  const { database, MAIL } = settingsOf(payload)
  const held = MAIL === 'hold'
  let freed = database !== 'sqlite'
  let stopped = false
  let again = false
  let pumping: Promise<void> | null = null
  let clockAt = -Infinity

  const logFailure = (error: unknown): void => payload.logger.error({ msg: says.failed, ...errorFacts(error) })

  const launch = async (): Promise<boolean> => {
    const row = await claim([...inFlight.values()].map((each) => each.row))
    if (!row) return false
    const sending = work(row, cut.signal)
      .catch(logFailure)
      .finally(() => {
        inFlight.delete(sending)
        poke()
      })
    inFlight.set(sending, { row, since: performance.now() })
    return true
  }

  const hasRoom = (): boolean => {
    const quick = [...inFlight.values()].filter(({ since }) => performance.now() - since < slow)
    return !stopped && quick.length < parallel && inFlight.size < MOST
  }

  const pump = async (): Promise<void> => {
    again = false
    if (performance.now() - clockAt >= CLOCK_MS) {
      await setDatabaseClock(payload)
      await mendFarMoments(payload, collection, longestWait)
      clockAt = performance.now()
    }
    await tend?.()
    if (!freed) await freeAbandoned(payload, collection, alive)
    freed = true
    while (hasRoom() && (await launch()));
  }

  const poke = (): void => {
    again = true
    if (held || stopped || pumping) return
    pumping = pump()
      .catch(logFailure)
      .finally(() => {
        pumping = null
        if (again && hasRoom()) poke()
      })
  }

  if (held) payload.logger.warn({ msg: says.held })
  const timer = setInterval(poke, interval)
  const unregister = registerSender(payload, { poke })
  poke()
  return {
    poke,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await atMost(Promise.resolve(pumping), grace)
      if (!(await atMost(Promise.all(inFlight.keys()), grace))) {
        payload.logger.warn({ msg: says.cut, count: inFlight.size })
        cut.abort()
        await atMost(Promise.all(inFlight.keys()), LAST_WORDS_MS)
      }
      alive.delete(instance)
      unregister()
    },
  }
}

/** Waits for something, but not longer. @returns whether it ended in time */
async function atMost(ending: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const ended = await Promise.race([ending.then(() => true), late])
  clearTimeout(timer)
  return ended
}

/** The senders of this process for one outbox. */
function sendersOf(payload: Payload, collection: Outbox): Set<string> {
  const holder: Payload & { [ALIVE]?: Map<Outbox, Set<string>> } = payload
  const all = (holder[ALIVE] ??= new Map<Outbox, Set<string>>())
  const found = all.get(collection) ?? new Set<string>()
  all.set(collection, found)
  return found
}

/** Values that are there so often that the next has to be another. */
export const often = (values: readonly string[], most: number): string[] =>
  [...new Set(values)].filter((each) => values.filter((value) => value === each).length >= most)
