import type { Payload, PayloadRequest } from 'payload'
import { findAll } from '../db/find.ts'
import { idOf } from '../lib/ids.ts'
import type { MandateFacts, PersonFacts } from './mandate-facts.ts'

/** Every mandate that ever was, with what its member is: few rows, read whole so that rules stay pure functions. */
export async function mandateFacts(payload: Payload, req: PayloadRequest): Promise<MandateFacts[]> {
  const mandates = await findAll({ payload, req }, 'mandates')
  const memberIds = [...new Set(mandates.map(({ onBehalfOf }) => idOf(onBehalfOf)).filter((id) => id !== null))]
  const members =
    memberIds.length === 0 ? [] : await findAll({ payload, req }, 'members', { where: { id: { in: memberIds } } })
  const memberOf = new Map(members.map((member) => [member.id, member]))
  return mandates.flatMap((mandate) => {
    const person = idOf(mandate.person)
    const body = idOf(mandate.body)
    if (person === null || body === null) return []
    const member = memberOf.get(idOf(mandate.onBehalfOf) ?? '')
    return [
      {
        person,
        body,
        role: mandate.role,
        firstDay: mandate.firstDay,
        lastDay: mandate.lastDay ?? null,
        confirmed: mandate.confirmed ?? false,
        onBehalfOf: member
          ? {
              id: member.id,
              siren: member.organisation?.siren ?? null,
              identifierKey: member.identifierKey,
              network: idOf(member.network),
            }
          : null,
      },
    ]
  })
}

/** Every person who holds or held a mandate; the account's address counts as theirs as well as the record's. */
export async function peopleFacts(payload: Payload, req: PayloadRequest): Promise<PersonFacts[]> {
  const docs = await findAll({ payload, req }, 'people', { depth: 1 })
  return docs.map(({ id, firstName, lastName, email, account }) => ({
    id,
    firstName,
    lastName,
    account: idOf(account),
    emails: [email, typeof account === 'object' ? account?.email : null].filter((each) => typeof each === 'string'),
  }))
}
