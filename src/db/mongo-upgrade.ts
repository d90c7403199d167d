import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { carryListKeysOnMongo } from './carry-list-keys.ts'
import { StartRefused } from '../lib/start-refused.ts'

type Connection = MongooseAdapter['connection']
type Database = NonNullable<Connection['db']>

/** A change of what is stored on MongoDB, by the name of the SQLite migration that it goes with. */
type Step = { name: string; up: (db: Database) => Promise<void> }

/**
 * What a release changed of what others stored, oldest first. Each may be run again from its beginning: whoever runs it
 * may be ended, and another instance may start beside it.
 */
const STEPS: readonly Step[] = [
  { name: '20261130_094919_rounds', up: nameRounds },
  { name: '20261130_134615_subjects', up: nameSubjects },
  { name: '20261130_210400_list_keys', up: carryListKeysOnMongo },
]

/**
 * Brings a database to the schema of this release before any index of it is made, and before any row is read. No instance
 * of the release before may run beside it.
 * @param written the schema that the database was written with last; undefined for a new database, or one of a release
 *   that did not say
 */
export async function upgradeMongo({ db }: Connection, written: string | undefined): Promise<void> {
  if (!db) throw new Error('The connection to MongoDB has no database')
  for (const { name, up } of STEPS) {
    if (written === undefined || written < name) await up(db)
  }
}

/** Ballots are called rounds, a vote names its round, and an application its current round; what nobody read goes. */
async function nameRounds(db: Database): Promise<void> {
  await nameCollection(db, 'ballots', 'rounds')
  await dropIndexesOn(db, 'votes', 'ballot')
  await dropIndexesOn(db, 'adhesions', 'ballot')
  await db.collection('votes').updateMany({ ballot: { $exists: true } }, { $rename: { ballot: 'round' } })
  await db.collection('adhesions').updateMany({ ballot: { $exists: true } }, { $rename: { ballot: 'currentRound' } })
  await db.collection('adhesions').updateMany({ openedBy: { $exists: true } }, { $unset: { openedBy: '' } })
  for (const [from, to] of [
    ['tally.voicesToCome', 'tally.votesToCome'],
    ['session.voices', 'session.votes'],
  ] as const)
    await db.collection('rounds').updateMany({ [from]: { $exists: true } }, { $rename: { [from]: to } })
}

/** Rounds and votes name their subject, whatever its kind, in place of an application. */
async function nameSubjects(db: Database): Promise<void> {
  await dropIndexesOn(db, 'rounds', 'adhesion')
  await dropIndexesOn(db, 'votes', 'adhesion')
  const subject = { $concat: ['adhesion:', { $toString: '$adhesion' }] }
  for (const collection of ['rounds', 'votes'])
    await db
      .collection(collection)
      .updateMany({ adhesion: { $exists: true } }, [{ $set: { subject } }, { $unset: 'adhesion' }])
}

const hasCollection = async (db: Database, name: string): Promise<boolean> =>
  (await db.listCollections({ name }, { nameOnly: true }).toArray()).length > 0

/** Renames a collection in one step; an empty one of the new name, which Mongoose makes as it connects, gives way. */
async function nameCollection(db: Database, from: string, to: string): Promise<void> {
  if (!(await hasCollection(db, from))) return
  try {
    if ((await db.collection(to).countDocuments({}, { limit: 1 })) > 0)
      throw new StartRefused(
        `The database holds both ${from} and ${to}: an instance of the release before is still at work. Stop every one of them, and ask for help before you start this one. Nothing was changed.`,
      )
    await db.collection(from).rename(to, { dropTarget: true })
  } catch (error) {
    // Unless another instance, which starts beside this one, was faster.
    if (await hasCollection(db, from)) throw error
  }
}

/** The unique ones would take all rows without the field for rows of one value. */
async function dropIndexesOn(db: Database, collection: string, field: string): Promise<void> {
  if (!(await hasCollection(db, collection))) return
  for (const { name, key } of await db.collection(collection).indexes()) {
    if (name !== undefined && Object.hasOwn(key, field)) await db.collection(collection).dropIndex(name)
  }
}
