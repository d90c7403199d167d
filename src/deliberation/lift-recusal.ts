import type { Round } from '../payload-types.ts'
import { roundDenied } from './denials.ts'
import type { SubjectInHand } from './in-hand.ts'
import { isLiftable } from './recusal.ts'
import { type NotOpen, whyNotToJudge } from './state-of-round.ts'
import { electorsIn, recusedIn, type RecusedElector } from './stored-round.ts'

/** Who asks that a recusal be lifted: a member, who presides or does not. */
export type Lifter = { person: string | null; presides: boolean }

const liftableIn = (round: Round): RecusedElector[] => recusedIn(round).filter(({ reason }) => isLiftable(reason))

/** Whether this member, who does not preside, asked for it already, so that another one has to agree. */
const waitsForAnother = ({ lifting }: RecusedElector, { presides, person }: Lifter): boolean =>
  !presides && lifting !== undefined && lifting.by === person

/** Those whose recusal a member may lift, or may ask to lift where two members have to agree. */
export const liftableBy = (round: Round, by: Lifter): RecusedElector[] =>
  liftableIn(round).filter((each) => !waitsForAnother(each, by))

/** Why a member can lift no recusal in a present round, or null where they can. */
export function whyNoneToLift(
  round: Round | null,
  at: Date,
  by: Lifter,
): NotOpen | 'nobody-declared' | 'second-member-needed' | null {
  const suspended = whyNotToJudge(round, at)
  if (suspended || !round) return suspended
  if (liftableIn(round).length === 0) return 'nobody-declared'
  return liftableBy(round, by).length === 0 ? 'second-member-needed' : null
}

/**
 * Lifts a recusal that its author declared or that was confirmed: the person may vote again, their earlier vote stays out.
 * Who presides lifts it alone; else one member asks for it, and another agrees by asking for the same.
 * @throws DomainError 409 `nobody-declared`; `which-person` with those to choose among, where several are recused so and
 *   none is named; `second-member-needed` to the member who asked already
 */
export async function liftRecusal(
  held: SubjectInHand,
  round: Round,
  { person, reason, by }: { person: string | undefined; reason: string; by: Lifter },
): Promise<void> {
  const recused = theOne(held, round, person)
  const { lifting } = recused
  if (by.presides || (lifting && lifting.by !== by.person)) return lift(held, round, recused, reason)
  if (by.person === null) throw new Error('A member without a person')
  if (waitsForAnother(recused, by)) throw roundDenied('second-member-needed', held.before)
  const asked = { ...recused, lifting: { by: by.person, reason, at: held.at.toISOString() } }
  const list = recusedIn(round).map((each) => (each.person === recused.person ? asked : each))
  const { payload, req } = held.unit
  await payload.db.updateOne({ collection: 'rounds', id: round.id, data: { recused: list }, req })
  await held.record('reinstatement-asked', { personId: recused.person, name: recused.name, reason })
}

function theOne({ before }: SubjectInHand, round: Round, person: string | undefined): RecusedElector {
  const liftable = liftableIn(round).filter((each) => person === undefined || each.person === person)
  const [one, ...others] = liftable
  if (!one) throw roundDenied('nobody-declared', before)
  if (others.length === 0) return one
  const persons = liftable.map(({ person: each, name }) => ({ person: each, name }))
  throw roundDenied('which-person', { ...before, persons })
}

async function lift(
  held: SubjectInHand,
  round: Round,
  { person, name }: RecusedElector,
  reason: string,
): Promise<void> {
  const {
    unit: { payload, req },
    subject,
  } = held
  const electorate = electorsIn(round)
  const seated = electorate.some((each) => each.person === person)
  await payload.db.updateOne({
    collection: 'rounds',
    id: round.id,
    data: {
      recused: recusedIn(round).filter((each) => each.person !== person),
      electorate: seated ? electorate : [...electorate, { person, name }],
    },
    req,
  })
  await payload.db.updateMany({
    collection: 'votes',
    where: {
      and: [{ subject: { equals: subject } }, { person: { equals: person } }, { choice: { equals: 'recused' } }],
    },
    data: { live: false },
    req,
  })
  await held.record('reinstated', { personId: person, name, reason })
}
