import type { PayloadRequest, Where } from 'payload'
import { recusedSubjects } from '../src/deliberation/recused-subjects.ts'
import { hasRole, holdsBureauMandate, staff } from './actors.ts'

/** An adhesion: the secretariat, and Bureau members from its signature on. */
export const adhesionReaders = async ({ req }: { req: PayloadRequest }): Promise<boolean | Where> => {
  if (hasRole(req, 'secretariat')) return true
  return (await holdsBureauMandate(req)) ? { everSubmitted: { equals: true } } : false
}

/** Access to the records of an application that are open to every Bureau member, recused or not. */
export const adhesionPartsReaders = async ({ req }: { req: PayloadRequest }): Promise<boolean | Where> => {
  if (hasRole(req, 'secretariat')) return true
  return (await holdsBureauMandate(req)) ? { 'adhesion.everSubmitted': { equals: true } } : false
}

/** Rounds: the secretariat and every Bureau member, recused or not. What was never signed has none. */
export const roundsReaders = async ({ req }: { req: PayloadRequest }): Promise<boolean> =>
  hasRole(req, 'secretariat') || (await holdsBureauMandate(req))

/** Votes: the secretariat, and Bureau members who are not recused on the application. */
export const votesReaders = async ({ req }: { req: PayloadRequest }): Promise<boolean | Where> => {
  if (hasRole(req, 'secretariat')) return true
  const user = staff(req)
  if (!user || !(await holdsBureauMandate(req))) return false
  const recused = await recusedSubjects(req, user.id, 'adhesion')
  return recused.length === 0 || { subject: { not_in: recused.map((id) => `adhesion:${id}`) } }
}
