import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { salt as newSalt } from '../lib/hash.ts'
import { evidenceHash, GENESIS_HASH, plainEvidence, rowHash } from './chain.ts'
import { isConfidential, type JournalType } from './journal-types.ts'

/** One fact about one subject, to be written for good. */
export type Fact = {
  /** `adhesion:<id>`, `mandate:<id>`, `body:<id>` …: each subject has a chain of its own. */
  subject: string
  /** The file, when the subject is one: who may read the row follows from it. */
  adhesion?: string
  type: JournalType
  /** Voices and notes: the recused do not read them. Voices and notes are so by themselves. */
  confidential?: boolean
  /** Who (`actor: { kind, id?, name?, role? }`) and what; undefined values are dropped, dates become ISO text. */
  evidence: Readonly<Record<string, unknown>>
}

/**
 * Adds a row at the end of the subject's chain, in the unit of work. Two units that add to the same subject
 * meet on the unique index (subject, rank): the loser starts again.
 */
export async function appendJournal({ payload, req }: UnitOfWork, fact: Fact): Promise<{ rank: number; hash: string }> {
  const { docs } = await payload.find({
    collection: 'journal',
    where: { subject: { equals: fact.subject } },
    sort: '-rank',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const last = docs[0]
  const confidential = fact.confidential === true || isConfidential(fact.type)
  const evidence = plainEvidence(confidential ? { ...fact.evidence, confidential } : fact.evidence)
  const salt = newSalt()
  const hashed = {
    subject: fact.subject,
    rank: (last?.rank ?? 0) + 1,
    type: fact.type,
    at: now().toISOString(),
    previousHash: last?.hash ?? GENESIS_HASH,
    evidenceHash: evidenceHash(salt, evidence),
  }
  const hash = rowHash(hashed)
  await payload.create({
    collection: 'journal',
    data: {
      ...hashed,
      ...(fact.adhesion === undefined ? {} : { adhesion: fact.adhesion }),
      confidential,
      evidence,
      salt,
      hash,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { rank: hashed.rank, hash }
}
