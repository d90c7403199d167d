import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseDatabaseAdapter, Payload } from 'payload'

/** Hangs on the adapter, since Next's bundle has its own copy of this module and the same adapter. */
const FAILED = Symbol.for('cpof.failed-reads')

type Failed = AsyncLocalStorage<{ error: unknown }>
type WithFailed = { [FAILED]?: Failed }

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

function failedOf(adapter: object): Failed {
  const holder: WithFailed = adapter
  return (holder[FAILED] ??= new AsyncLocalStorage())
}

/** A read that Payload refuses before it is made has not failed. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500

/** Makes an adapter notice which reads fail, for those who would not be told. */
export function noticeFailedReads(adapter: Pick<BaseDatabaseAdapter, (typeof READS)[number]>): void {
  const failed = failedOf(adapter)
  for (const name of READS) {
    const read = adapter[name] as (args: unknown) => Promise<unknown>
    const noticed = async (args: unknown): Promise<unknown> => {
      try {
        return await read.call(adapter, args)
      } catch (error) {
        const store = failed.getStore()
        if (store && !isRefusal(error)) store.error ??= error
        throw error
      }
    }
    Object.assign(adapter, { [name]: noticed })
  }
}

/** Does something that hides the errors of the database, and says which was the first; `error` is undefined where none failed. */
export async function withFailedReads<Result>(
  { db }: Pick<Payload, 'db'>,
  run: () => Promise<Result>,
): Promise<{ result: Result; error: unknown }> {
  const store: { error: unknown } = { error: undefined }
  return { result: await failedOf(db).run(store, run), error: store.error }
}
