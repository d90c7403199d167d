import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { buildVersionCollectionFields, buildVersionGlobalFields, type FlattenedField, type Payload } from 'payload'
import { hasTextIds } from '../db/kept-ids.ts'
import { isMongoose } from '../db/mongo.ts'
import { isMovedKey } from '../db/moved-file.ts'
import { canonicalJson } from '../lib/canonical.ts'
import { derivedId } from './derived-id.ts'
import { SafekeepingRefused } from './errors.ts'
import { essence, portable, type Row } from './portable.ts'
import { UPLOADS } from './store.ts'

/** Rows that are read and written at once. */
const BATCH = 250

/** As much of a model of Mongoose's as is asked for. */
type Model = {
  new (row: object, fields: undefined, options: { defaults: boolean }): object
  insertMany: (rows: object[], options: { timestamps: boolean }) => Promise<unknown>
  collection: { collectionName: string }
}

/** What is moved as one: a collection, or the versions of one. */
export type Part = {
  /** Its table on SQLite, and its collection on MongoDB. */
  table: string
  collection: string
  copy: () => Promise<void>
  /** @throws SafekeepingRefused when a row is not on the other side what it was on this */
  compare: () => Promise<void>
}

type Shape = {
  table: string
  model: Model
  fields: readonly FlattenedField[]
  /** Whether the id is kept as it is. */
  keepsId: boolean
  page: (page: number) => Promise<readonly Row[]>
  there: (ids: readonly string[]) => Promise<readonly Row[]>
  /** What changes by the move. */
  changed?: (row: Row) => Row
  /** What stays behind. */
  stays?: (row: Row) => boolean
}

/** What Payload calls the table of a collection or a global. */
export const tableOf = (slug: string): string => slug.replaceAll('-', '_')

/** The adapter of MongoDB behind a Payload. */
function mongooseOf({ db }: Payload): MongooseAdapter {
  if (!isMongoose(db)) throw new Error('This is not the MongoDB adapter')
  return db
}

type Two = {
  source: Payload
  target: Payload
  /** Whether uploads go from a folder to a bucket, where what tells them apart is a key in the row. */
  intoBucket: boolean
}

/** Everything that is moved but globals, in the order of the configuration. What migrations were applied is SQLite's own. */
export function partsOf({ source, target, intoBucket }: Two): Part[] {
  const adapter = mongooseOf(target)
  const all = { where: {}, limit: BATCH, pagination: false, sort: 'id' } as const
  const named = (ids: readonly string[]) => ({ where: { id: { in: [...ids] } }, limit: ids.length, pagination: false })
  const modelOf = (models: Record<string, Model>, slug: string): Model => {
    const model = models[slug]
    if (!model) throw new Error(`There is no model of ${slug}`)
    return model
  }
  const shapes = source.config.collections
    .filter(({ slug }) => slug !== 'payload-migrations')
    .flatMap((config): Shape[] => {
      const { slug } = config
      const own: Shape = {
        table: tableOf(slug),
        model: modelOf(adapter.collections, slug),
        fields: config.flattenedFields,
        keepsId: hasTextIds(target, slug),
        page: async (page) => (await source.db.find<Row>({ collection: slug, ...all, page })).docs,
        there: async (ids) => (await target.db.find<Row>({ collection: slug, ...named(ids) })).docs,
        ...(intoBucket && UPLOADS.some((each) => each === slug) ? { changed: withKey } : {}),
        ...(slug === 'counters' ? { stays: ({ key }: Row) => isMovedKey(key) } : {}),
      }
      if (!config.versions) return [own]
      const versions: Shape = {
        table: `_${tableOf(slug)}_v`,
        model: modelOf(adapter.versions, slug),
        fields: buildVersionCollectionFields(source.config, config, true),
        keepsId: false,
        page: async (page) => (await source.db.findVersions<Row>({ collection: slug, ...all, page })).docs.map(asRow),
        there: async (ids) => (await target.db.findVersions<Row>({ collection: slug, ...named(ids) })).docs.map(asRow),
      }
      return [own, versions]
    })
  const globals = source.config.globals
    .filter(({ versions }) => versions)
    .map(
      (config): Shape => ({
        table: `_${tableOf(config.slug)}_v`,
        model: modelOf(adapter.versions, config.slug),
        fields: buildVersionGlobalFields(source.config, config, true),
        keepsId: false,
        page: async (page) =>
          (await source.db.findGlobalVersions<Row>({ global: config.slug, ...all, page })).docs.map(asRow),
        there: async (ids) =>
          (await target.db.findGlobalVersions<Row>({ global: config.slug, ...named(ids) })).docs.map(asRow),
      }),
    )
  return [...shapes, ...globals].map(partOf)
}

const asRow = (version: { id: string | number }): Row => ({ ...version, id: String(version.id) })

/** A file that lay in a folder of its collection lies under a key of its row, as the storage plugin writes one. */
const withKey = (row: Row): Row =>
  typeof row['_objectKey'] === 'string' && row['_objectKey'] !== '' ? row : { ...row, _objectKey: row.id }

function partOf({
  table,
  model: Model,
  fields,
  keepsId,
  page,
  there,
  changed = (row) => row,
  stays = () => false,
}: Shape): Part {
  const idOf = (id: string) => (keepsId ? id : derivedId(id))
  async function* batches(): AsyncGenerator<Row[]> {
    for (let number = 1; ; number += 1) {
      const rows = await page(number)
      if (rows.length > 0) yield rows.filter((row) => !stays(row)).map(changed)
      if (rows.length < BATCH) return
    }
  }
  return {
    table,
    collection: Model.collection.collectionName,
    copy: async () => {
      for await (const rows of batches()) {
        const documents = rows.map(
          (row) => new Model({ ...portable(fields, row), _id: idOf(row.id) }, undefined, { defaults: false }),
        )
        await Model.insertMany(documents, { timestamps: false })
      }
    },
    compare: async () => {
      for await (const rows of batches()) {
        const found = new Map((await there(rows.map(({ id }) => String(idOf(id))))).map((row) => [String(row.id), row]))
        for (const row of rows) {
          const copy = found.get(String(idOf(row.id)))
          if (!copy || !saySame(fields, row, copy)) throw differs(`${table} ${row.id}`, copy)
        }
      }
    },
  }
}

const saySame = (fields: readonly FlattenedField[], one: object, other: object): boolean =>
  canonicalJson(essence(fields, { ...one })) === canonicalJson(essence(fields, { ...other }))

const differs = (what: string, copy: object | undefined): SafekeepingRefused =>
  new SafekeepingRefused(
    `${what} ${copy ? 'is not in MongoDB what it is in SQLite' : 'is missing in MongoDB'}. The copy was given up; this installation is as it was.`,
  )

/** Moves the globals, and compares them. */
export async function moveGlobals({ source, target }: Pick<Two, 'source' | 'target'>): Promise<void> {
  const Globals: Model | null = mongooseOf(target).globals
  for (const { slug, flattenedFields } of source.config.globals) {
    const row = await source.db.findGlobal<Row>({ slug, where: {} })
    if (typeof row.id !== 'string' || Globals === null) continue
    await Globals.insertMany(
      [
        new Globals({ ...portable(flattenedFields, row), _id: derivedId(row.id), globalType: slug }, undefined, {
          defaults: false,
        }),
      ],
      { timestamps: false },
    )
    const copy = await target.db.findGlobal<Row>({ slug, where: {} })
    if (!saySame(flattenedFields, row, copy)) throw differs(`The global ${slug}`, copy)
  }
}
