import type { PayloadRequest } from 'payload'
import { idOf } from '../lib/ids.ts'
import { mandatesInForceOf, personOfAccount } from '../governance/mandates.ts'
import type { Person, User } from '../payload-types.ts'

/** The competences about publications. */
export type PublicationCompetence = 'publication-adoption' | 'publication-review'

/** In what capacity somebody speaks of a publication: who they are, by which mandate, for which body. */
export type Seat = { person: Person; mandate: string; body: string }

/** The seat that gives an account a competence today, the oldest mandate first; null for who has none. */
export async function seatOf(
  req: PayloadRequest,
  user: Pick<User, 'id'>,
  competence: PublicationCompetence,
): Promise<Seat | null> {
  const [mandate] = await mandatesInForceOf(req, user.id, competence)
  if (!mandate) return null
  const person = await personOfAccount(req.payload, user.id, req)
  const body = idOf(mandate.body)
  return person && body !== null ? { person, mandate: mandate.id, body } : null
}
