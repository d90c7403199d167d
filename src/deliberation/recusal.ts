import type { Day } from '../lib/dates.ts'
import { foldEmail } from '../lib/fold.ts'
import { inForce, type MandateFacts, type PersonFacts } from '../governance/mandate-facts.ts'

interface Declarant {
  email?: string | null
  /** A link that was sent to the address was used. What was only typed takes no right away. */
  proven?: boolean
  firstName?: string | null
  lastName?: string | null
}

/** Those whose interest a subject is, as it says itself: they must not judge it. */
export interface Interests {
  representative: Declarant
  contact?: Declarant | null
  siren?: string | null
  identifierKey?: string | null
  /** The applicant's record, where it is already a member (a partner that applies as member). */
  memberId?: string | null
  /** The member to whose network the applicant belongs. */
  network?: string | null
}

export type RecusalReason = 'representative-email' | 'contact-email' | 'own-organisation' | 'declared' | 'confirmed'

export const RECUSAL_LABELS: Record<RecusalReason, string> = {
  'representative-email': 'Son adresse électronique est celle du représentant du candidat, qui s’en est servi.',
  'contact-email': 'Son adresse électronique est celle du contact du candidat, qui s’en est servi.',
  'own-organisation': 'Cette personne siège au nom de l’organisme candidat.',
  declared: 'Cette personne a déclaré un conflit d’intérêts.',
  confirmed: 'Un lien avec le candidat a été confirmé en réponse à une question.',
}

/** A recusal that was said by somebody, and that can be lifted; the others follow from facts. */
export const isLiftable = (reason: RecusalReason): boolean => reason === 'declared' || reason === 'confirmed'

export interface Recusal {
  person: string
  reason: RecusalReason
}

/** All that recusal depends on, as it stands on a day. */
export interface RecusalFacts {
  day: Day
  /** Of any body: a mandate elsewhere on behalf of the applicant recuses as well. */
  mandates: readonly MandateFacts[]
  people: readonly PersonFacts[]
  interests: Interests
  /** Persons who declared a conflict of interest and were not reinstated. */
  declared?: readonly string[]
  /** Persons whom the round at hand sets aside, or whose tie was confirmed in an earlier one, and why. */
  setAside?: readonly Recusal[]
}

/** The facts of a recusal, and the body whose members are asked. */
export interface ElectorateInput extends RecusalFacts {
  body: string
}

const isOneOf = (email: string | null | undefined, emails: readonly string[]): boolean =>
  Boolean(email) && emails.some((each) => foldEmail(each) === foldEmail(email ?? ''))

const same = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a) && a === b

const sitsFor = ({ onBehalfOf }: MandateFacts, { memberId, siren, identifierKey }: Interests): boolean =>
  same(onBehalfOf?.id, memberId) || same(onBehalfOf?.siren, siren) || same(onBehalfOf?.identifierKey, identifierKey)

/**
 * Why a person must not judge a subject, or null when they may: the one rule, asked by the opening of a round, the vote,
 * the count, the timers, the panel and the access to votes. A reason found from facts comes before a declared one, which
 * alone can be lifted.
 */
export function recusalOf(person: string, facts: RecusalFacts): RecusalReason | null {
  const { mandates, people, interests, declared, setAside, day } = facts
  const emails = people.find(({ id }) => id === person)?.emails ?? []
  if (interests.representative.proven && isOneOf(interests.representative.email, emails)) return 'representative-email'
  if (interests.contact?.proven && isOneOf(interests.contact.email, emails)) return 'contact-email'
  const own = mandates.filter((mandate) => mandate.person === person && inForce(mandate, day))
  if (own.some((mandate) => sitsFor(mandate, interests))) return 'own-organisation'
  const said = setAside?.find((each) => each.person === person)
  return said?.reason ?? (declared?.includes(person) ? 'declared' : null)
}

/** Those of some persons who must not judge a subject, and why. */
export const recusalsAmong = (persons: readonly string[], facts: RecusalFacts): Recusal[] =>
  persons.flatMap((person) => {
    const reason = recusalOf(person, facts)
    return reason ? [{ person, reason }] : []
  })
