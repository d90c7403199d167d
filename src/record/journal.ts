import { findFirst } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { salt as newSalt } from '../lib/hash.ts'
import { evidenceHash, GENESIS_HASH, plainEvidence, rowHash } from './chain.ts'
import { FACTS, type Evidence, type FactType } from './facts.ts'
import type { FactActor } from './facts/fact.ts'

/** One fact about one subject, to be written for good. */
export type NewFact<Type extends FactType> = {
  /** `adhesion:<id>`, `mandate:<id>`, `body:<id>` …: each subject has a chain of its own. */
  subject: string
  /** The application, when the subject is one: who may read the row follows from it. */
  adhesion?: string
  type: Type
  actor: FactActor
  evidence: Evidence<Type>
}

/**
 * Adds a fact at the end of the subject's chain, in the unit of work: the one way in which the journal is written. Two
 * units that add to the same subject meet on the unique index (subject, rank): the loser starts again.
 * @throws ZodError for evidence that is not what the fact keeps
 */
export async function recordFact<Type extends FactType>(
  { payload, req }: UnitOfWork,
  { subject, adhesion, type, actor, evidence: given }: NewFact<Type>,
): Promise<{ rank: number; hash: string }> {
  FACTS[type].evidence.parse(given)
  const last = await findFirst({ payload, req }, 'journal', { where: { subject: { equals: subject } }, sort: '-rank' })
  const confidential = FACTS[type].hiddenFromRecused
  const evidence = plainEvidence({ ...given, actor, ...(confidential ? { confidential } : {}) })
  const salt = newSalt()
  const hashed = {
    subject,
    rank: (last?.rank ?? 0) + 1,
    type,
    at: now().toISOString(),
    previousHash: last?.hash ?? GENESIS_HASH,
    evidenceHash: evidenceHash(salt, evidence),
  }
  const hash = rowHash(hashed)
  await payload.create({
    collection: 'journal',
    data: { ...hashed, ...(adhesion === undefined ? {} : { adhesion }), confidential, evidence, salt, hash },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { rank: hashed.rank, hash }
}

/**
 * Empties the evidence of rows of a subject, whose hashes stay: a row that names them as erased is to follow in the same
 * unit of work, or the chain no longer verifies.
 */
export async function eraseEvidence({ payload, req }: UnitOfWork, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await payload.db.updateOne({ collection: 'journal', id, data: { evidence: null, salt: null }, req })
}
