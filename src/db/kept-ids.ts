import { mongo } from 'mongoose'
import type { CollectionConfig, CollectionSlug, Payload, Plugin } from 'payload'
import type { Env } from '../env.ts'
import { cannotOpenMongo, safeMongoUrl } from './mongo-url.ts'
import { moveMark } from './move-mark.ts'

const ASKED = Symbol.for('cpof.kept-ids')

type Holder = { [ASKED]?: Map<string, Promise<boolean>> }

const holder = globalThis as typeof globalThis & Holder

/**
 * Keeps the ids of a database that came from SQLite: they are texts, which journal, links and addresses name. Payload
 * takes them on MongoDB where a collection declares an `id` of its own. A database that began there has ObjectIds, and
 * is left as it is.
 */
export function keptIds(env: Pick<Env, 'CPOF_BUILD' | 'DATABASE_URL' | 'database'>): Plugin {
  return async (config) => {
    if (env.database !== 'mongodb' || env.CPOF_BUILD === '1' || !(await hasKeptIds(env.DATABASE_URL))) return config
    return { ...config, collections: (config.collections ?? []).map(withTextId) }
  }
}

/** Whether the ids of a collection on MongoDB are such texts, and no ObjectIds. */
export const hasTextIds = ({ collections }: Pick<Payload, 'collections'>, slug: CollectionSlug): boolean =>
  collections[slug].customIDType === 'text'

const nobody = () => false

/** First of all fields: Payload looks for it no further than the first list. */
function withTextId(collection: CollectionConfig): CollectionConfig {
  const id = {
    name: 'id',
    type: 'text',
    label: 'ID',
    access: { create: nobody, update: nobody },
    admin: { hidden: true, disabled: true, disableBulkEdit: true },
  } as const
  return { ...collection, fields: [id, ...collection.fields] }
}

/** Asked once a process: each of its bundles builds the configuration for itself, and a database does not change its mind. */
function hasKeptIds(url: string): Promise<boolean> {
  const asked = (holder[ASKED] ??= new Map<string, Promise<boolean>>())
  const known = asked.get(url) ?? ask(url)
  asked.set(url, known)
  known.catch(() => asked.delete(url))
  return known
}

async function ask(url: string): Promise<boolean> {
  const client = new mongo.MongoClient(safeMongoUrl(url))
  try {
    return (await moveMark(client.db())) !== null
  } catch (error) {
    throw cannotOpenMongo(url, error)
  } finally {
    await client.close()
  }
}
