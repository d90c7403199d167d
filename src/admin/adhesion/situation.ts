import { type Case, offeredOn, type StaffAction } from '../../adhesion/lifecycle/action.ts'
import { entriesOn, type Entry } from '../../adhesion/erasure/entries.ts'
import { NO_CLIENT } from '../../adhesion/lifecycle/actor.ts'
import { standingOn } from '../../adhesion/lifecycle/present.ts'
import { idOf } from '../../lib/ids.ts'
import { STAFF_ACTIONS, type StaffActionName } from '../../adhesion/lifecycle/transitions.ts'
import { now } from '../../lib/clock.ts'
import type { Adhesion, Round, Vote } from '../../payload-types.ts'
import { asReader, type Reader } from '../reader.ts'
import { type OpenRound, openRound, readVotes } from './read-round.ts'

/** Who looks at an application, how it stands, and what they may do on it now. */
export type Situation = Case & {
  round: Round | null
  /** The votes of the present round that they may read. */
  votes: readonly Vote[]
  count: OpenRound | null
  holder: 'nobody' | 'self' | 'colleague'
  /** A session's decision waits for who presides to confirm it; online voting is suspended. */
  sessionRecorded: boolean
  /** What of it may be erased. */
  entries: readonly Entry[]
  /** The actions of the team that are accepted of them now, in the table's order. */
  offered: readonly StaffAction<StaffActionName>[]
}

/** Reads how an application stands before somebody of the team. The guards of its actions are the use-cases' own. */
export async function situationOf(reader: Reader, adhesion: Adhesion): Promise<Situation> {
  const { payload, req, user } = reader
  const actor = { kind: 'staff', user, client: NO_CLIENT } as const
  const at = now()
  const standing = await standingOn(payload, req, adhesion, actor)
  const of: Case = { unit: { payload, req }, adhesion, standing, actor, at }
  const round = await readRound(reader, adhesion)
  const votes = round ? await readVotes(reader, round) : []
  const holder = idOf(adhesion.claimedBy)
  return {
    ...of,
    round,
    votes,
    count: round?.status === 'open' ? await openRound(reader, round, votes, standing.person, at) : null,
    holder: holder === null ? 'nobody' : holder === user.id ? 'self' : 'colleague',
    sessionRecorded: round?.mode === 'session' && round.status === 'awaiting-confirmation',
    entries: await entriesOn(of),
    offered: await offeredOn(of, STAFF_ACTIONS),
  }
}

async function readRound(reader: Reader, { currentRound }: Adhesion): Promise<Round | null> {
  const id = idOf(currentRound)
  if (id === null) return null
  return reader.payload.findByID({ collection: 'rounds', id, ...asReader(reader), disableErrors: true })
}
