import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SanitizedCollectionConfig } from 'payload'
import { createGunzip, createGzip } from 'node:zlib'
import mongoose, { mongo } from 'mongoose'
import { safeMongoUrl } from '../db/mongo-url.ts'
import { moveMark } from '../db/move-mark.ts'
import { HELD_KEY } from './held.ts'
import { relationsIn } from './relations.ts'
import { chainRow, filesOfRow, UPLOADS, type Index, type NamedFile, type Rendition, type Store } from './store.ts'

// `mongo` is the driver that Payload's adapter uses; a package of its own name may be another version, or not there in production.

/** Documents that are written at once. */
const BATCH = 500

/** As the server describes them. */
type Indexes = Record<string, Index[]>
type Dump = { indexes: Indexes; rows: Record<string, number>; files: NamedFile[] }

type Shape = Pick<SanitizedCollectionConfig, 'slug' | 'flattenedFields'>

export type MongoStore = Store & {
  /** Writes every collection as one moment has it, a document a line; returns the indexes, the rows and the files of that moment. */
  dump: (folder: string) => Promise<Dump>
  load: (folder: string, indexes: Indexes) => Promise<void>
  /** Gives what is there another name; returns the names it had. */
  setAside: (stamp: string) => Promise<string[]>
}

/** Where the lines of a collection stand. */
const linesOf = (folder: string, collection: string): string => path.join(folder, `${collection}.jsonl.gz`)

const namesIn = async (db: mongo.Db): Promise<string[]> =>
  (await db.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.') && !name.startsWith('replaced-'))
    .sort()

/** What Payload calls a collection of this slug: Mongoose's plural. */
const collectionOf = (slug: string): string => mongoose.pluralize()?.(slug) ?? slug

/** The MongoDB database as it lies; with the collections of the configuration, relations are looked after as well. */
export async function mongoStore(url: string, shapes: readonly Shape[] = []): Promise<MongoStore> {
  const client = new mongo.MongoClient(safeMongoUrl(url))
  await client.connect()
  const db = client.db()
  const all = (collection: string): Promise<mongo.Document[]> => db.collection(collection).find().toArray()
  return {
    counts: async () =>
      Object.fromEntries(
        await Promise.all(
          (await namesIn(db)).map(async (name) => [name, await db.collection(name).countDocuments()] as const),
        ),
      ),
    journal: async () => (await all(collectionOf('journal'))).map(chainRow),
    files: async () =>
      (
        await Promise.all(
          UPLOADS.map(async (collection) =>
            (await all(collectionOf(collection))).flatMap((row) => filesOfRow(collection, row, renditionsOf(row))),
          ),
        )
      ).flat(),
    migrations: async () => [],
    faults: () => brokenRelations(db, shapes),
    hold: async () => {
      const now = new Date()
      // A text where ids are texts.
      const id = (await moveMark(db)) === null ? new mongo.ObjectId() : randomUUID()
      await db
        .collection<{ _id: mongo.ObjectId | string; key: string }>(collectionOf('counters'))
        .updateOne(
          { key: HELD_KEY },
          { $setOnInsert: { _id: id, key: HELD_KEY, last: 1, createdAt: now, updatedAt: now } },
          { upsert: true },
        )
    },
    dump: async (folder) => {
      const session = client.startSession({ snapshot: true })
      const { indexes, rows, files }: Dump = { indexes: {}, rows: {}, files: [] }
      try {
        for (const name of await namesIn(db)) {
          indexes[name] = (await db.collection(name).indexes())
            .filter((each) => each.name !== '_id_')
            .map(({ v: _v, ...rest }) => ({ ...rest }))
          rows[name] = 0
          const upload = UPLOADS.find((slug) => collectionOf(slug) === name)
          const lines = db
            .collection(name)
            .find({}, { session })
            .map((row) => {
              rows[name] = (rows[name] ?? 0) + 1
              if (upload) files.push(...filesOfRow(upload, row, renditionsOf(row)))
              return `${mongo.BSON.EJSON.stringify(row, { relaxed: false })}\n`
            })
          await pipeline(Readable.from(lines), createGzip(), createWriteStream(linesOf(folder, name), { mode: 0o600 }))
        }
      } finally {
        await session.endSession()
      }
      return { indexes, rows, files }
    },
    load: async (folder, indexes) => {
      for (const [name, wanted] of Object.entries(indexes)) {
        await db.createCollection(name)
        const lines = createInterface({ input: createReadStream(linesOf(folder, name)).pipe(createGunzip()) })
        let batch: mongo.Document[] = []
        const write = async () => {
          if (batch.length > 0) await db.collection(name).insertMany(batch)
          batch = []
        }
        for await (const line of lines) {
          batch.push(mongo.BSON.EJSON.parse(line, { relaxed: false }) as mongo.Document)
          if (batch.length >= BATCH) await write()
        }
        await write()
        if (wanted.length > 0) await db.collection(name).createIndexes(wanted as mongo.IndexDescription[])
      }
    },
    setAside: async (stamp) => {
      const names = await namesIn(db)
      for (const name of names) await db.renameCollection(name, `replaced-${stamp}.${name}`)
      return names
    },
    close: () => client.close(),
  }
}

function renditionsOf(row: mongo.Document): Rendition[] {
  const sizes: unknown = row['sizes']
  if (typeof sizes !== 'object' || sizes === null) return []
  return Object.values(sizes).flatMap((size: unknown) =>
    typeof size === 'object' && size !== null && 'filename' in size
      ? [{ name: size.filename, type: 'mimeType' in size ? size.mimeType : null }]
      : [],
  )
}

async function brokenRelations(db: mongo.Db, shapes: readonly Shape[]): Promise<string[]> {
  const known = new Map<string, Set<string>>()
  for (const { slug } of shapes) {
    const ids = await db
      .collection(collectionOf(slug))
      .find({}, { projection: { _id: 1 } })
      .map(({ _id }) => String(_id))
      .toArray()
    known.set(slug, new Set(ids))
  }
  const faults: string[] = []
  for (const { slug, flattenedFields } of shapes) {
    for await (const row of db.collection(collectionOf(slug)).find()) {
      for (const { path: place, to, id } of relationsIn(flattenedFields, row)) {
        if (known.get(to)?.has(id) === false)
          faults.push(`MongoDB: ${place} of ${String(row._id)} in ${slug} names a row of ${to} that is not there`)
      }
    }
  }
  return faults
}
