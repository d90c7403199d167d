import { idOf } from '../../lib/ids.ts'
import { tallyInput } from '../../deliberation/count.ts'
import { recusedIn, ruleIn, sessionIn, tallyIn, type Elector } from '../../deliberation/stored-round.ts'
import { RECUSAL_LABELS } from '../../deliberation/recusal.ts'
import { inForce } from '../../governance/mandate-facts.ts'
import { mandateFacts } from '../../governance/facts.ts'
import { isMandateRole, MANDATE_ROLE_LABELS } from '../../governance/mandate-roles.ts'
import { ruleInWords } from '../../governance/rule-in-words.ts'
import { tally, type Tally, type TallyInput } from '../../deliberation/tally.ts'
import { CHOICE_LABELS, OUTCOME_LABELS, REASON_LABELS } from '../../deliberation/majority.ts'
import { formatDay, parisDay } from '../../lib/dates.ts'
import type { Round, Vote } from '../../payload-types.ts'
import { facts, moment } from './declared-facts.ts'
import type { Fact } from '../fact.ts'
import type { RoundModel, EarlierRound, ElectorModel } from './model.ts'
import { accountNames, asReader, type Names, type Reader } from '../reader.ts'
import { electorateIn } from './stored.ts'
import { LABELS, ROUND_STATES, TEXTS } from './words.ts'

/** How an online round stands: what the tally takes and what it says. */
export type OpenRound = { input: TallyInput; tally: Tally; own: Vote['choice'] | null }

/** Whose votes this person may read, and why not. */
export type Sight = { recused: boolean; votes: boolean }

/** The votes of a round that this person may read: none for the recused. */
export async function readVotes(reader: Reader, round: Round): Promise<Vote[]> {
  const { docs } = await reader.payload.find({
    collection: 'votes',
    where: { and: [{ round: { equals: round.id } }, { live: { equals: true } }] },
    limit: 0,
    ...asReader(reader),
  })
  return docs
}

/** The present standing of an open round, from the votes that this person may read. */
export async function openRound(
  reader: Reader,
  round: Round,
  votes: readonly Vote[],
  person: string | null,
  at: Date,
): Promise<OpenRound> {
  const input = await tallyInput(reader.payload, reader.req, { round, votes, day: parisDay(at), closed: false })
  return { input, tally: tally(input), own: votes.find((vote) => idOf(vote.person) === person)?.choice ?? null }
}

/** A round as this person may read it. */
export async function roundModel(
  reader: Reader,
  round: Round,
  votes: readonly Vote[],
  count: OpenRound | null,
  sight: Sight,
  names: Names,
  at: Date,
): Promise<RoundModel> {
  const body = await reader.payload.findByID({
    collection: 'governance-bodies',
    id: idOf(round.body) ?? '',
    ...asReader(reader),
    disableErrors: true,
  })
  const article = body?.rule.article
  const open = round.status === 'open'
  const stored = tallyIn(round)
  const result = count?.tally ?? stored
  const shown = !sight.recused && (!open || sight.votes)
  const electorate = electorateIn(round)
  return {
    round: round.round,
    title: TEXTS.round(round.round, round.mode === 'session'),
    state: ROUND_STATES[round.status],
    facts: [
      ...timesOf(round),
      ...(round.mode === 'session' ? await sessionFacts(reader, round, names) : []),
      ...outcomeFacts(round, stored),
    ],
    rule: ruleInWords(ruleIn(round)),
    toVerify: !article,
    electors: sight.recused
      ? null
      : await electorsOf(reader, round, electorate, votes, count, sight.votes || !open, at),
    names: electorate.map(({ name }) => name),
    recused: recusedIn(round).map(({ name, reason }) => ({ name, reason: RECUSAL_LABELS[reason] })),
    counts:
      shown && result
        ? (['for', 'against', 'abstain'] as const).map((choice) => ({
            label: CHOICE_LABELS[choice],
            count: result.counts[choice],
          }))
        : null,
    standing: standingOf(round, result, shown),
    hidden: sight.recused ? TEXTS.recusedHidden : shown ? null : TEXTS.votesHidden,
  }
}

function standingOf(round: Round, result: Tally | null, shown: boolean): string | null {
  if (round.status === 'suspended') return TEXTS.suspended
  if (!result || !shown) return null
  const quorum = `${LABELS.quorum}\u00a0: ${TEXTS.quorum(result.forQuorum, result.quorumNeeded, result.quorumMet)}.`
  if (round.status === 'open') return result.votesToCome > 0 ? `${quorum} ${TEXTS.toCome(result.votesToCome)}` : quorum
  return result.reason === 'votes-to-come' ? quorum : `${quorum} ${REASON_LABELS[result.reason]}`
}

