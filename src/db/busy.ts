import type { Payload } from 'payload'
import { DomainError } from '../lib/errors.ts'
import { TooManyRaces, unitOfWork, type UnitOfWork } from './unit-of-work.ts'

/** Others act on the same record each time; what the answer says of the record stands beside it. */
export const busy = (present: Readonly<Record<string, unknown>> = {}) =>
  new DomainError(
    'Conflict',
    'busy',
    409,
    {
      fr: 'Une autre opération sur le même enregistrement n’est pas terminée. Rien n’a été changé de votre part\u00a0: attendez une minute, rechargez la page et recommencez.',
      en: 'Another operation on the same record has not ended. Nothing of yours was changed: wait a minute, reload and try again.',
    },
    { extra: present },
  )

/** Runs the unit of work of a person, who is told where others were faster each time. @throws DomainError 409 `busy` */
export async function unitOrBusy<Result>(
  payload: Payload,
  body: (unit: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  try {
    return await unitOfWork(payload, body)
  } catch (error) {
    if (!(error instanceof TooManyRaces)) throw error
    throw busy()
  }
}
