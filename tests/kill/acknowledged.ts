import type { VoteChoice } from '../../src/adhesion/actions/cast-vote.ts'

/** What a client was told, by an answer that came whole: from then on it is so, whatever happens to the server. */
export type Acknowledged =
  | { what: 'submitted'; id: string; reference: string }
  | { what: 'signed'; reference: string; signedAt: string }
  | { what: 'claimed'; id: string; user: string; rev: number }
  | { what: 'put-to-bureau'; id: string; user: string; rev: number }
  | { what: 'voted'; id: string; person: string; choice: VoteChoice; rev: number; status: string }
  /** The others had decided before. */
  | { what: 'came-too-late'; id: string; person: string }

/** Whether every kind of answer was heard, and a vote that decided each way. */
export function isComplete(acknowledged: readonly Acknowledged[]): boolean {
  const heard = new Set(acknowledged.map((fact) => (fact.what === 'voted' ? fact.status : fact.what)))
  return [
    'submitted',
    'signed',
    'claimed',
    'put-to-bureau',
    'before-bureau',
    'validated',
    'rejected',
    'referred',
    'came-too-late',
  ].every((each) => heard.has(each))
}
