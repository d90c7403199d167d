import { SYSTEM } from '../lifecycle/actor.ts'
import { CLOSE, closeFile } from './close.ts'
import { takeInHand, type FileInHand } from '../lifecycle/on-file.ts'

/**
 * How many duplicates one signature closes in its own unit of work, which must not last. What lies beyond
 * cannot be signed while this file holds the slot, and expires.
 */
const MOST = 50

/** Closes the other unsigned files of the organisation whose file has just been signed; their applicants are told. */
export async function closeDuplicates({ unit, adhesion }: FileInHand): Promise<void> {
  const { payload, req } = unit
  const { docs } = await payload.find({
    collection: 'adhesions',
    where: {
      and: [
        { identifierKey: { equals: adhesion.identifierKey } },
        { status: { equals: 'awaiting-signature' } },
        { id: { not_equals: adhesion.id } },
      ],
    },
    sort: 'createdAt',
    limit: MOST,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  for (const { id } of docs) {
    const duplicate = await takeInHand(unit, id, SYSTEM, CLOSE)
    await closeFile(duplicate, 'duplicate', null)
  }
}
