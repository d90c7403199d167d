import type { Payload } from 'payload'
import { canonicalJson } from '../../src/lib/canonical.ts'

/** What the adapters write with. */
const WRITES = [
  'create',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'upsert',
  'createVersion',
  'updateVersion',
  'deleteVersions',
] as const

/** Taken by design before the transaction, so that submissions do not wait for each other: gaps are allowed. */
const OUTSIDE = new Set(['counters'])

/** Every row of every collection, by collection and id, as canonical JSON: equal dumps are equal databases. */
export async function dumpOf({ config, db }: Payload): Promise<Record<string, string>> {
  const entries = await Promise.all(
    config.collections
      .filter(({ slug }) => !OUTSIDE.has(slug))
      .map(async ({ slug }) => {
        const { docs } = await db.find<Record<string, unknown>>({
          collection: slug,
          limit: 0,
          pagination: false,
          sort: 'id',
        })
        return docs.map(
          (row) =>
            [
              `${slug} ${String(row['id'])}`,
              canonicalJson(JSON.parse(JSON.stringify(slug === 'staff-sessions' ? unseen(row) : row))),
            ] as const,
        )
      }),
  )
  return Object.fromEntries(entries.flat())
}

/** A session as it was opened: every five minutes its row is told that it is used, whatever is done with it. */
const unseen = (row: Record<string, unknown>): Record<string, unknown> => ({
  ...row,
  lastSeenAt: null,
  updatedAt: null,
})

/** What a dump holds that another does not, either way. */
export function differenceOf(before: Record<string, string>, after: Record<string, string>): string[] {
  const rows = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...rows].filter((row) => before[row] !== after[row]).sort()
}

/** A failure of the machine: nothing that starting again would mend. */
class Injected extends Error {
  override name = 'Injected'
}

type Failure = { afterWrite: number } | 'commit'

/**
 * Runs an act in which something fails: after so many writes, or in place of the commit.
 * @returns whether it failed there, or came to its end with fewer writes, and how many transactions were committed:
 * a second one would be that of a write that forgot the transaction
 */
export async function withFailure(
  { db }: Payload,
  failure: Failure,
  act: () => Promise<unknown>,
): Promise<{ failed: boolean; commits: number }> {
  const kept: Record<string, unknown> = {}
  let written = 0
  let commits = 0
  let failed = false
  const fail = () => {
    failed = true
    throw new Injected('The machine failed here')
  }
  const commit = db.commitTransaction
  kept['commitTransaction'] = commit
  const committing: typeof commit = async (id) => {
    if (failure === 'commit') fail()
    await Reflect.apply(commit, db, [id])
    commits += 1
  }
  Object.assign(db, { commitTransaction: committing })
  if (failure !== 'commit') {
    for (const name of WRITES) {
      const write = db[name] as (args: unknown) => Promise<unknown>
      kept[name] = write
      const counted = async (args: unknown) => {
        const result = await Reflect.apply(write, db, [args])
        written += 1
        return written === failure.afterWrite ? fail() : result
      }
      Object.assign(db, { [name]: counted })
    }
  }
  try {
    await act()
  } catch (error) {
    if (!failed) throw error
  } finally {
    Object.assign(db, kept)
  }
  return { failed, commits }
}
