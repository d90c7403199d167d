import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import { firstReason, StartRefused } from '../lib/start-refused.ts'
import { noticeReads } from './areas-read.ts'
import { noticeFailedReads } from './failed-reads.ts'
import { migrations } from './migrations/index.ts'
import { noteCommit, sayContentEpoch, writeInTransactions } from './content-epoch.ts'
import { leaveDataAsGiven } from './own-data.ts'
import { noteSchema, refuseNewerSchema } from './schema-version.ts'

type AdapterObject = ReturnType<typeof mongooseAdapter>

const SAFE_OPTIONS: Readonly<Record<string, string>> = {
  w: 'majority',
  journal: 'true',
  retryWrites: 'true',
  readPreference: 'primary',
  readConcernLevel: 'majority',
  // A server that dies is seen at once; one that freezes, or a line that swallows everything, by the heartbeat: what is
  // under way there is broken off after 7 seconds. Who asks while no server may be asked waits 5 seconds.
  serverSelectionTimeoutMS: '5000',
  heartbeatFrequencyMS: '2000',
  connectTimeoutMS: '5000',
  // The last resort, where heartbeats come and answers do not; making an index at the start may take as long.
  socketTimeoutMS: '30000',
  waitQueueTimeoutMS: '5000',
}

/** The connection string with the options that acknowledged writes need, where it does not name them itself. */
export function safeMongoUrl(url: string): string {
  const [base = '', query = ''] = url.split('?')
  const given = new URLSearchParams(query)
  for (const [name, value] of Object.entries(SAFE_OPTIONS)) if (!given.has(name)) given.set(name, value)
  const withPath = /^mongodb(\+srv)?:\/\/[^/]+$/.test(base) ? `${base}/` : base
  return `${withPath}?${given.toString()}`
}

/** Whether a session of the driver's, which Payload types as the SQL adapters' own, is in a transaction. */
function isInTransaction(session: object | undefined): boolean {
  if (!session || !('inTransaction' in session) || typeof session.inTransaction !== 'function') return false
  return Reflect.apply(session.inTransaction as () => boolean, session, [])
}

/** The name of the release's schema: that of the last migration, on either database. */
const PRESENT = migrations.at(-1)?.name ?? ''

const isMongoose = (adapter: object): adapter is MongooseAdapter => 'ensureIndexes' in adapter

/** An address without the account and the options in it. */
const placeOf = (url: string): string => url.replace(/^mongodb(\+srv)?:\/\//, '').replace(/^[^@/]*@/, '').replace(/\?.*$/, '')

/** Connects only to a database that this release knows, and tells in a sentence why it did not. */
function connectInWords(adapter: object, url: string): void {
  if (!isMongoose(adapter)) throw new Error('This is not the MongoDB adapter')
  const connect = adapter.connect
  if (!connect) throw new Error('The MongoDB adapter lacks connect')
  let refused: Error | null = null
  adapter.afterOpenConnection = async ({ connection }) => {
    try {
      await refuseNewerSchema(connection, PRESENT)
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
      throw new StartRefused(`MongoDB (${placeOf(url)}) could not be opened: ${firstReason(error).replace(/^(Error: cannot connect to MongoDB[.:] *)+(Details: )?/, '')}. Is it running, and is its replica set called so?`, { cause: error })
    }
  }
}

/**
 * Payload's MongoDB adapter with transactions on, indexes made before the first request, and a commit
 * that fails when there is nothing left to commit (a nested call's error had rolled it back).
 */
export function mongo(url: string): AdapterObject {
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
      connectInWords(adapter, url)
      return adapter
    },
  }
}
