import type { Payload, PayloadRequest } from 'payload'
import { roundById } from '../../deliberation/matter.ts'
import { seatOf } from '../../deliberation/seat.ts'
import { idOf } from '../../lib/ids.ts'
import { holdsRole } from '../../governance/roles.ts'
import type { Adhesion, Round } from '../../payload-types.ts'
import type { Actor } from './actor.ts'
import { staffRoles, type ActorRole } from './actors.ts'

/** Who somebody is on one file: roles of the transition table, the person behind the account, recusal. */
export type Standing = {
  roles: Set<ActorRole>
  person: string | null
  recused: boolean
  /** There is a round, so that a Bureau member who is no elector of it is refused for that and not for the state. */
  hasRound: boolean
}

/** A file, or none yet when only mandates are asked for. */
type OnWhat = Pick<Adhesion, 'currentRound'> & { id?: string }

type Of = { unit: { payload: Payload; req: PayloadRequest }; adhesion: Pick<Adhesion, 'currentRound'> }

/** The present round of a file, or null. */
export async function presentRound({ unit: { payload, req }, adhesion }: Of): Promise<Round | null> {
  const id = idOf(adhesion.currentRound)
  return id === null ? null : roundById(payload, req, id)
}

/** Returns the present round of a file that the Bureau holds. @throws Error where there is none */
export async function roundInHand(of: Of): Promise<Round> {
  const round = await presentRound(of)
  if (!round) throw new Error('The Bureau holds an application without a round')
  return round
}

/**
 * Returns the standing of an actor on a file, by the mandates in force today, the electorate of the present round and
 * recusal. Read inside the unit of work.
 */
export async function standingOn(
  payload: Payload,
  req: PayloadRequest,
  adhesion: OnWhat,
  actor: Actor,
): Promise<Standing> {
  switch (actor.kind) {
    case 'system':
      return { roles: new Set(['system']), person: null, recused: false, hasRound: false }
    case 'anybody':
    case 'federation':
      return { roles: new Set(['anybody']), person: null, recused: false, hasRound: false }
    case 'applicant':
      return { roles: new Set(['applicant']), person: null, recused: false, hasRound: false }
    case 'representative':
      return { roles: new Set(['applicant', 'representative']), person: null, recused: false, hasRound: false }
    case 'staff':
      return staffStanding(payload, req, adhesion, actor.user)
  }
}

async function staffStanding(
  payload: Payload,
  req: PayloadRequest,
  adhesion: OnWhat,
  user: { id: string; roles?: string[] | null; suspended?: boolean | null },
): Promise<Standing> {
  const seat = await seatOf(payload, req, user.id, {
    competence: 'adhesion-validation',
    subject: adhesion.id === undefined ? null : `adhesion:${adhesion.id}`,
  })
  return {
    roles: staffRoles({ secretariat: holdsRole(user, 'secretariat'), ...seat }),
    person: seat.person,
    recused: seat.recused,
    hasRound: idOf(adhesion.currentRound) !== null,
  }
}
