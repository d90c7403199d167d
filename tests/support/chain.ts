import type { Payload } from 'payload'
import type { ChainRow } from '../../src/record/chain.ts'

/** The journal of a file as its chain is verified. */
export async function chainOf(payload: Payload, adhesion: string): Promise<ChainRow[]> {
  const { docs } = await payload.find({
    collection: 'journal',
    where: { subject: { equals: `adhesion:${adhesion}` } },
    sort: 'rank',
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  })
  return docs.map((row) => ({ ...row, evidence: row.evidence ?? null, salt: row.salt ?? null }))
}
