import type { PayloadRequest, Where } from 'payload'
import { findAll } from '../db/find.ts'
import { inForce, type PersonFacts } from '../governance/mandate-facts.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { foldEmail } from '../lib/fold.ts'
import { onceARequest } from '../lib/once-a-request.ts'
import { everyMandate, everyPerson } from './deciders.ts'
import { mattersOf } from './matter.ts'
import { recusalOf } from './recusal.ts'
import { subjectKinds, type Ties } from './subjects.ts'

/**
 * Returns the ids of the subjects of a kind that the person behind an account must not judge today. Those that might be
 * are found by indexes; each is then judged by the one rule. Asked once a request.
 */
export function recusedSubjects(req: PayloadRequest, userId: string, kind: string): Promise<string[]> {
  return onceARequest(req, `recused:${kind}:${userId}`, async () => {
    const person = (await everyPerson(req.payload, req)).find(({ account }) => account === userId)
    return person ? recusedSubjectsOf(req, person, kind) : []
  })
}

async function recusedSubjectsOf(req: PayloadRequest, person: PersonFacts, kindName: string): Promise<string[]> {
  const { payload } = req
  const near = await subjectKinds(payload)[kindName]?.near(payload, req, await tiesOf(req, person))
  const ids = new Set([...(near ?? []), ...(await setAsideIn(req, person.id, kindName))])
  const matters = await mattersOf(payload, req, kindName, [...ids])
  return matters
    .filter(({ facts }) => recusalOf(person.id, facts) !== null)
    .map(({ subject }) => subject.slice(kindName.length + 1))
}

async function tiesOf(req: PayloadRequest, { id, emails = [] }: PersonFacts): Promise<Ties> {
  const today = parisDay(now())
  const members = (await everyMandate(req.payload, req))
    .filter((mandate) => mandate.person === id && inForce(mandate, today))
    .map(({ onBehalfOf }) => onBehalfOf)
  return {
    emails: [...new Set(emails.map(foldEmail))],
    identifierKeys: members.map((member) => member?.identifierKey).filter((key) => typeof key === 'string'),
    sirens: members.map((member) => member?.siren).filter((siren) => typeof siren === 'string'),
  }
}

/**
 * Returns the ids of the subjects of which some round lists the person as recused. MongoDB looks into a list stored as
 * JSON by its path, SQLite only into the whole text; what was found is judged again by who asks.
 */
async function setAsideIn(req: PayloadRequest, person: string, kind: string): Promise<string[]> {
  const listed: Where = { or: [{ 'recused.person': { equals: person } }, { recused: { contains: person } }] }
  const rounds = await findAll({ payload: req.payload, req }, 'rounds', { where: listed })
  return rounds
    .filter(({ subject }) => subject.startsWith(`${kind}:`))
    .map(({ subject }) => subject.slice(kind.length + 1))
}
