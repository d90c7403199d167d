import type { PayloadRequest, Where } from 'payload'
import { recusedSubjects } from '../src/deliberation/recused-subjects.ts'
import { hasRole, holdsBureauMandate, staff } from './actors.ts'

/** The journal of an adhesion: the secretariat; Bureau members, the recused without votes and notes. */
export const journalReaders = async ({ req }: { req: PayloadRequest }): Promise<boolean | Where> => {
  if (hasRole(req, 'secretariat')) return true
  const user = staff(req)
  if (!user || !(await holdsBureauMandate(req))) return false
  const visible: Where = { 'adhesion.everSubmitted': { equals: true } }
  const recused = await recusedSubjects(req, user.id, 'adhesion')
  if (recused.length === 0) return visible
  return { and: [visible, { or: [{ confidential: { equals: false } }, { adhesion: { not_in: recused } }] }] }
}
