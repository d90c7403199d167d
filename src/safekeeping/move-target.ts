import { mongo } from 'mongoose'
import { cannotOpenMongo, placeOf, safeMongoUrl } from '../db/mongo-url.ts'
import { MOVE_COLLECTION, moveMark, moveMarks, type MoveMark } from '../db/move-mark.ts'
import { SafekeepingRefused } from './errors.ts'

/** The MongoDB database that an installation is moved to. */
export type MoveTarget = {
  place: string
  mark: () => Promise<MoveMark | null>
  /** What is there besides what a move says of itself. */
  occupied: () => Promise<number>
  /** Begins, or begins again: what an earlier attempt of this installation left is removed. */
  begin: (mark: MoveMark) => Promise<void>
  /** From here on the installation is served from there. */
  finish: (move: string) => Promise<void>
  close: () => Promise<void>
}

const MOVE = { _id: 'move' } as const

/** @throws StartRefused where there is no MongoDB */
export async function moveTarget(url: string): Promise<MoveTarget> {
  const client = new mongo.MongoClient(safeMongoUrl(url))
  try {
    await client.connect()
    await client.db().command({ ping: 1 })
  } catch (error) {
    await client.close()
    throw cannotOpenMongo(url, error)
  }
  const db = client.db()
  const marks = moveMarks(db)
  const names = async (): Promise<string[]> =>
    (await db.listCollections({}, { nameOnly: true }).toArray())
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('system.') && name !== MOVE_COLLECTION)
  return {
    place: placeOf(url),
    mark: () => moveMark(db),
    occupied: async () =>
      (await Promise.all((await names()).map((name) => db.collection(name).countDocuments({}, { limit: 1 })))).reduce(
        (sum, count) => sum + count,
        0,
      ),
    begin: async (mark) => {
      const { _id, ...rest } = mark
      // Of two that begin at one moment, one finds the other's row.
      await marks
        .updateOne({ _id, installation: mark.installation, state: 'copying' }, { $set: rest }, { upsert: true })
        .catch((error: unknown) => {
          if (error instanceof mongo.MongoServerError && error.code === 11000)
            throw new SafekeepingRefused(`Another installation is being moved to ${placeOf(url)}. Nothing was changed.`)
          throw error
        })
      for (const name of await names()) await db.dropCollection(name)
    },
    finish: async (move) => {
      const { matchedCount } = await marks.updateOne(
        { ...MOVE, move },
        { $set: { state: 'whole', endedAt: new Date() } },
      )
      if (matchedCount !== 1)
        throw new SafekeepingRefused(
          `${placeOf(url)} does not know of this move any more: it was changed by somebody else. This installation is marked as moved.`,
        )
    },
    close: () => client.close(),
  }
}
