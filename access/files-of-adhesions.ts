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

/** Votes and notes of an adhesion: the secretariat, and Bureau members who are not recused on it. */
export const votesReaders = async ({ req }: { req: PayloadRequest }): Promise<boolean | Where> => {
  if (hasRole(req, 'secretariat')) return true
  const user = staff(req)
  if (!user || !(await holdsBureauMandate(req))) return false
  const recused = await recusedSubjects(req, user.id, 'adhesion')
  const visible: Where = { 'adhesion.everSubmitted': { equals: true } }
  return recused.length === 0 ? visible : { and: [visible, { adhesion: { not_in: recused } }] }
}
