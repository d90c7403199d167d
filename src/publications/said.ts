import type { Where } from 'payload'
import { findAll, type ReadContext } from '../db/find.ts'
import type { PublicationApproval, PublicationOpinion } from '../payload-types.ts'
import type { Said } from './rules.ts'

/** Every fact about a publication has its chain in the journal under this name. */
export const subjectOf = (id: string): string => `publication:${id}`

/** What was said of a publication, the first first; of one exact content where its hash is given. */
export type Records = { approvals: PublicationApproval[]; opinions: PublicationOpinion[] }

/** The approvals and opinions of a publication; of one exact content where its hash is given. */
export async function recordsOf(context: ReadContext, id: string, contentHash?: string): Promise<Records> {
  const where: Where = {
    and: [
      { subject: { equals: subjectOf(id) } },
      ...(contentHash === undefined ? [] : [{ contentHash: { equals: contentHash } }]),
    ],
  }
  const asked = { where, sort: ['at', 'createdAt'] }
  return {
    approvals: await findAll(context, 'publication-approvals', asked),
    opinions: await findAll(context, 'publication-opinions', asked),
  }
}

/** The same as the rules count it. */
export const saidIn = ({ approvals, opinions }: Records): Said => ({
  approvals: approvals.length,
  opinions: opinions.length,
  withoutOpinion: approvals.some(({ withoutOpinion }) => withoutOpinion === true),
})