const timesOf = ({ mode, opensAt, closesAt, closedAt, status }: Round): Fact[] =>
  facts([
    ...(mode === 'online' ? [{ label: LABELS.opens, value: moment(opensAt) }] : []),
    { label: LABELS.closes, value: status === 'open' ? moment(closesAt) : null },
    { label: LABELS.closed, value: moment(closedAt) },
  ])

function outcomeFacts(round: Round, stored: Tally | null): Fact[] {
  const { outcome, status } = round
  const proposed = status === 'awaiting-confirmation' ? sessionIn(round)?.outcome : null
  const decided = outcome ?? proposed ?? null
  if (decided === null) return []
  const counts = stored ? ` (${TEXTS.counts(stored.counts.for, stored.counts.against, stored.counts.abstain)})` : ''
  return [
    { label: LABELS.outcome, value: `${OUTCOME_LABELS[decided]}${status === 'awaiting-confirmation' ? counts : ''}` },
  ]
}

async function sessionFacts(reader: Reader, round: Round, names: Names): Promise<Fact[]> {
  const { recordedBy, confirmedBy } = round
  const stored = sessionIn(round)
  if (!stored) return []
  const nameOf = (person: string) => names.get(person) ?? person
  const accounts = await accountNames(reader, [idOf(recordedBy)])
  return facts([
    { label: LABELS.sessionDay, value: formatDay(stored.sessionDay) },
    { label: LABELS.minutes, value: stored.minutesReference },
    { label: LABELS.present, value: stored.present.map(nameOf).join(', ') },
    {
      label: LABELS.represented,
      value: stored.represented
        .map(({ elector, by }) => (by ? `${nameOf(elector)} (par ${nameOf(by)})` : nameOf(elector)))
        .join(', '),
    },
    { label: LABELS.presiding, value: stored.presiding ? nameOf(stored.presiding) : null },
    { label: LABELS.disputed, value: stored.disputed },
    { label: LABELS.recordedBy, value: accounts.get(idOf(recordedBy) ?? '') },
    { label: LABELS.confirmedBy, value: names.get(idOf(confirmedBy) ?? '') },
  ])
}

async function electorsOf(
  { payload, req }: Reader,
  round: Round,
  electorate: readonly Elector[],
  votes: readonly Vote[],
  count: OpenRound | null,
  open: boolean,
  at: Date,
): Promise<ElectorModel[]> {
  const day = parisDay(new Date(round.closedAt ?? at))
  const bodyId = idOf(round.body)
  const mandates = (await mandateFacts(payload, req)).filter(
    (mandate) => mandate.body === bodyId && inForce(mandate, day),
  )
  return electorate.map(({ person, name }) => {
    const role = mandates.find((mandate) => mandate.person === person && mandate.role !== 'member')?.role
    const vote = votes.find((each) => idOf(each.person) === person)
    const choice = vote && vote.choice !== 'recused' ? vote.choice : null
    const left = choice === null && count !== null && !count.input.electorate.includes(person)
    return {
      person,
      name,
      role: isMandateRole(role) ? MANDATE_ROLE_LABELS[role] : null,
      cast: choice !== null,
      vote: choice
        ? open
          ? CHOICE_LABELS[choice]
          : TEXTS.hasVoted
        : left
          ? TEXTS.ended
          : round.mode === 'session'
            ? ''
            : TEXTS.notYet,
      reason: open ? (vote?.reason ?? null) : null,
    }
  })
}

/** The rounds before the present one, in a line each, newest first. */
export async function earlierRounds(
  reader: Reader,
  adhesionId: string,
  present: string | null,
  recused: boolean,
): Promise<EarlierRound[]> {
  const { docs } = await reader.payload.find({
    collection: 'rounds',
    where: { subject: { equals: `adhesion:${adhesionId}` } },
    sort: '-round',
    limit: 0,
    ...asReader(reader),
  })
  return docs
    .filter(({ id }) => id !== present)
    .map((round) => {
      const stored = tallyIn(round)
      const counts =
        stored && !recused ? ` (${TEXTS.counts(stored.counts.for, stored.counts.against, stored.counts.abstain)})` : ''
      const detail = round.outcome ? `${OUTCOME_LABELS[round.outcome]}${counts}.` : (round.voidReason ?? '')
      return {
        round: round.round,
        text: TEXTS.earlier(TEXTS.round(round.round, round.mode === 'session'), ROUND_STATES[round.status], detail),
      }
    })
}
