import { canonicalJson } from '../lib/canonical.ts'
import { sha256 } from '../lib/hash.ts'

/** The hash that stands before the first row of every subject. */
export const GENESIS_HASH = '0'.repeat(64)

/** The row that says that evidence of this subject was erased; without it, erased evidence is a break. */
export const ANONYMISED = 'anonymised'

/** The row that names, as `ranks`, the earlier rows whose evidence was erased. */
export const ERASED = 'erased'

/** The fields of a row that its hash covers. */
export type HashedFields = {
  subject: string
  rank: number
  type: string
  /** ISO 8601, UTC, milliseconds. */
  at: string
  previousHash: string
  evidenceHash: string
}

/** A row as it is stored and exported; evidence and salt are null once erased. */
export type ChainRow = HashedFields & {
  evidence: unknown
  salt: string | null
  hash: string
  adhesion?: unknown
  confidential?: unknown
}

export type ChainFault = { ok: false; rank: number; reason: string }

/** SHA-256 over the canonical JSON (RFC 8785) of the covered fields. */
export function rowHash({ subject, rank, type, at, previousHash, evidenceHash }: HashedFields): string {
  return sha256(canonicalJson({ subject, rank, type, at, previousHash, evidenceHash }))
}

/** SHA-256 over the salt and the canonical JSON of the evidence: once both are erased it tells nothing. */
export function evidenceHash(salt: string, evidence: unknown): string {
  return sha256(salt + canonicalJson(evidence))
}

/**
 * Evidence as both databases give it back: undefined values dropped, moments as ISO text, text without lone
 * surrogates (JSON keeps them, BSON does not, and RFC 8785 knows none).
 * @throws RangeError at a key that is not a plain name: Mongoose clones an object with a `prototype`, a `toObject` or
 * an empty key into something else, and its hash would never match again
 */
export function plainEvidence(evidence: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = JSON.stringify(evidence, (key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return typeof value === 'string' ? wellFormed(value) : value
    const odd = Object.keys(value).find((name) => !isPlainName(name))
    if (odd !== undefined)
      throw new RangeError(
        `Evidence has a key that is not a plain name: ${JSON.stringify(odd)} in ${JSON.stringify(key)}`,
      )
    return value
  })
  return JSON.parse(text) as Record<string, unknown>
}

const READ_BY_MONGOOSE = new Set(['prototype', 'toObject', 'toBSON', 'toJSON'])

const isPlainName = (name: string): boolean =>
  /^[a-z0-9][\w.-]*$/i.test(name) && !(name in Object.prototype) && !READ_BY_MONGOOSE.has(name)

const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')

/**
 * Verifies the whole chain of one subject, given in any order: ranks 1, 2, 3 … without a gap, each row tied to
 * the one before, no covered field changed, evidence as hashed. Erased evidence is accepted where a later
 * row says that the file was anonymised, or names the row as erased. What it cannot see is a chain cut at its end.
 */
export function verifyChain(rows: readonly ChainRow[]): { ok: true } | ChainFault {
  const ordered = [...rows].sort((a, b) => a.rank - b.rank)
  const lastErasure = Math.max(0, ...ordered.filter(({ type }) => type === ANONYMISED).map(({ rank }) => rank))
  const named = new Set(ordered.flatMap(ranksErasedBy))
  const subject = ordered[0]?.subject
  let previousHash = GENESIS_HASH
  for (const [index, row] of ordered.entries()) {
    const reason =
      row.rank === index + 1
        ? faultOf(row, subject, previousHash, row.rank < lastErasure || named.has(row.rank))
        : `rank ${index + 1} is missing or stands twice`
    if (reason !== null) return { ok: false, rank: row.rank === index + 1 ? row.rank : index + 1, reason }
    previousHash = row.hash
  }
  return { ok: true }
}

/** The earlier rows whose evidence a row says was erased. */
function ranksErasedBy({ type, rank, evidence }: ChainRow): number[] {
  if (type !== ERASED || typeof evidence !== 'object' || evidence === null || !('ranks' in evidence)) return []
  const ranks: unknown[] = Array.isArray(evidence.ranks) ? evidence.ranks : []
  return ranks.filter((each) => typeof each === 'number').filter((each) => each < rank)
}

function faultOf(row: ChainRow, subject: unknown, previousHash: string, mayBeErased: boolean): string | null {
  if (!hasBoundedNumbers(row)) return 'a number is out of bounds'
  if (row.subject !== subject) return 'the row is about another subject'
  if (row.previousHash !== previousHash) return 'the row does not follow the one before it'
  if (row.hash !== rowHash(row)) return 'the hash does not match the row'
  if (row.evidence === null && row.salt === null)
    return mayBeErased ? null : 'the evidence is gone and no later row says why'
  if (row.evidence === null || row.salt === null) return 'the evidence or its salt is missing'
  if (row.evidenceHash !== evidenceHash(row.salt, row.evidence)) return 'the evidence was changed'
  return beside(row)
}

/** Whether all numbers are ones that RFC 8785 can write: a changed byte may make one infinite (`1e999`). */
function hasBoundedNumbers(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(hasBoundedNumbers)
}

/** Columns that repeat hashed fields and could contradict them: the file of a row, whether a vote is confidential. */
function beside(row: ChainRow): string | null {
  const { adhesion, confidential, evidence } = row
  if (typeof adhesion === 'string' && row.subject !== `adhesion:${adhesion}`)
    return 'the row is filed under another adhesion'
  const declared =
    typeof evidence === 'object' && evidence !== null && 'confidential' in evidence && evidence.confidential === true
  if (typeof confidential === 'boolean' && confidential !== declared) return 'who may read the row was changed'
  return null
}
