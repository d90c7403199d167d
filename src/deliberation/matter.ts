import type { Payload, PayloadRequest } from 'payload'
import { findAll } from '../db/find.ts'
import { idOf } from '../lib/ids.ts'
import { now } from '../lib/clock.ts'
import { parisDay, type Day } from '../lib/dates.ts'
import { keepAnswer, onceARequest } from '../lib/once-a-request.ts'
import type { Round } from '../payload-types.ts'
import { everyMandate, everyPerson } from './deciders.ts'
import { isLiftable, type Recusal, type RecusalFacts } from './recusal.ts'
import { recusedIn } from './stored-round.ts'
import { subjectIn, subjectKinds, type SubjectFacts } from './subjects.ts'

/** A subject with all that recusal on it depends on, and its present round. */
export type Matter = { subject: string; round: Round | null; facts: RecusalFacts }

/**
 * Reads subjects of one kind. Whom the present round lists is set aside; without one, whoever declared a conflict in any
 * round or whose tie was confirmed in the last, and was not reinstated since. A subject that there is not is left out.
 */
export async function mattersOf(
  payload: Payload,
  req: PayloadRequest,
  kindName: string,
  ids: readonly string[],
  day: Day = parisDay(now()),
): Promise<Matter[]> {
  const kind = subjectKinds(payload)[kindName]
  if (!kind || ids.length === 0) return []
  const said = await kind.facts(payload, req, ids)
  const subjects = [...said.keys()].map((id) => `${kindName}:${id}`)
  const rounds = await roundsOf(payload, req, subjects)
  const matters: Matter[] = []
  for (const [id, facts] of said) {
    const subject = `${kindName}:${id}`
    const own = rounds.filter((round) => round.subject === subject)
    matters.push(await matterFrom(payload, req, { subject, said: facts, rounds: own, day }))
  }
  return matters
}

/** Reads one subject, or null where there is none. */
export async function matterOf(
  payload: Payload,
  req: PayloadRequest,
  subject: string,
  day: Day = parisDay(now()),
): Promise<Matter | null> {
  const said = await factsOf(payload, req, subject)
  if (!said) return null
  const rounds = await roundsOf(payload, req, [subject])
  for (const round of rounds) keepAnswer(req, roundQuestion(round.id), round)
  return matterFrom(payload, req, { subject, said, rounds, day })
}

/** Returns what a subject says, read once a request: it changes by no act on a round but for which one is the present. */
export function factsOf(payload: Payload, req: PayloadRequest, subject: string): Promise<SubjectFacts | null> {
  const { kind, id } = subjectIn(payload, subject)
  return onceARequest(req, `subject:${subject}`, async () => (await kind.facts(payload, req, [id])).get(id) ?? null)
}

const roundQuestion = (id: string): string => `round:${id}`

/** A round as the request read it first: whoever changes it goes on with what the change returns. */
export const roundById = (payload: Payload, req: PayloadRequest, id: string): Promise<Round | null> =>
  onceARequest(req, roundQuestion(id), () =>
    payload.findByID({ collection: 'rounds', id, req, depth: 0, overrideAccess: true, disableErrors: true }),
  )

type Given = { subject: string; said: SubjectFacts; rounds: readonly Round[]; day: Day }

async function matterFrom(
  payload: Payload,
  req: PayloadRequest,
  { subject, said, rounds, day }: Given,
): Promise<Matter> {
  const round = rounds.find(({ id }) => id === said.round) ?? null
  const mandates = await everyMandate(payload, req)
  const people = await everyPerson(payload, req)
  const setAside = round ? recusedIn(round) : await saidBefore(payload, req, rounds)
  return { subject, round, facts: { day, mandates, people, interests: said.interests, setAside } }
}

/** The rounds of subjects, the last first. */
export function roundsOf(payload: Payload, req: PayloadRequest, subjects: readonly string[]): Promise<Round[]> {
  const subject = subjects.length === 1 ? { equals: subjects[0] } : { in: [...subjects] }
  return findAll({ payload, req }, 'rounds', { where: { subject }, sort: '-round' })
}

/**
 * Returns who declared a conflict in any round of a subject, and whose tie was confirmed in the last, and was not
 * reinstated since: they are set aside in the next as well.
 * @param rounds all of the subject, the last first
 */
export async function saidBefore(payload: Payload, req: PayloadRequest, rounds: readonly Round[]): Promise<Recusal[]> {
  const [last] = rounds
  if (!last) return []
  const votes = await findAll({ payload, req }, 'votes', {
    where: {
      and: [
        { round: { in: rounds.map(({ id }) => id) } },
        { choice: { equals: 'recused' } },
        { live: { equals: true } },
      ],
    },
  })
  const declared = votes.map(({ person }) => idOf(person)).filter((person) => person !== null)
  const confirmed = recusedIn(last).filter(({ reason }) => reason === 'confirmed')
  return [
    ...confirmed.map(({ person, reason }): Recusal => ({ person, reason })),
    ...[...new Set(declared)].map((person): Recusal => ({ person, reason: 'declared' })),
  ].filter(({ reason }) => isLiftable(reason))
}
