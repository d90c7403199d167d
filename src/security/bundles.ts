import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'

/** Rows that one process opens in a minute for what strangers can cause; what is beyond shares one row a type. */
const MOST_ROWS = 60
const MINUTE = 60_000

/** What comes again and again, by what makes it the same. */
export type Bundled = { type: string; key: string }

type Row = { id: Promise<string | number | null>; count: number; stored: number }
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
export function bundle(payload: Payload, { type, key }: Bundled, store: (shared: boolean) => Promise<string | number>): void {
  const minute = currentMinute(payload)
  const own = `${type}|${key}`
  const shared = !minute.rows.has(own) && minute.rows.size >= MOST_ROWS
  const name = shared ? `${type}|*` : own
  const row = minute.rows.get(name)
  if (row) {
    row.count += 1
    return
  }
  const id = outside(() => store(shared)).catch((error: unknown) => {
    payload.logger.error({ msg: 'A security event could not be noted', type, error: error instanceof Error && 'code' in error ? error.code : typeof error })
    return null
  })
  minute.rows.set(name, { id, count: 1, stored: 1 })
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
    const id = await row.id
    const { count } = row
    if (id === null || count === row.stored) continue
    try {
      await outside(() => payload.db.updateOne({ collection: 'security-events', id, data: { count, until: now().toISOString() }, returning: false }))
      row.stored = count
    } catch (error) {
      payload.logger.error({ msg: 'Counts of security events could not be noted', error: error instanceof Error && 'code' in error ? error.code : typeof error })
    }
  }
}
