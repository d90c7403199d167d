import type { mongo } from 'mongoose'
import { StartRefused } from '../lib/start-refused.ts'

/**
 * What a MongoDB database that was an SQLite one says of its move. While it is `copying`, nobody may start on it; once it
 * is `whole`, the one that it came from starts no more.
 */
export type MoveMark = {
  _id: 'move'
  /** What this move is known by on both sides. */
  move: string
  state: 'copying' | 'whole'
  /** Which database it came from, and where that was. */
  installation: string
  from: string
  begunAt: Date
  endedAt?: Date
}

/** Beside the collections of Payload's. A row in it also says that ids here are the texts that they were on SQLite. */
export const MOVE_COLLECTION = 'cpof-move'

export const moveMarks = (db: mongo.Db): mongo.Collection<MoveMark> => db.collection<MoveMark>(MOVE_COLLECTION)

export const moveMark = (db: mongo.Db): Promise<MoveMark | null> => moveMarks(db).findOne({ _id: 'move' })

/** @throws StartRefused where a move has not come to its end */
export function refuseHalfMoved(mark: Pick<MoveMark, 'state' | 'from'> | null): void {
  if (mark?.state !== 'copying') return
  throw new StartRefused(
    `A move from ${mark.from} to this database was cut off: run "npm run move" there again. Nothing was changed.`,
  )
}
