import type { Where } from 'payload'
import { findAll, type ReadContext } from '../db/find.ts'
import type { PublicationApproval, PublicationOpinion } from '../payload-types.ts'
import type { Counts } from './rules.ts'

/** The name under which the journal chains the facts about a publication. */
export const subjectOf = (id: string): string => `publication:${id}`

/** The approvals and opinions of a publication, the first first. */
export type ApprovalsAndOpinions = { approvals: PublicationApproval[]; opinions: PublicationOpinion[] }

/** Reads the approvals and opinions of a publication; those of one exact content where its hash is given. */
export async function approvalsAndOpinions(
  context: ReadContext,
  id: string,
  contentHash?: string,
): Promise<ApprovalsAndOpinions> {
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

/** How many approvals and opinions there are, as the rules of publishing count them. */
export const countsOf = ({ approvals, opinions }: ApprovalsAndOpinions): Counts => ({
  approvals: approvals.length,
  opinions: opinions.length,
  withoutOpinion: approvals.some(({ withoutOpinion }) => withoutOpinion === true),
})
