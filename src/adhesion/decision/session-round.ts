import type { SessionVotes } from '../../deliberation/session-input.ts'
import type { Tally } from '../../deliberation/tally.ts'
import type { Round, GovernanceBody } from '../../payload-types.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { ruleOfBody } from '../../governance/body-rule.ts'
import type { Elector, RecusedElector, StoredSession } from '../../deliberation/stored-round.ts'

/** Votes by name stand as votes of the round, which the recused do not read. */
export async function keepVotes(
  { unit: { payload, req }, adhesion, at }: FileInHand,
  ballot: Round,
  votes: SessionVotes,
): Promise<void> {
  if (!('byName' in votes)) return
  for (const { elector, choice } of votes.byName) {
    await payload.create({
      collection: 'votes',
      data: { adhesion: adhesion.id, round: ballot.id, person: elector, choice, castAt: at.toISOString(), live: true },
      req,
      depth: 0,
      overrideAccess: true,
    })
  }
}

/** What the round keeps of the votes where everybody of the Bureau reads. */
export const inNumbers = (votes: SessionVotes, { counts }: Tally): StoredSession['votes'] =>
  'byName' in votes ? { counts } : votes

/** Suspends the online round and voids a session's record that nobody confirmed. */
export async function setAside({ unit: { payload, req }, adhesion, at }: FileInHand): Promise<void> {
  const { docs } = await payload.find({
    collection: 'rounds',
    where: { and: [{ adhesion: { equals: adhesion.id } }, { status: { in: ['open', 'awaiting-confirmation'] } }] },
    limit: 10,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  for (const { id, status } of docs) {
    const data =
      status === 'open'
        ? { status: 'suspended' }
        : { status: 'void', voidReason: 'Remplacée par un nouvel enregistrement.', closedAt: at.toISOString() }
    await payload.db.updateOne({ collection: 'rounds', id, data, req })
  }
}

/** Opens the round of a session, which awaits its confirmation. */
export async function createSessionRound(
  { unit: { payload, req }, adhesion, at, subject, actor }: FileInHand,
  body: GovernanceBody,
  tally: Tally,
  round: number,
  {
    electorate,
    recused,
    chair,
    session,
  }: { electorate: Elector[]; recused: RecusedElector[]; chair: string | null; session: StoredSession },
): Promise<Round> {
  return payload.create({
    collection: 'rounds',
    data: {
      subject,
      adhesion: adhesion.id,
      round,
      body: body.id,
      mode: 'session',
      status: 'awaiting-confirmation',
      rule: { ...ruleOfBody(body.rule) },
      electorate,
      recused,
      chair,
      opensAt: at.toISOString(),
      tally: { ...tally },
      session: { ...session },
      recordedBy: actor.kind === 'staff' ? actor.user.id : null,
    },
    req,
    depth: 0,
    overrideAccess: true,
  })
}
