import type { Payload } from 'payload'
import { type Readable, storeOn, wrapReads } from './around-reads.ts'

const failedOf = (adapter: object) => storeOn<{ error: unknown }>(adapter, Symbol.for('cpof.failed-reads'))

/** A read that Payload refuses before it is made has not failed. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500

/** Makes an adapter notice which reads fail, for those who would not be told. */
export function noticeFailedReads(adapter: Readable): void {
  const failed = failedOf(adapter)
  wrapReads(adapter, async (_args, read) => {
    try {
      return await read()
    } catch (error) {
      const store = failed.getStore()
      if (store && !isRefusal(error)) store.error ??= error
      throw error
    }
  })
}

/** Does something that hides the errors of the database, and says which was the first; `error` is undefined where none failed. */
export async function withFailedReads<Result>(
  { db }: Pick<Payload, 'db'>,
  run: () => Promise<Result>,
): Promise<{ result: Result; error: unknown }> {
  const store: { error: unknown } = { error: undefined }
  return { result: await failedOf(db).run(store, run), error: store.error }
}
