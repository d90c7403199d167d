import type { Env } from '../env.ts'
import { mongo } from './mongo.ts'
import { sqlite } from './sqlite.ts'

/** The database adapter that `DATABASE_URL` names. */
export function databaseAdapter(env: Pick<Env, 'DATABASE_URL' | 'database'>) {
  return env.database === 'mongodb' ? mongo(env.DATABASE_URL) : sqlite(env.DATABASE_URL)
}
