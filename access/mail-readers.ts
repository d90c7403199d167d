import type { PayloadRequest, Where } from 'payload'
import { hasRole, holdsBureauMandate } from './actors.ts'

/** E-mails about a file and what became of them: who reads the file. What could not be delivered, of whatever: the secretariat. */
export const mailReaders = async ({ req }: { req: PayloadRequest }): Promise<boolean | Where> => {
  if (hasRole(req, 'secretariat')) return { or: [{ adhesion: { exists: true } }, { status: { equals: 'failed' } }] }
  return (await holdsBureauMandate(req)) ? { 'adhesion.everSubmitted': { equals: true } } : false
}
