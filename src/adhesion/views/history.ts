import type { Payload } from 'payload'
import { findAll } from '../../db/find.ts'
import { APPLICANT_FACT_TYPES, applicantSentence } from '../../record/facts.ts'

/** One fact of a file as its applicant may read it. */
export type HistoryEntry = { at: Date; sentence: string }

/** What happened to a file, as its applicant may know it, latest first. */
export async function historyFor(payload: Payload, adhesionId: string): Promise<HistoryEntry[]> {
  const docs = await findAll({ payload }, 'journal', {
    where: { and: [{ subject: { equals: `adhesion:${adhesionId}` } }, { type: { in: [...APPLICANT_FACT_TYPES] } }] },
    sort: '-rank',
    limit: 200,
  })
  return docs.flatMap((row) => {
    const sentence = applicantSentence(row)
    return sentence === null ? [] : [{ at: new Date(row.at), sentence }]
  })
}
