import type { PayloadRequest } from 'payload'
import { recusedAdhesionIdsOf } from '../deliberation/recusals.ts'
import type { Ballot } from '../payload-types.ts'
import { recusedIn, sessionIn } from './stored-ballot.ts'

/** Who might preside over a file, by the mandates of a day: the longest in office first. */
export type Presidency = { members: readonly string[]; chairs: readonly string[]; viceChairs: readonly string[] }

type OnWhat = { adhesion: string; ballot: Ballot | null }

/**
 * Whether somebody presides over a file: who presided over the session that decided it, while they are of the Bureau,
 * else the chair, else the first vice-chair, who is not recused. Where all of them are, it is nobody until the Bureau
 * has another vice-chair. One's own recusal is not looked at here.
 */
export async function presides(
  req: PayloadRequest,
  person: string,
  on: OnWhat,
  { members, chairs, viceChairs }: Presidency,
): Promise<boolean> {
  const named = on.ballot && sessionIn(on.ballot)?.presiding
  if (named && members.includes(named)) return named === person
  const order = [...chairs, ...viceChairs]
  if (!order.includes(person)) return false
  for (const earlier of order.slice(0, order.indexOf(person))) {
    if (!(await isRecusedOn(req, earlier, on))) return false
  }
  return true
}

/** Who presides over a file, or null where nobody who might is free to. */
export async function presidingOver(req: PayloadRequest, on: OnWhat, presidency: Presidency): Promise<string | null> {
  for (const person of new Set([...presidency.chairs, ...presidency.viceChairs, ...presidency.members])) {
    if ((await presides(req, person, on, presidency)) && !(await isRecusedOn(req, person, on))) return person
  }
  return null
}

/** By the round's list, by a declaration, or by who applies. */
export async function isRecusedOn(req: PayloadRequest, person: string, { adhesion, ballot }: OnWhat): Promise<boolean> {
  if (ballot && recusedIn(ballot).some((each) => each.person === person)) return true
  return (await recusedAdhesionIdsOf(req, person)).includes(adhesion)
}
