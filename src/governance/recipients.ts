import { findById } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { idOf } from '../lib/ids.ts'
import { secretariesInOffice } from './accounts.ts'
import { bodyWithCompetence, mandatesOfBody } from './mandates.ts'

/** The address at which a person is written to: of their account, by which they sign in, else of their record. */
export async function personEmail({ payload, req }: UnitOfWork, person: string): Promise<string | null> {
  const found = await findById({ payload, req }, 'people', person, { depth: 1 })
  const account = found?.account
  return (typeof account === 'object' && account !== null ? account.email : null) ?? found?.email ?? null
}

/** The addresses of persons, in their order; nobody stands for a person without an address. */
export async function emailsOfPersons(unit: UnitOfWork, persons: Iterable<string | null>): Promise<string[]> {
  const emails: string[] = []
  for (const person of persons) {
    const email = person === null ? null : await personEmail(unit, person)
    if (email !== null) emails.push(email)
  }
  return emails
}

/** The addresses of the secretariat: of who accepted their invitation and is not suspended. */
export async function secretariatEmails(unit: UnitOfWork): Promise<string[]> {
  return (await secretariesInOffice(unit)).map(({ email }) => email)
}

/** The addresses of everybody who holds a mandate in force in a body, and of the persons named besides. */
export async function holderEmails(unit: UnitOfWork, body: string, besides: readonly string[] = []): Promise<string[]> {
  const mandates = await mandatesOfBody(unit.payload, body, parisDay(now()), unit.req)
  return emailsOfPersons(unit, new Set([...mandates.map(({ person }) => idOf(person)), ...besides]))
}

/** The addresses of who chairs the body that decides on applications. */
export async function chairEmails(unit: UnitOfWork): Promise<string[]> {
  const body = await bodyWithCompetence(unit.payload, 'adhesion-validation', unit.req)
  if (!body) return []
  const mandates = await mandatesOfBody(unit.payload, body.id, parisDay(now()), unit.req)
  return emailsOfPersons(
    unit,
    mandates.filter(({ role }) => role === 'chair').map(({ person }) => idOf(person)),
  )
}
