import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload } from 'payload'
import { backOff, isTransient } from '../db/retry.ts'
import { now } from '../lib/clock.ts'

/** Rows that one process opens in a minute for what strangers can cause; what is beyond shares one row a type. */
const MOST_ROWS = 60
const MINUTE = 60_000
/** A row that meets another writer is written again so often: for a second and more. */
const MOST_ATTEMPTS = 7
/** Milliseconds for which a row that could not be written is let be: a flood must not become one of attempts. */
const REST = 5_000

/** What comes again and again, by what makes it the same. */
export type Bundled = { type: string; key: string }

type Id = string | number
/** `count` is what happened, `stored` how much of it the row says. Until it is written there is no `id`, and `make` writes it. */
type Row = {
  id: Id | null
  make: () => Promise<void>
  making: Promise<void> | null
  notBefore: number
  count: number
  stored: number
}
type Minute = { minute: number; rows: Map<string, Row>; timer: NodeJS.Timeout | null }

const HELD = Symbol.for('cpof.security-bundles')
/**
 * Outside of every transaction: a refusal is noted beside the work that it ends, never in it. Taken when the module is
 * loaded, when none is open.
 */
const outside = AsyncLocalStorage.snapshot()

type Holder = { [HELD]?: Minute }

/**
 * Notes something that a stranger may cause as often as they like: the first of its kind in a minute is a row, what
 * follows is counted in memory and added to it when the minute is over. So an attack writes a bounded number of rows.
 * @param store makes the row, `shared` when it stands for several kinds together
 */
export function bundle(payload: Payload, { type, key }: Bundled, store: (shared: boolean) => Promise<Id>): void {
  const minute = currentMinute(payload)
  const own = `${type}|${key}`
  const shared = !minute.rows.has(own) && minute.rows.size >= MOST_ROWS
  const name = shared ? `${type}|*` : own
  const row = minute.rows.get(name)
  if (row) {
    row.count += 1
    if (performance.now() >= row.notBefore) void row.make()
    return
  }
  const fresh: Row = {
    id: null,
    make: () => (fresh.id === null ? (fresh.making ??= makeRow()) : Promise.resolve()),
    making: null,
    notBefore: 0,
    count: 1,
    stored: 1,
  }
  const makeRow = async () => {
    try {
      fresh.id = await outside(() => written(() => store(shared)))
    } catch (error) {
      payload.logger.error({ msg: 'A security event could not be noted', type, err: error })
      fresh.notBefore = performance.now() + REST
    } finally {
      fresh.making = null
    }
  }
  minute.rows.set(name, fresh)
  void fresh.make()
}

/** Writes again what failed for a passing reason: another writer, a primary that changes, an index that is being made. */
async function written(store: () => Promise<Id>): Promise<Id> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store()
    } catch (error) {
      if (!isTransient(error) || attempt >= MOST_ATTEMPTS) throw error
      await backOff(attempt)
    }
  }
}

/** Writes what was counted in memory so far. */
export async function settleBundles(payload: Payload): Promise<void> {
  const held = (payload as Payload & Holder)[HELD]
  if (held) await settle(payload, held)
}

function currentMinute(payload: Payload & Holder): Minute {
  const minute = Math.floor(now().getTime() / MINUTE)
  const held = payload[HELD]
  if (held?.minute === minute) return held
  const fresh: Minute = { minute, rows: new Map(), timer: null }
  payload[HELD] = fresh
  if (held) void settle(payload, held)
  fresh.timer = outside(() => setTimeout(() => void settle(payload, fresh), MINUTE))
  fresh.timer.unref()
  return fresh
}

async function settle(payload: Payload, { rows }: Minute): Promise<void> {
  for (const row of rows.values()) {
    await row.make()
    const { id, count } = row
    if (id === null || count === row.stored) continue
    try {
      await outside(() =>
        written(async () => {
          await payload.db.updateOne({
            collection: 'security-events',
            id,
            data: { count, until: now().toISOString() },
            returning: false,
          })
          return id
        }),
      )
      row.stored = count
    } catch (error) {
      payload.logger.error({ msg: 'Counts of security events could not be noted', err: error })
    }
  }
}
