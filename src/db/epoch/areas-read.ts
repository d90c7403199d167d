import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseDatabaseAdapter, Payload } from 'payload'

/** Hangs on the adapter, since Next's bundle has its own copy of this module and the same adapter. */
const READING = Symbol.for('cpof.areas-read')

type Reading = AsyncLocalStorage<Set<string>>
type WithReading = { [READING]?: Reading }

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

function readingOf(adapter: object): Reading {
  const holder: WithReading = adapter
  return (holder[READING] ??= new AsyncLocalStorage())
}

/** Makes an adapter notice of which collections and globals something is read, relations that Payload follows by itself included. */
export function noticeReads(adapter: Pick<BaseDatabaseAdapter, (typeof READS)[number]>): void {
  const reading = readingOf(adapter)
  for (const name of READS) {
    const read = adapter[name] as (args: { collection?: string; slug?: string; global?: string }) => Promise<unknown>
    const noticed = (args: { collection?: string; slug?: string; global?: string }): Promise<unknown> => {
      reading.getStore()?.add(args.collection ?? args.slug ?? args.global ?? '')
      return read.call(adapter, args)
    }
    Object.assign(adapter, { [name]: noticed })
  }
}

/** Does something, and says of which collections and globals the database was asked meanwhile. */
export async function areasRead<Result>(
  { db }: Pick<Payload, 'db'>,
  run: () => Promise<Result>,
): Promise<{ result: Result; areas: ReadonlySet<string> }> {
  const areas = new Set<string>()
  return { result: await readingOf(db).run(areas, run), areas }
}
