import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseDatabaseAdapter } from 'payload'

/** The methods by which Payload reads from a database. */
const READS = [
  'find',
  'findOne',
  'findDistinct',
  'findGlobal',
  'findVersions',
  'findGlobalVersions',
  'queryDrafts',
  'count',
] as const

export type Readable = Pick<BaseDatabaseAdapter, (typeof READS)[number]>

/** What a read is told: of a collection by its name, of a global by its own. */
export type ReadArgs = { collection?: string; slug?: string; global?: string }

/** Wraps every method by which an adapter reads, those that Payload calls by itself included. */
export function wrapReads(
  adapter: Readable,
  around: (args: ReadArgs, read: () => Promise<unknown>) => Promise<unknown>,
): void {
  for (const name of READS) {
    const read = adapter[name] as (args: ReadArgs) => Promise<unknown>
    Object.assign(adapter, { [name]: (args: ReadArgs) => around(args, () => read.call(adapter, args)) })
  }
}

/**
 * Returns the store of an adapter that a symbol of `Symbol.for` names. It hangs on the adapter, since Next's bundle has its
 * own copy of this module and the same adapter.
 */
export function storeOn<Kept>(adapter: object, symbol: symbol): AsyncLocalStorage<Kept> {
  const holder = adapter as Record<symbol, AsyncLocalStorage<Kept> | undefined>
  return (holder[symbol] ??= new AsyncLocalStorage())
}
