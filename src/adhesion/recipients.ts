import type { UnitOfWork } from '../db/unit-of-work.ts'
import { secretariesInOffice } from '../governance/accounts.ts'
import type { Adhesion } from '../payload-types.ts'

/** Where a file's applicant is written to: the contact, else the representative. */
export function applicantEmail({ contact, representative }: Pick<Adhesion, 'contact' | 'representative'>): string {
  const email = contact?.email ?? representative?.email
  if (!email) throw new Error('A file has neither contact nor representative to write to')
  return email
}

/** Everybody on the applicant's side, each address once. */
export function applicantEmails(adhesion: Pick<Adhesion, 'contact' | 'representative'>): string[] {
  return [
    ...new Set([applicantEmail(adhesion), adhesion.representative?.email].filter((email) => typeof email === 'string')),
  ]
}

/** The addresses of the secretariat: of who accepted their invitation and is not suspended. */
export async function secretariatEmails(unit: UnitOfWork): Promise<string[]> {
  return (await secretariesInOffice(unit)).map(({ email }) => email)
}

/** The address of a person who holds a mandate: of the account, since that is what they sign in with, else of the record. */
export async function personEmail({ payload, req }: UnitOfWork, person: string): Promise<string | null> {
  const found = await payload.findByID({
    collection: 'people',
    id: person,
    depth: 1,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  const account = found?.account
  return (typeof account === 'object' && account !== null ? account.email : null) ?? found?.email ?? null
}
