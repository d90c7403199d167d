import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { foldEmail } from '../lib/fold.ts'
import { notForOneself, readRecord, type Clerk } from '../record/second-person.ts'
import type { Person } from '../payload-types.ts'
import { idOf } from '../lib/ids.ts'

/**
 * Whether a person is the one who acts: linked to the account, or reached at its address. Without the second a
 * mandate could be entered for oneself before the link is made.
 */
export function isOneself(clerk: Pick<Clerk, 'id' | 'email'>, person: Pick<Person, 'account' | 'email'>): boolean {
  if (idOf(person.account) === clerk.id) return true
  return Boolean(person.email) && foldEmail(person.email ?? '') === foldEmail(clerk.email)
}

/** @throws DomainError 403 `not-for-oneself` when the person is the clerk, by the record as it now stands */
export async function refuseOneself(
  { payload, req }: Pick<UnitOfWork, 'payload'> & Partial<UnitOfWork>,
  clerk: Clerk,
  personId: string,
): Promise<void> {
  const person = await readRecord(payload, 'people', personId, req)
  if (person && isOneself(clerk, person)) throw notForOneself()
}

/** Refuses to act on one's own mandate, before anything else is judged. @throws DomainError 403 `not-for-oneself` */
export async function refuseOwnMandate(payload: Payload, id: string, clerk: Clerk): Promise<void> {
  const mandate = await readRecord(payload, 'mandates', id)
  await refuseOneself({ payload }, clerk, idOf(mandate?.person) ?? '')
}
