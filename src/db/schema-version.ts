import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { StartRefused } from '../lib/start-refused.ts'

type Connection = MongooseAdapter['connection']

/** Beside the collections of Payload's: one row that says which release wrote the database last. */
const rows = (connection: Connection) => connection.db?.collection<{ _id: string; version: string }>('cpof-schema')
const ROW = { _id: 'schema' }

/**
 * Refuses a database that a newer release wrote: this one would lose what it does not know. Asked before anything of it
 * is changed.
 * @param present the name of the last migration of this release, which begins with its date
 * @returns the schema that it was written with last; undefined where nobody said
 * @throws StartRefused then
 */
export async function refuseNewerSchema(connection: Connection, present: string): Promise<string | undefined> {
  const row = await rows(connection)?.findOne(ROW)
  const found = row?.version
  if (found === undefined || found <= present) return found
  throw new StartRefused(
    `The database was written by a newer release (${found}), and this one (${present}) would lose what it does not know: start the newer one, or put back a backup. Nothing was changed.`,
  )
}

/** Notes that this release has written the database, and never that an older one has. */
export async function noteSchema(connection: Connection, present: string): Promise<void> {
  await rows(connection)?.updateOne(ROW, { $max: { version: present } }, { upsert: true })
}
