import { findById } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { idOf } from '../lib/ids.ts'
import { bodiesWithCompetence, mandatesOfBody } from '../governance/mandates.ts'
import { personEmail } from '../governance/recipients.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import type { Publication } from '../payload-types.ts'
import { isAuthor } from './authors.ts'
import type { Missing } from './rules.ts'
import type { PublicationCompetence } from './seat.ts'

const ASKED: Readonly<Record<Missing, PublicationCompetence>> = {
  approval: 'publication-adoption',
  opinion: 'publication-review',
}

/** The addresses of those who may give today what a publication lacks, each once; an author is asked for no opinion. */
export async function whomToAsk(unit: UnitOfWork, publication: Publication, missing: Missing): Promise<string[]> {
  const { payload, req } = unit
  const bodies = await bodiesWithCompetence(payload, ASKED[missing], req)
  const addresses = new Set<string>()
  for (const body of bodies) {
    for (const mandate of await mandatesOfBody(payload, body.id, parisDay(now()), req)) {
      const person = await findById({ payload, req }, 'people', idOf(mandate.person) ?? '')
      if (!person || (missing === 'opinion' && isAuthor(person, publication))) continue
      const address = await personEmail(unit, person.id)
      if (address !== null) addresses.add(address)
    }
  }
  return [...addresses]
}
