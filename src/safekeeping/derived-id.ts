import { mongo } from 'mongoose'
import { sha256 } from '../lib/hash.ts'

/**
 * The ObjectId of a row whose id is named nowhere (versions, globals, what Payload keeps for itself), which MongoDB gives
 * no texts: the same each time, and in the order of a UUID of version 7, which begins with its moment as ObjectIds do.
 */
export function derivedId(id: string): mongo.ObjectId {
  const milliseconds = /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id) ? Number.parseInt(id.slice(0, 13).replace('-', ''), 16) : 0
  return new mongo.ObjectId(
    `${Math.floor(milliseconds / 1000)
      .toString(16)
      .padStart(8, '0')}${sha256(id).slice(0, 16)}`,
  )
}
