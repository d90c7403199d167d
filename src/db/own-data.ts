import type { BaseDatabaseAdapter } from 'payload'

/** The adapter's functions that are handed what they write. */
const WRITES = ['create', 'updateOne', 'updateMany', 'updateGlobal', 'upsert'] as const

type Write = { data?: unknown }

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A copy of a document in all its depth; what is no list and no plain object (a date, an id of the driver) stays itself. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf)
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyOf(each)])) : value
}

/**
 * Hands the adapter a copy of what it is to write. Payload's adapter for MongoDB takes `{ $inc: 1 }` and the like out of
 * the object that it is given: a unit of work that starts again with the same object would then count nothing.
 */
export function leaveDataAsGiven(adapter: Pick<BaseDatabaseAdapter, (typeof WRITES)[number]>): void {
  for (const name of WRITES) {
    const write = adapter[name] as (args: Write) => Promise<unknown>
    Object.assign(adapter, {
      [name]: (args: Write): Promise<unknown> => write.call(adapter, { ...args, data: copyOf(args.data) }),
    })
  }
}
