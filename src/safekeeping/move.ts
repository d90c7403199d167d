import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { BasePayload, type Payload, type SanitizedConfig } from 'payload'
import { lookAt } from '../db/file-state.ts'
import { lockFile, realFile, unlockFile } from '../db/lock.ts'
import { mongo } from '../db/mongo.ts'
import { patientMongoUrl } from '../db/mongo-url.ts'
import { sqlite } from '../db/sqlite.ts'
import { isUnavailable } from '../db/unavailable.ts'
import type { Env } from '../env.ts'
import { fileOfUrl } from '../lib/file-url.ts'
import { sha256 } from '../lib/hash.ts'
import { firstReason } from '../lib/start-refused.ts'
import { verifySubjects } from '../record/journal-export.ts'
import { check, isOrphan, type Checked } from './check.ts'
import { SafekeepingRefused } from './errors.ts'
import { mongoStore } from './mongo-store.ts'
import { moveGlobals, partsOf, tableOf, type Part } from './move-parts.ts'
import { moveSource, type MoveSource } from './move-source.ts'
import { moveTarget, type MoveTarget } from './move-target.ts'
import { shelfOf } from './shelf.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

type Options = {
  /** The settings that the installation has. */
  from: Env
  /** Those that it will have. */
  to: Env
  /** The configuration by the settings that it will have: read once the move has begun, since ids follow from that. */
  configure: () => Promise<SanitizedConfig>
  /** What goes on, for whoever waits. */
  say: (line: string) => void | Promise<void>
}

export type Move = {
  place: string
  /** Rows of each collection that has any. */
  rows: Record<string, number>
  checked: Checked
  /** What was wrong before, and still is. */
  faults: string[]
}

type Sides = Options & { source: MoveSource; target: MoveTarget; store: Store; file: string }

/**
 * Takes a whole SQLite installation to an empty MongoDB database, where it goes on; what it was is left where it stands,
 * marked, and starts no more. Ids stay: the journal is chained over them, and addresses name them. Every row is
 * compared, every collection counted, the journal verified and every file hashed before either side is marked. Whatever
 * ends it before that leaves the installation as it was, and the next attempt begins again; after that it is finished.
 * @throws SafekeepingRefused in a sentence that says what was changed; StartRefused, DatabaseInUse for the surroundings
 */
export async function move(options: Options): Promise<Move> {
  const { from, to } = options
  if (from.database !== 'sqlite')
    throw new SafekeepingRefused('This installation is on MongoDB already. Nothing was changed.')
  const file = realFile(fileOfUrl(from.DATABASE_URL))
  if (!existsSync(file)) throw new SafekeepingRefused(`There is no database ${file}. Nothing was done.`)
  lockFile(file)
  lookAt(file)?.source.close()
  const source = moveSource(file)
  const store = sqliteStore(file)
  try {
    const target = await moveTarget(patientMongoUrl(to.DATABASE_URL))
    try {
      return await between({ ...options, source, target, store, file })
    } catch (error) {
      if (!isUnavailable(error)) throw error
      throw new SafekeepingRefused(
        `The move was cut off: ${firstReason(error)}. This installation is as it was; give the same command again.`,
        { cause: error },
      )
    } finally {
      await target.close()
    }
  } finally {
    await store.close()
    source.close()
    unlockFile(file)
  }
}

async function between(sides: Sides): Promise<Move> {
  const { source, target, say } = sides
  const moved = source.moved()
  const mark = await target.mark()
  if (moved) {
    if (mark?.move !== moved.move)
      throw new SafekeepingRefused(
        `This installation was moved to ${moved.place} already, and ${target.place} is not that. Nothing was changed.`,
      )
    if (mark.state === 'whole')
      throw new SafekeepingRefused(
        `This installation was moved to ${moved.place} already: set DATABASE_URL to that. Nothing was changed.`,
      )
  }
  if (mark && (mark.state !== 'copying' || mark.installation !== source.installation)) {
    throw new SafekeepingRefused(
      `${target.place} is not empty: ${mark.state === 'copying' ? 'another installation is being moved there' : 'an installation was moved there'}. Give another database. Nothing was changed.`,
    )
  }
  if (!mark && (await target.occupied()) > 0)
    throw new SafekeepingRefused(`${target.place} is not empty. Give another database. Nothing was changed.`)
  if (mark) await say('An earlier move was cut off: what it left in MongoDB is removed, and it begins again.')
  // One that was cut off between the two marks is done again as itself: nobody was served from either side.
  const move = moved?.move ?? randomUUID()
  await target.begin({
    _id: 'move',
    move,
    state: 'copying',
    installation: source.installation,
    from: `${hostname()}:${sides.file}`,
    begunAt: new Date(),
  })
  return take(sides, move)
}

