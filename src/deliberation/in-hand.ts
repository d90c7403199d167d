import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { Evidence } from '../record/facts.ts'

/** The facts that an act on a round adds to the journal of its subject. */
type RoundFact =
  | 'ballot-closed'
  | 'conflict-answered'
  | 'recused'
  | 'reinstated'
  | 'reinstatement-asked'
  | 'session-confirmed'
  | 'session-record-cancelled'
  | 'session-record-disputed'
  | 'vote-cast'

/** A subject that a unit of work has taken in hand: nobody else changes the subject or its rounds before the commit. */
export type SubjectInHand = {
  unit: UnitOfWork
  /** `<kind>:<id>`, as `subjectIn` reads it. */
  subject: string
  at: Date
  /** How the subject stood before, as the actor may know it: what a refusal says of it. */
  before: Readonly<Record<string, unknown>>
  /** Adds a fact to the subject's journal, by the present actor, with what follows from it. */
  record: <Type extends RoundFact>(type: Type, evidence: Evidence<Type>) => Promise<void>
}
