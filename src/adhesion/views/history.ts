import type { Payload } from 'payload'
import { APPLICANT_FACT_TYPES, applicantSentence } from '../../record/facts.ts'

/** One fact of a file as its applicant may read it. */
export type HistoryEntry = { at: Date; sentence: string }

/** What happened to a file, as its applicant may know it, latest first. */
export async function historyFor(payload: Payload, adhesionId: string): Promise<HistoryEntry[]> {
  const { docs } = await payload.find({
    collection: 'journal',
    where: { and: [{ subject: { equals: `adhesion:${adhesionId}` } }, { type: { in: [...APPLICANT_FACT_TYPES] } }] },
    sort: '-rank',
    limit: 200,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.flatMap((row) => {
    const sentence = applicantSentence(row)
    return sentence === null ? [] : [{ at: new Date(row.at), sentence }]
  })
}
