import type { Payload, PayloadRequest } from 'payload'
import type { Day } from '../lib/dates.ts'
import { everyMandate, everyPerson } from './deciders.ts'
import { electorateOn, type Electorate } from './electorate.ts'
import { factsOf, roundsOf, saidBefore } from './matter.ts'
import type { Elector } from './stored-round.ts'

/** Who may judge a subject on a day in a new round, how everybody concerned is called, and the number of that round. */
export type Assembly = Electorate & { named: (person: string) => Elector; number: number }

type Asked = { unit: { payload: Payload; req: PayloadRequest }; subject: string }

/** Returns who may judge a subject on a day in a new round, from the mandates, the people and what the subject says. */
export async function assemble({ unit: { payload, req }, subject }: Asked, body: string, day: Day): Promise<Assembly> {
  const said = await factsOf(payload, req, subject)
  if (!said) throw new Error(`No such subject: ${subject}`)
  const rounds = await roundsOf(payload, req, [subject])
  const people = await everyPerson(payload, req)
  const names = new Map(
    people.map(({ id, firstName, lastName }) => [id, [firstName, lastName].filter(Boolean).join(' ')]),
  )
  return {
    ...electorateOn({
      body,
      day,
      people,
      mandates: await everyMandate(payload, req),
      interests: said.interests,
      setAside: await saidBefore(payload, req, rounds),
    }),
    named: (person) => ({ person, name: names.get(person) ?? person }),
    number: (rounds[0]?.round ?? 0) + 1,
  }
}
