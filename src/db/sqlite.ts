import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createClient, type Client } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { Mutex } from 'async-mutex'
import { drizzle } from 'drizzle-orm/libsql'
import type { Payload } from 'payload'
import { fileOfUrl, urlOfFile } from '../lib/file-url.ts'
import { noticeReads } from './epoch/areas-read.ts'
import { noteCommit, sayContentEpoch, withTransaction } from './epoch/content-epoch.ts'
import { noticeFailedReads } from './failed-reads.ts'
import { lockFile, realFile, unlockFile } from './lock.ts'
import { migrations } from './migrations/index.ts'
import { bringToPresent } from './upgrade.ts'

/** A transaction open longer than this is rolled back, so that a forgotten one cannot stop the house. */
const LONGEST_TRANSACTION_MS = 30_000

type AdapterObject = ReturnType<typeof sqliteAdapter>
type Adapter = ReturnType<AdapterObject['init']>
type Open = { id: string; release: () => void; timer: NodeJS.Timeout }

const WRITES = [
  'create',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'upsert',
  'createGlobal',
  'updateGlobal',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'createGlobalVersion',
  'updateGlobalVersion',
] as const

type Options = {
  /** For the one who moved it: nobody else opens what was moved. */
  mayBeMoved?: boolean
}

/**
 * Payload's SQLite adapter with transactions that hold: one writing connection behind an in-process
 * mutex, reads on another (WAL), commit errors that reach the caller, writes outside a transaction in
 * one of their own. Payload's own begin/commit opens a connection each time and swallows commit errors.
 */
export function sqlite(url: string, options: Options = {}): AdapterObject {
  const file = realFile(fileOfUrl(url))
  const base = sqliteAdapter({
    client: { url: urlOfFile(file) },
    idType: 'uuidv7',
    transactionOptions: {},
    push: false,
    wal: { synchronous: 'FULL' },
    busyTimeout: 5_000,
    migrationDir: path.resolve('src/db/migrations'),
  })
  return {
    ...base,
    init: ({ payload }: { payload: Payload }) => withRealTransactions(base.init({ payload }), file, options),
  }
}

/** SQLite has rolled back by itself, as it does when the disk is full. */
const isNothingToRollBack = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('no transaction is active')

function withRealTransactions(adapter: Adapter, file: string, options: Options): Adapter {
  const mutex = new Mutex()
  const context = new AsyncLocalStorage<{ id: string }>()
  let writing: Client | null = null
  let open: Open | null = null
  sayContentEpoch(adapter)
  noticeReads(adapter)
  noticeFailedReads(adapter)

  const writer = (): Client => {
    if (!writing) throw new Error('The database is not connected')
    return writing
  }

  // Made once: it goes through the whole schema, and what it makes knows of no transaction.
  let queries: ReturnType<typeof drizzle> | null = null
  const queriesOfWriter = () => (queries ??= drizzle(writer(), { schema: adapter.schema }))

  const begin = async (): Promise<string> => {
    const outer = context.getStore()
    if (outer && open?.id === outer.id) {
      throw new Error('A nested call lacks `req`: it would wait for the transaction it runs in. Pass req on.')
    }
    const id = randomUUID()
    context.enterWith({ id })
    await adapter.initializing
    const release = await mutex.acquire()
    try {
      await writer().execute('BEGIN IMMEDIATE')
    } catch (error) {
      release()
      throw error
    }
    const timer = setTimeout(() => {
      adapter.payload.logger.error({ msg: 'A transaction was open too long and was rolled back', transaction: id })
      void end(id, 'ROLLBACK')
    }, LONGEST_TRANSACTION_MS)
    timer.unref()
    open = { id, release, timer }
    adapter.sessions[id] = { db: queriesOfWriter(), reject: async () => {}, resolve: async () => {} } as never
    return id
  }

  const end = async (id: string, statement: 'COMMIT' | 'ROLLBACK'): Promise<boolean> => {
    if (open?.id !== id) return false
    const { release, timer } = open
    clearTimeout(timer)
    const session = adapter.sessions[id]
    delete adapter.sessions[id]
    try {
      await writer().execute(statement)
      if (statement === 'COMMIT') noteCommit(adapter, session)
    } catch (error) {
      // What failed first is what is told: a full disk has rolled back by itself, and says so of a second attempt alone.
      if (statement === 'COMMIT') await undo()
      else if (writer().closed || !isNothingToRollBack(error)) throw error
      else return true
      throw error
    } finally {
      open = null
      release()
    }
    return true
  }

  const undo = async (): Promise<void> => {
    try {
      await writer().execute('ROLLBACK')
    } catch (error) {
      if (!isNothingToRollBack(error))
        adapter.payload.logger.error({ err: error, msg: 'A failed commit could not be rolled back' })
    }
  }

  adapter.beginTransaction = begin
  adapter.commitTransaction = async (id) => {
    const resolved = String(await id)
    if (!(await end(resolved, 'COMMIT'))) throw new Error('This transaction was rolled back before its commit')
  }
  adapter.rollbackTransaction = async (id) => {
    await end(String(await id), 'ROLLBACK')
  }

  for (const name of WRITES) {
    const write = adapter[name] as (args: { req?: { transactionID?: unknown } }) => Promise<unknown>
    const guarded = async (args: { req?: { transactionID?: unknown } }) => {
      const given = (await args.req?.transactionID) as string | number | null | undefined
      if (given !== undefined && given !== null) {
        if (adapter.sessions[String(given)] === undefined) throw new Error(`${name}: this transaction has ended`)
        return write.call(adapter, args)
      }
      return context.run({ id: '' }, async () => {
        const id = await begin()
        try {
          const result = await write.call(adapter, { ...args, req: withTransaction(args.req ?? {}, id) })
          await end(id, 'COMMIT')
          return result
        } catch (error) {
          await end(id, 'ROLLBACK').catch((second: unknown) =>
            adapter.payload.logger.error({ err: second, msg: 'A failed write could not be rolled back' }),
          )
          throw error
        }
      })
    }
    Object.assign(adapter, { [name]: guarded })
  }

  /** Brings the write-ahead log into the file, so that the file alone is the whole database once this process has ended. */
  const endLog = async (): Promise<void> => {
    if (!writing) return
    try {
      const {
        rows: [row],
      } = await writing.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      if (row?.['busy'] !== 0)
        adapter.payload.logger.warn({
          msg: 'Another program reads the database: copy its -wal file with it, or stop that program first',
        })
    } catch (error) {
      adapter.payload.logger.error({
        err: error,
        msg: 'The write-ahead log could not be brought into the database file',
      })
    }
  }

  const connect = adapter.connect
  if (!connect) throw new Error('The SQLite adapter lacks connect')
  adapter.connect = async (...args) => {
    lockFile(file)
    if (!writing) await bringToPresent(file, migrations, options)
    await connect.apply(adapter, args)
    writing ??= createClient({ url: urlOfFile(file) })
    await writer().execute('PRAGMA busy_timeout = 5000')
    await writer().execute('PRAGMA synchronous = FULL')
  }
  const destroy = adapter.destroy
  adapter.destroy = async () => {
    await endLog()
    await destroy?.call(adapter)
    writing?.close()
    writing = null
    queries = null
    adapter.client.close()
    unlockFile(file)
  }
  return adapter
}
