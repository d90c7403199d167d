import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import { v7 as uuidv7 } from 'uuid'
import { StartRefused } from '../lib/start-refused.ts'
import { noticeReads } from './epoch/areas-read.ts'
import { noticeFailedReads } from './failed-reads.ts'
import { migrations } from './migrations/index.ts'
import { noteCommit, sayContentEpoch, writeInTransactions } from './epoch/content-epoch.ts'
import { cannotOpenMongo, safeMongoUrl } from './mongo-url.ts'
import { upgradeMongo } from './mongo-upgrade.ts'
import { moveMark, refuseHalfMoved } from './move-mark.ts'
import { hasTextIds } from './kept-ids.ts'
import { leaveDataAsGiven } from './own-data.ts'
import { noteSchema, refuseNewerSchema } from './schema-version.ts'

type AdapterObject = ReturnType<typeof mongooseAdapter>

/** Whether a session of the driver's, which Payload types as the SQL adapters' own, is in a transaction. */
function isInTransaction(session: object | undefined): boolean {
  if (!session || !('inTransaction' in session) || typeof session.inTransaction !== 'function') return false
  return Reflect.apply(session.inTransaction as () => boolean, session, [])
}

/** The name of the release's schema: that of the last migration, on either database. */
const PRESENT = migrations.at(-1)?.name ?? ''

/** Whether an adapter is Payload's for MongoDB. */
export const isMongoose = (adapter: object): adapter is MongooseAdapter => 'ensureIndexes' in adapter

/** Connects only to a database that this release knows, and tells in a sentence why it did not. */
function connectInWords(adapter: object, url: string, mayBeCopying: boolean): void {
  if (!isMongoose(adapter)) throw new Error('This is not the MongoDB adapter')
  const connect = adapter.connect
  if (!connect) throw new Error('The MongoDB adapter lacks connect')
  let refused: Error | null = null
  adapter.afterOpenConnection = async ({ connection }) => {
    try {
      if (!mayBeCopying) refuseHalfMoved(await moveMark(connection.getClient().db()))
      const written = await refuseNewerSchema(connection, PRESENT)
      await upgradeMongo(connection, written)
    } catch (error) {
      if (error instanceof StartRefused) refused = error
      throw error
    }
  }
  adapter.connect = async (options) => {
    try {
      await connect.call(adapter, options)
      await noteSchema(adapter.connection, PRESENT)
    } catch (error) {
      await adapter.connection?.close().catch(() => undefined)
      if (refused !== null) throw refused
      throw cannotOpenMongo(url, error)
    }
  }
}

/** Where ids are texts of ours (`kept-ids.ts`), a new row gets one as on SQLite. */
function giveIds(adapter: Pick<MongooseAdapter, 'create' | 'payload'>): void {
  const create = adapter.create
  adapter.create = (args) => {
    return create.call(
      adapter,
      hasTextIds(adapter.payload, args.collection) ? { ...args, data: { ...args.data, id: uuidv7() } } : args,
    )
  }
}

type Options = {
  /** For the one who moves: anybody else is refused where a move has not come to its end. */
  mayBeCopying?: boolean
}

/**
 * Payload's MongoDB adapter with transactions on, indexes made before the first request, and a commit
 * that fails when there is nothing left to commit (a nested call's error had rolled it back).
 */
export function mongo(url: string, { mayBeCopying = false }: Options = {}): AdapterObject {
  const base = mongooseAdapter({
    url: safeMongoUrl(url),
    // Mongoose would keep what it is asked meanwhile for ten seconds of its own; the driver waits by the times above.
    connectOptions: { bufferCommands: false },
    ensureIndexes: true,
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } },
  })
  return {
    ...base,
    init: ({ payload }) => {
      const adapter = base.init({ payload })
      leaveDataAsGiven(adapter)
      giveIds(adapter)
      sayContentEpoch(adapter)
      noticeReads(adapter)
      noticeFailedReads(adapter)
      const commit = adapter.commitTransaction
      adapter.commitTransaction = async (id) => {
        const known = await id
        const session = adapter.sessions?.[String(known)]
        if (known === undefined || known === null || !isInTransaction(session)) {
          throw new Error('This transaction was rolled back before its commit')
        }
        await commit.call(adapter, known)
        noteCommit(adapter, session)
      }
      writeInTransactions(adapter)
      connectInWords(adapter, url, mayBeCopying)
      return adapter
    },
  }
}
