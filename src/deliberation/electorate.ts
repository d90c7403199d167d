import type { Day } from '../lib/dates.ts'
import { foldEmail } from '../lib/fold.ts'
import { compare, holders, inForce, type MandateFacts, type PersonFacts } from '../governance/mandate-facts.ts'
import { conflictQuestions, type Question } from './questions.ts'

interface Declarant {
  email?: string | null
  /** A link that was sent to the address was used. What was only typed takes no right away. */
  proven?: boolean
  firstName?: string | null
  lastName?: string | null
}

/** What the file says of those who must not judge it. */
export interface FileFacts {
  representative: Declarant
  contact?: Declarant | null
  siren?: string | null
  identifierKey?: string | null
  /** The applicant's record, where it is already a member (a partner that applies as member). */
  memberId?: string | null
  /** The member to whose network the applicant belongs. */
  network?: string | null
}

export const RECUSAL_REASONS = [
  'representative-email',
  'contact-email',
  'own-organisation',
  'declared',
  'confirmed',
] as const
export type RecusalReason = (typeof RECUSAL_REASONS)[number]

export const RECUSAL_LABELS: Record<RecusalReason, string> = {
  'representative-email': 'Son adresse électronique est celle du représentant du candidat, qui s’en est servi.',
  'contact-email': 'Son adresse électronique est celle du contact du candidat, qui s’en est servi.',
  'own-organisation': 'Cette personne siège au nom de l’organisme candidat.',
  declared: 'Cette personne a déclaré un conflit d’intérêts.',
  confirmed: 'Un lien avec le candidat a été confirmé en réponse à une question.',
}

export interface Recusal {
  person: string
  reason: RecusalReason
}

export interface ElectorateInput {
  body: string
  day: Day
  /** Of any body: a mandate elsewhere on behalf of the applicant recuses as well. */
  mandates: readonly MandateFacts[]
  people: readonly PersonFacts[]
  file: FileFacts
  /** Persons who declared a conflict of interest and were not reinstated. */
  declared?: readonly string[]
}

export interface Electorate {
  /** Ids, each once, sorted; the recused are not among them. */
  electorate: string[]
  /** One entry a person; a reason found from the facts comes before a declared one, which alone can be undone. */
  recused: Recusal[]
  /** Possible ties that people have to judge; they take nobody's voice. */
  questions: Question[]
  /** Who holds the chair that day, recused or not. */
  chair?: string
  viceChairs: string[]
}

const isOneOf = (email: string | null | undefined, emails: readonly string[]): boolean =>
  Boolean(email) && emails.some((each) => foldEmail(each) === foldEmail(email ?? ''))

const same = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a) && a === b

function sitsForApplicant({ onBehalfOf }: MandateFacts, file: FileFacts): boolean {
  return (
    same(onBehalfOf?.id, file.memberId) ||
    same(onBehalfOf?.siren, file.siren) ||
    same(onBehalfOf?.identifierKey, file.identifierKey)
  )
}

function recusalOf(person: string, { mandates, people, file, declared, day }: ElectorateInput): RecusalReason | null {
  const emails = people.find(({ id }) => id === person)?.emails ?? []
  if (file.representative.proven && isOneOf(file.representative.email, emails)) return 'representative-email'
  if (file.contact?.proven && isOneOf(file.contact.email, emails)) return 'contact-email'
  const own = mandates.filter((mandate) => mandate.person === person && inForce(mandate, day))
  if (own.some((mandate) => sitsForApplicant(mandate, file))) return 'own-organisation'
  return declared?.includes(person) ? 'declared' : null
}

/** Of some persons, who must not judge the file, and why: the one rule, by the present facts. */
export const recusalsAmong = (persons: readonly string[], input: ElectorateInput): Recusal[] =>
  persons.flatMap((person) => {
    const reason = recusalOf(person, input)
    return reason ? [{ person, reason }] : []
  })

/**
 * Who may vote on a file on a given day, who may not and why, and what is to be asked (specification:
 * the collegial decision). A person with two mandates counts once.
 */
export function electorateOn(input: ElectorateInput): Electorate {
  const { body, day, mandates } = input
  const members = holders(mandates, body, day).sort(compare)
  const recused = recusalsAmong(members, input)
  const electorate = members.filter((each) => !recused.some(({ person }) => person === each))
  return {
    electorate,
    recused,
    questions: conflictQuestions(input, electorate),
    chair: holders(mandates, body, day, 'chair')[0],
    viceChairs: holders(mandates, body, day, 'vice-chair'),
  }
}

/**
 * The electorate of a ballot that was frozen earlier: who has voted stays in it, who has not stays
 * only while the mandate is in force; the recused leave; newcomers wait for a new round.
 */
export function electorateNow(facts: {
  frozen: readonly string[]
  voted: readonly string[]
  inForceToday: readonly string[]
  recused: readonly string[]
}): string[] {
  const { frozen, voted, inForceToday, recused } = facts
  return frozen.filter(
    (person) => !recused.includes(person) && (voted.includes(person) || inForceToday.includes(person)),
  )
}

/**
 * Who presides: the chair, else a vice-chair (the one whom the minutes name, else the longest in
 * office), else the elector whom the minutes name. Only an elector, so never a recused person; for a
 * session only somebody who was there. Undefined when nobody does.
 */
export function presiding(facts: {
  electorate: readonly string[]
  chair?: string | null
  viceChairs?: readonly string[]
  namedByMinutes?: string | null
  /** Of a session; absent outside of one. */
  present?: readonly string[]
}): string | undefined {
  const { electorate, chair, viceChairs = [], namedByMinutes, present } = facts
  const may = (person: string | null | undefined): person is string =>
    person != null && electorate.includes(person) && (!present || present.includes(person))
  if (may(chair)) return chair
  const deputies = viceChairs.filter(may)
  if (may(namedByMinutes) && (deputies.length === 0 || deputies.includes(namedByMinutes))) return namedByMinutes
  return deputies[0]
}
