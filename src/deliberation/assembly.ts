import type { Payload, PayloadRequest } from 'payload'
import type { Day } from '../lib/dates.ts'
import { electorateOn, type Electorate } from './electorate.ts'
import { matterOf, roundsOf, saidBefore } from './matter.ts'

/** Who may judge a subject on a day, and how everybody concerned is called. */
export type Assembly = Electorate & { nameOf: (person: string) => string }

/** Returns who may judge a subject on a day in a new round, from the mandates, the people and what the subject says. */
export async function assemble(
  payload: Payload,
  req: PayloadRequest,
  { subject, body, day }: { subject: string; body: string; day: Day },
): Promise<Assembly> {
  const matter = await matterOf(payload, req, subject, day)
  if (!matter) throw new Error(`No such subject: ${subject}`)
  const setAside = matter.round
    ? await saidBefore(payload, req, await roundsOf(payload, req, [subject]))
    : matter.facts.setAside
  const names = new Map(
    matter.facts.people.map((person) => [person.id, [person.firstName, person.lastName].filter(Boolean).join(' ')]),
  )
  return {
    ...electorateOn({ ...matter.facts, ...(setAside ? { setAside } : {}), body }),
    nameOf: (person) => names.get(person) ?? person,
  }
}
