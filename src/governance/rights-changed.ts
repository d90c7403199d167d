import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'

type Change = Pick<UnitOfWork, 'payload' | 'req'>

/** A function that follows a change of somebody's right to decide, in the transaction of that change. */
type RightsHearer = (change: Change) => Promise<void>

const hearersIn = ({ config }: Pick<Payload, 'config'>): readonly RightsHearer[] => {
  const { rightsHearers } = config.custom as { rightsHearers?: readonly RightsHearer[] }
  return rightsHearers ?? []
}

/**
 * Says, in the transaction of a change of a mandate, of whom an account acts for or of an address, that who may decide
 * and who must not may be others now. Who listens is named in `payload.config.ts`: the rounds stand above this room.
 */
export async function rightsChanged(change: Change): Promise<void> {
  for (const hear of hearersIn(change.payload)) await hear(change)
}
