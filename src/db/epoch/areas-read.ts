import type { Payload } from 'payload'
import { type Readable, storeOn, wrapReads } from '../around-reads.ts'

const readingOf = (adapter: object) => storeOn<Set<string>>(adapter, Symbol.for('cpof.areas-read'))

/** Makes an adapter notice of which collections and globals something is read, relations that Payload follows by itself included. */
export function noticeReads(adapter: Readable): void {
  const reading = readingOf(adapter)
  wrapReads(adapter, (args, read) => {
    reading.getStore()?.add(args.collection ?? args.slug ?? args.global ?? '')
    return read()
  })
}

/** Does something, and says of which collections and globals the database was asked meanwhile. */
export async function areasRead<Result>(
  { db }: Pick<Payload, 'db'>,
  run: () => Promise<Result>,
): Promise<{ result: Result; areas: ReadonlySet<string> }> {
  const areas = new Set<string>()
  return { result: await readingOf(db).run(areas, run), areas }
}
