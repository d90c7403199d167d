import type { Payload, PayloadRequest } from 'payload'
import type { Competence } from '../governance/competences.ts'
import { holders } from '../governance/mandate-facts.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { decidingBody, everyMandate, everyPerson } from './deciders.ts'
import { matterOf, type Matter } from './matter.ts'
import { presiding } from './presiding.ts'
import { recusalsAmong } from './recusal.ts'
import { electorsIn, sessionIn } from './stored-round.ts'

/** Who decides a matter today, and what an account is in it. */
export type Seat = {
  /** The person for whom the account acts. */
  person: string | null
  isMember: boolean
  isElector: boolean
  isChair: boolean
  /** Whether the person must not judge the matter. */
  recused: boolean
  presides: boolean
  /** Whether the chair is vacant or recused, and no vice-chair can stand in: nobody presides over the matter. */
  nobodyPresides: boolean
}

const NOBODY: Seat = {
  person: null,
  isMember: false,
  isElector: false,
  isChair: false,
  recused: false,
  presides: false,
  nobodyPresides: false,
}

/**
 * Returns what an account is in the matter of a subject: by the mandates of today, the electorate of the present round
 * and the one rule of recusal.
 * @param subject null where mandates alone are asked for, before a subject is looked up
 */
export async function seatOf(
  payload: Payload,
  req: PayloadRequest,
  account: string,
  { competence, subject }: { competence: Competence; subject: string | null },
): Promise<Seat> {
  const person = (await everyPerson(payload, req)).find((each) => each.account === account)?.id ?? null
  // Rights in a matter come by a person's mandates: without a person there is nothing to look up.
  if (person === null) return NOBODY
  const matter = subject === null ? null : await matterOf(payload, req, subject)
  const round = matter?.round ?? null
  const office = await officeOf(payload, req, competence, matter)
  if (office === null) return { ...NOBODY, person }
  const { members, recused, chair } = office
  const isMember = members.includes(person)
  return {
    person,
    isMember,
    isElector:
      isMember &&
      !recused.includes(person) &&
      round !== null &&
      electorsIn(round).some((each) => each.person === person),
    isChair: chair === person,
    recused: isMember && recused.includes(person),
    presides: office.presiding === person,
    nobodyPresides: matter !== null && office.presiding === null,
  }
}

/** Whether an account acts for somebody who holds a mandate in force today in the body with a competence. */
export const isMember = async (
  payload: Payload,
  req: PayloadRequest,
  account: string,
  competence: Competence,
): Promise<boolean> => (await seatOf(payload, req, account, { competence, subject: null })).isMember

type Office = { members: string[]; recused: string[]; chair: string | null; presiding: string | null }

/** Returns who presides over the matter of a subject today, or null where nobody may. */
export async function presidingOver(
  payload: Payload,
  req: PayloadRequest,
  competence: Competence,
  subject: string,
): Promise<string | null> {
  const office = await officeOf(payload, req, competence, await matterOf(payload, req, subject))
  return office?.presiding ?? null
}

async function officeOf(
  payload: Payload,
  req: PayloadRequest,
  competence: Competence,
  matter: Matter | null,
): Promise<Office | null> {
  const body = await decidingBody(payload, req, competence)
  if (!body) return null
  const mandates = await everyMandate(payload, req)
  const today = parisDay(now())
  const members = holders(mandates, body.id, today)
  const recused = matter ? recusalsAmong(members, matter.facts).map(({ person }) => person) : []
  const chair = holders(mandates, body.id, today, 'chair')[0] ?? null
  return {
    members,
    recused,
    chair,
    presiding: matter
      ? (presiding({
          electorate: members.filter((member) => !recused.includes(member)),
          chair,
          viceChairs: holders(mandates, body.id, today, 'vice-chair'),
          presided: matter.round ? sessionIn(matter.round)?.presiding : null,
        }) ?? null)
      : null,
  }
}