/** Copies, proves, and marks: first the one that ends, then the one that begins. */
async function take(sides: Sides, move: string): Promise<Move> {
  const { source, target, store, from, to } = sides
  const shelf = await shelfOf(from)
  const faultsBefore = (await check(store, shelf)).faults
  shelf.close()
  const opened = await openBoth(sides)
  try {
    const parts = partsOf({ ...opened, intoBucket: from.S3_BUCKET === undefined && to.S3_BUCKET !== undefined })
    const isMarked = source.moved() !== null
    await copy(sides, opened, parts)
    for (const part of parts) await part.compare()
    const there = await mongoStore(patientMongoUrl(to.DATABASE_URL), opened.target.config.collections)
    try {
      const rows = await count({
        source: store,
        target: there,
        parts,
        globals: opened.source.config.globals.map(({ slug }) => tableOf(slug)),
        isMarked,
      })
      await proveChains(store, there)
      await copyFiles(sides, there)
      const shelfThere = await shelfOf(to)
      const checked = await check(there, shelfThere).finally(() => shelfThere.close())
      const faults = checked.faults.filter((fault) => !isOrphan(fault))
      const newFaults = faults.filter((fault) => !faultsBefore.includes(fault))
      if (newFaults.length > 0)
        throw new SafekeepingRefused(
          ['The copy is not what it was made of. It was given up; this installation is as it was.', ...newFaults].join(
            '\n',
          ),
        )
      if (!isMarked) source.markMoved({ move, place: target.place })
      await target.finish(move).catch((error: unknown) => {
        throw error instanceof SafekeepingRefused
          ? error
          : new SafekeepingRefused(
              `The copy is whole and this installation is marked as moved, but ${target.place} could not be told so: ${firstReason(error)}. Give the same command again.`,
              { cause: error },
            )
      })
      return { place: target.place, rows, checked, faults }
    } finally {
      await there.close()
    }
  } finally {
    await opened.close()
  }
}

type Opened = { source: Payload; target: Payload; close: () => Promise<void> }

/** One configuration for both, since Payload's own steps change the collections that it is given. */
async function openBoth({ from, to, configure, source }: Sides): Promise<Opened> {
  const config = await configure()
  const target = await new BasePayload().init({
    config: {
      ...config,
      db: {
        ...mongo(patientMongoUrl(to.DATABASE_URL), { mayBeCopying: true }),
        allowIDOnCreate: false,
        name: 'mongoose',
      },
    },
    disableOnInit: true,
  })
  const here = await new BasePayload().init({
    config: {
      ...config,
      db: {
        ...sqlite(from.DATABASE_URL, { mayBeMoved: source.moved() !== null }),
        allowIDOnCreate: false,
        name: 'sqlite',
      },
    },
    disableOnInit: true,
  })
  return {
    source: here,
    target,
    close: async () => {
      await target.destroy()
      await here.destroy()
    },
  }
}

async function copy({ say }: Sides, { source, target }: Opened, parts: readonly Part[]): Promise<void> {
  for (const part of parts) await part.copy()
  await moveGlobals({ source, target })
  await say(`${parts.length} collections are copied; now they are compared.`)
}

/**
 * Counts every table and collection, as they lie; a table that no collection is made of would be left behind.
 * @throws SafekeepingRefused where they differ
 */
async function count({
  source,
  target,
  parts,
  globals,
  isMarked,
}: {
  source: Store
  target: Store
  parts: readonly Part[]
  globals: readonly string[]
  isMarked: boolean
}): Promise<Record<string, number>> {
  const [here, there] = [await source.counts(), await target.counts()]
  const known = [...parts.map(({ table }) => table), 'payload_migrations', ...globals]
  const left = Object.keys(here).filter(
    (table) => !known.some((each) => table === each || table.startsWith(`${each}_`)),
  )
  if (left.length > 0)
    throw new SafekeepingRefused(
      `A move does not know what is in ${left.join(', ')}. The copy was given up; this installation is as it was.`,
    )
  const counted = parts.map(
    ({ table, collection }) =>
      [collection, (here[table] ?? 0) - (isMarked && table === 'counters' ? 1 : 0), there[collection] ?? 0] as const,
  )
  const wrong = counted.filter(([, rows, copied]) => rows !== copied)
  if (wrong.length > 0)
    throw new SafekeepingRefused(
      `The copy differs: ${wrong.map(([name, rows, copied]) => `${name} has ${copied} rows of ${rows}`).join(', ')}. It was given up; this installation is as it was.`,
    )
  return Object.fromEntries(counted.filter(([, rows]) => rows > 0).map(([name, rows]) => [name, rows]))
}

async function proveChains(source: Store, target: Store): Promise<void> {
  const [here, there] = [verifySubjects(await source.journal()), verifySubjects(await target.journal())]
  const differing = here.filter((chain, index) => JSON.stringify(chain) !== JSON.stringify(there[index]))
  if (differing.length > 0 || here.length !== there.length) {
    throw new SafekeepingRefused(
      `The journal differs: ${differing.map(({ subject }) => subject).join(', ') || 'chains are missing'}. The copy was given up; this installation is as it was.`,
    )
  }
}

/** Copies every file to where it will be read from, if that is another place, and reads it again. */
async function copyFiles({ from, to, store, say }: Sides, there: Store): Promise<void> {
  if (from.S3_BUCKET === to.S3_BUCKET && from.DATA_DIR === to.DATA_DIR) return
  const [shelf, other] = [await shelfOf(from), await shelfOf(to)]
  try {
    const wanted = new Map((await there.files()).map((file) => [`${file.collection}/${file.name}`, file]))
    let copied = 0
    for (const file of await store.files()) {
      const bytes = await shelf.read(file)
      const place = wanted.get(`${file.collection}/${file.name}`)
      // What is missing here was said before, and is missing there.
      if (bytes === null || !place) continue
      await other.write(place, bytes)
      const written = await other.read(place)
      if (written === null || sha256(written) !== sha256(bytes))
        throw new SafekeepingRefused(
          `${place.collection}/${place.name} is not in the bucket what it is here. The copy was given up; this installation is as it was.`,
        )
      copied += 1
    }
    await say(`${copied} files copied to the bucket and read again.`)
  } finally {
    shelf.close()
    other.close()
  }
}
