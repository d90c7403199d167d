import { ruleOfBody } from '../governance/body-rule.ts'
import { issueAt, invalidInput } from '../input/issue.ts'
import { parisDay } from '../lib/dates.ts'
import type { GovernanceBody, Round } from '../payload-types.ts'
import { assemble, type Assembly } from './assembly.ts'
import { conclude } from './conclude.ts'
import { roundsThatAre, voidRound, voidRounds } from './void-rounds.ts'
import type { SubjectInHand } from './in-hand.ts'
import { createRound } from './open-round.ts'
import { presiding } from './presiding.ts'
import type { SessionVotes } from './session-input.ts'
import { sessionToConfirm } from './state-of-round.ts'
import type { SessionRecord } from './stored-round.ts'
import { tallySession } from './tally-session.ts'
import type { Tally } from './tally.ts'

/** What was entered of a session, counted by the rule of its body and the electorate of its day. */
export type CountedSession = {
  body: GovernanceBody
  record: SessionRecord
  assembly: Assembly
  /** Everybody set aside, by the facts of that day or by the minutes. */
  recused: string[]
  tally: Tally
}

/**
 * Counts what was entered of a session on a subject; nothing is written.
 * @throws DomainError 400 for a record that cannot be what happened
 */
export async function countSession(
  held: SubjectInHand,
  body: GovernanceBody,
  record: SessionRecord,
): Promise<CountedSession> {
  if (record.sessionDay > parisDay(held.at)) throw invalidInput([issueAt('sessionDay', 'in-the-future')])
  const assembly = await assemble(held, body.id, record.sessionDay)
  const out = assembly.recused.map(({ person }) => person)
  const recused = [...new Set([...out, ...record.recused])]
  const { tally, issues } = tallySession({
    rule: ruleOfBody(body.rule),
    electorate: [...assembly.electorate, ...out],
    present: record.present,
    represented: record.represented,
    recused,
    chair: assembly.chair ?? null,
    votes: record.votes,
  })
  if (tally) return { body, record, assembly, recused, tally }
  throw invalidInput(issues.map(({ field, code, person }) => issueAt(person ? `${field}.${person}` : field, code)))
}

/**
 * Keeps a session's decision as a round that waits for who presided to confirm it. Online voting is suspended meanwhile; a
 * record that nobody confirmed gives way.
 * @throws DomainError 400 where nobody who was there could preside, or somebody is set aside who could not vote
 */
export async function recordSession(
  held: SubjectInHand,
  { body, record, assembly, recused, tally }: CountedSession,
  recordedBy: string | null,
): Promise<{ round: Round; presiding: string }> {
  const { outcome } = tally
  if (outcome !== 'approved' && outcome !== 'rejected') throw new Error('This session decided nothing')
  const electorate = assembly.electorate.filter((person) => !recused.includes(person))
  const presided = presiding({
    electorate,
    chair: assembly.chair ?? null,
    viceChairs: assembly.viceChairs,
    namedByMinutes: record.presiding ?? null,
    present: record.present,
  })
  if (presided === undefined) throw invalidInput([issueAt('presiding', 'nobody-presides')])
  requireKnownRecusals(record.recused, assembly)
  await makeRoom(held)
  const reasonOf = new Map(assembly.recused.map(({ person, reason }) => [person, reason]))
  const round = await createRound(held, body, assembly, {
    mode: 'session',
    status: 'awaiting-confirmation',
    electorate: electorate.map(assembly.named),
    recused: recused.map((person) => ({ ...assembly.named(person), reason: reasonOf.get(person) ?? 'declared' })),
    tally: { ...tally },
    session: { ...record, votes: inNumbers(record.votes, tally), presiding: presided, outcome },
    recordedBy,
  })
  await keepVotes(held, round, record.votes)
  return { round, presiding: presided }
}

/**
 * Who presided confirms a session's record: the decision takes effect, dated of the session, and the online round that the
 * record suspended is void.
 * @throws Error for a round that waits for no confirmation
 */
export async function confirmSession(held: SubjectInHand, round: Round, confirmedBy: string | null): Promise<void> {
  const recorded = sessionToConfirm(round)
  if (!recorded) throw new Error('A session’s decision without its record')
  const { minutesReference, sessionDay } = recorded.session
  await held.record('session-confirmed', { round: round.round, minutesReference, sessionDay })
  await conclude(held, round, recorded.tally, { decidedOn: sessionDay, confirmedBy })
  await voidRounds(held, 'Décidée en séance.')
}

function requireKnownRecusals(named: readonly string[], { electorate, recused }: Assembly): void {
  const issues = named.flatMap((person, index) =>
    electorate.includes(person) || recused.some((each) => each.person === person)
      ? []
      : [issueAt(`recused.${index}`, 'not-an-elector')],
  )
  if (issues.length > 0) throw invalidInput(issues)
}

/** Suspends the online round and voids a session's record that nobody confirmed. */
async function makeRoom(held: SubjectInHand): Promise<void> {
  const { payload, req } = held.unit
  for (const { id, status } of await roundsThatAre(held, ['open', 'awaiting-confirmation']))
    if (status === 'open') await payload.db.updateOne({ collection: 'rounds', id, data: { status: 'suspended' }, req })
    else await voidRound(held, id, 'Remplacée par un nouvel enregistrement.')
}

/** What the round keeps of the votes where everybody of the body reads. */
const inNumbers = (votes: SessionVotes, { counts }: Tally) => ('byName' in votes ? { counts } : votes)

/** Votes by name stand as votes of the round, which the recused do not read. */
async function keepVotes({ unit: { payload, req }, subject, at }: SubjectInHand, { id }: Round, votes: SessionVotes) {
  if (!('byName' in votes)) return
  const cast = { subject, round: id, castAt: at.toISOString(), live: true }
  for (const { elector, choice } of votes.byName)
    await payload.create({
      collection: 'votes',
      data: { ...cast, person: elector, choice },
      req,
      depth: 0,
      overrideAccess: true,
    })
}
