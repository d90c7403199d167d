import type { PayloadRequest, Where } from 'payload'
import { bodiesSatInBy } from '../src/governance/seats-of.ts'
import { notTrashed } from '../src/content/public-kind.ts'
import { DOCUMENT_KIND } from '../src/site/kinds/documents/kind.ts'
import { hasRole, staff } from './actors.ts'

/**
 * All documents for editors and the secretariat. Public ones for everybody; for the team those of the members as well,
 * and those of the bodies in which somebody sits today. Members have no accounts yet.
 */
export const readableDocuments = async ({ req }: { req: PayloadRequest }): Promise<true | Where> => {
  if (hasRole(req, 'editor') || hasRole(req, 'secretariat')) return true
  const user = staff(req)
  if (!user) return DOCUMENT_KIND.readable()
  const bodies = await bodiesSatInBy(req, user.id)
  const rule: Where = {
    or: [
      { visibility: { in: ['public', 'members'] } },
      { and: [{ visibility: { equals: 'body' } }, { body: { in: bodies } }] },
    ],
  }
  return { and: [rule, notTrashed()] }
}
