import type { Payload, PayloadRequest } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { Day } from '../lib/dates.ts'
import type { SubjectInHand } from './in-hand.ts'
import type { Counts, Outcome } from './majority.ts'
import type { Interests } from './recusal.ts'
import type { RoundReminder } from './reminder-times.ts'
import type { Tally } from './tally.ts'

/** What the engine of rounds has to know of one subject. */
export type SubjectFacts = {
  /** Those who must not judge it. */
  interests: Interests
  /** The id of its present round, or null. */
  round: string | null
}

/** What might tie a person to a subject. */
export type Ties = { emails: readonly string[]; identifierKeys: readonly string[]; sirens: readonly string[] }

/** What a round came to, and how it was counted. */
export type Decision = { round: number; outcome: Outcome; counts: Counts; reason: Tally['reason']; decidedOn: Day }

/** An open round that is recalled, and the persons who have not voted in it. */
export type Recalled = { at: Date; round: number; body: string; closesAt: string; missing: readonly string[] }

/** What a kind of subject does for the engine of rounds, which knows no kind: named in `payload.config.ts`. */
export interface SubjectKind {
  /** Reads what subjects say; an id of none is left out. */
  facts: (payload: Payload, req: PayloadRequest, ids: readonly string[]) => Promise<ReadonlyMap<string, SubjectFacts>>
  /** The ids of the subjects that ties might recuse a person from: some too many, never one too few. */
  near: (payload: Payload, req: PayloadRequest, ties: Ties) => Promise<string[]>
  /**
   * Counts the present round anew in a unit of work of its own and carries out what it decides.
   * @returns whether it decided
   */
  count: (payload: Payload, id: string) => Promise<boolean>
  /** Carries out what a round decided, in the unit of work that closed it. */
  decided: (held: SubjectInHand, decision: Decision) => Promise<void>
  /** Writes to those who have not voted in a round, in the unit of work that noted it. */
  remind: (unit: UnitOfWork, id: string, which: RoundReminder, recalled: Recalled) => Promise<void>
}

export type SubjectKinds = Readonly<Record<string, SubjectKind>>

/** The kinds of subject of this installation (`config.custom`, so that Next's copy of this module knows them too). */
export function subjectKinds({ config }: Pick<Payload, 'config'>): SubjectKinds {
  const { subjects } = config.custom as { subjects: SubjectKinds }
  return subjects
}

/** A subject's kind and id. @throws RangeError for a text that names no kind of subject */
export function subjectIn(payload: Pick<Payload, 'config'>, subject: string): { kind: SubjectKind; id: string } {
  const at = subject.indexOf(':')
  const kind = subjectKinds(payload)[subject.slice(0, at)]
  if (!kind) throw new RangeError(`No kind of subject: ${subject}`)
  return { kind, id: subject.slice(at + 1) }
}
