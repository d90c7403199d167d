import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'

const OFFSET = Symbol.for('cpof.database-clock')

type WithOffset = { [OFFSET]?: number }

/**
 * The present moment by the clock of the database, by which processes on several machines lease work from each other:
 * ours, set right by what {@link setDatabaseClock} measured last. On SQLite, which one process alone opens, it is ours.
 */
export function databaseNow(payload: object): Date {
  const holder: WithOffset = payload
  return new Date(now().getTime() + (holder[OFFSET] ?? 0))
}

/**
 * Measures how far the database's clock is ahead of this machine's, to half of the time that asking takes. What was
 * measured before stays where the database does not answer.
 * @returns milliseconds; 0 on SQLite
 */
export async function setDatabaseClock(payload: Payload): Promise<number> {
  const database: unknown = Reflect.get(payload.db, 'connection')
  if (!isConnection(database)) return 0
  const asked = Date.now()
  const { localTime } = await database.db.admin().command({ hello: 1 })
  if (!(localTime instanceof Date)) return 0
  const offset = localTime.getTime() - (asked + Date.now()) / 2
  const holder: Payload & WithOffset = payload
  holder[OFFSET] = offset
  return offset
}

/** As much of mongoose's connection as is asked for. */
type Connection = { db: { admin: () => { command: (command: object) => Promise<{ localTime?: unknown }> } } }

const isConnection = (value: unknown): value is Connection =>
  typeof value === 'object' &&
  value !== null &&
  'db' in value &&
  typeof value.db === 'object' &&
  value.db !== null &&
  'admin' in value.db
