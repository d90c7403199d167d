import type { z } from 'zod'
import { APPLICATION_FACTS } from './facts/application.ts'
import { DECISION_FACTS } from './facts/decision.ts'
import type { Fact } from './facts/fact.ts'
import { GOVERNANCE_FACTS } from './facts/governance.ts'
import { MEMBERSHIP_FACTS } from './facts/membership.ts'
import { PUBLICATION_FACTS } from './facts/publication.ts'

/**
 * Every fact that the journal knows, by its type: what its evidence holds, its sentence for the staff, its sentence for
 * the applicant, and whether persons recused on the application may read it. The types are kept in the database: they
 * never change.
 */
export const FACTS = {
  ...APPLICATION_FACTS,
  ...DECISION_FACTS,
  ...MEMBERSHIP_FACTS,
  ...GOVERNANCE_FACTS,
  ...PUBLICATION_FACTS,
} as const satisfies Readonly<Record<string, Fact>>

export type FactType = keyof typeof FACTS

/** The evidence of a fact of one type, besides its actor. */
export type Evidence<Type extends FactType> = z.infer<(typeof FACTS)[Type]['evidence']>

/** Whether a text names a fact that the journal knows. */
export const isFactType = (type: unknown): type is FactType => typeof type === 'string' && Object.hasOwn(FACTS, type)

/** Every type of fact. */
export const FACT_TYPES: readonly FactType[] = Object.keys(FACTS).filter(isFactType)

/** The types of facts that applicants are told. */
export const APPLICANT_FACT_TYPES = FACT_TYPES.filter((type) => FACTS[type].applicant !== null)

type Row = { type: string; evidence?: unknown }

/** The French sentence by which a row of the journal is told to the staff; whatever an erased row lacks is left out. */
export function officeSentence({ type, evidence }: Row): string {
  return isFactType(type) ? FACTS[type].office(evidence) : 'Fait d’un type inconnu.'
}

/** The French sentence by which a row of the journal is told to the applicant; null for a fact that they are not told. */
export function applicantSentence({ type, evidence }: Row): string | null {
  return (isFactType(type) && FACTS[type].applicant?.(evidence)) || null
}
