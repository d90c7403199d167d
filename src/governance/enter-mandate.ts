import type { Payload } from 'payload'
import type { Mandate } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import { clerkFacts, secretariatUnit, type Clerk } from '../record/second-person.ts'
import { refuseOneself } from './concerns.ts'
import { termFacts } from './mandate-change.ts'
import { mandateTitle, namesOf, tellOfMandate } from './mandate-notice.ts'
import { checkTerms, type MandateTerms } from './mandate-rules.ts'

/**
 * Enters a mandate. It gives no right until a second person of the secretariat confirms it.
 * @throws DomainError 403 `not-for-oneself`; what `checkTerms` throws
 */
export function enterMandate(
  payload: Payload,
  { clerk, deliberation, ...terms }: MandateTerms & { clerk: Clerk; deliberation: string },
): Promise<Mandate> {
  return secretariatUnit(payload, async (unit) => {
    const { req } = unit
    await checkTerms(unit, terms, null)
    await refuseOneself(unit, clerk, terms.person)
    const names = await namesOf(unit, terms)
    const mandate = await payload.create({
      collection: 'mandates',
      data: {
        ...terms,
        title: mandateTitle(names, terms.role),
        deliberation,
        confirmed: false,
        enteredBy: clerk.id,
        rev: 0,
      },
      req,
      depth: 0,
      overrideAccess: true,
    })
    await recordFact(unit, {
      subject: `mandate:${mandate.id}`,
      type: 'mandate-entered',
      actor: clerkFacts(clerk),
      evidence: {
        ...termFacts(mandate, terms),
        deliberation,
      },
    })
    await tellOfMandate(unit, {
      id: mandate.id,
      rev: 0,
      change: 'entered',
      terms,
      enteredBy: clerk.name,
      confirmedBy: null,
      deliberation,
    })
    return mandate
  })
}
