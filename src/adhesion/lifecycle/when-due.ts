import type { Payload } from 'payload'
import { inTurn } from '../../db/in-turn.ts'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { wakeSender } from '../../record/wake.ts'
import { SYSTEM } from './actor.ts'
import { takeInHand, type FileInHand } from './on-file.ts'
import type { Transition } from './transition.ts'

/** Undoes the taking in hand: who has the file open must not hear that it changed when nothing did. */
class NothingDue extends Error {}

/**
 * Does to a file what time brings, in a unit of work of its own. `act` looks whether it is due and returns false
 * where it is not: then nothing is written, `rev` included.
 * @returns whether it was due
 */
export async function whenDue(
  payload: Payload,
  id: string,
  row: Transition,
  act: (file: FileInHand) => Promise<boolean>,
): Promise<boolean> {
  try {
    await inTurn(payload, id, () =>
      unitOfWork(payload, async (unit) => {
        if (!(await act(await takeInHand(unit, id, SYSTEM, row)))) throw new NothingDue()
      }),
    )
  } catch (error) {
    if (error instanceof NothingDue) return false
    throw error
  }
  wakeSender(payload)
  return true
}
