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
