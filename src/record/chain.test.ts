import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ANONYMISED,
  ERASED,
  evidenceHash,
  GENESIS_HASH,
  plainEvidence,
  rowHash,
  verifyChain,
  type ChainRow,
} from './chain.ts'

const SUBJECT = 'adhesion:42'
const COVERED = ['subject', 'rank', 'type', 'at', 'previousHash', 'evidenceHash', 'evidence', 'salt', 'hash'] as const

function chainOf(facts: readonly { type: string; evidence: Record<string, unknown> }[], subject = SUBJECT): ChainRow[] {
  let previousHash = GENESIS_HASH
  return facts.map(({ type, evidence: given }, index) => {
    const salt = `salt-${index}`
    const evidence = plainEvidence(given)
    const at = new Date(1_790_000_000_000 + index * 1000).toISOString()
    const hashed = { subject, rank: index + 1, type, at, previousHash, evidenceHash: evidenceHash(salt, evidence) }
    previousHash = rowHash(hashed)
    return { ...hashed, evidence, salt, hash: previousHash }
  })
}

const changeIn = (rows: readonly ChainRow[], index: number, change: Partial<ChainRow>): ChainRow[] =>
  rows.map((row, each) => (each === index ? { ...row, ...change } : row))

/** Names of the evidence's own; others are refused. */
const key = fc
  .stringMatching(/^[a-z0-9][A-Za-z0-9_.-]{0,12}$/)
  .filter((name) => !(name in Object.prototype) && name !== 'prototype')
const values = [
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
]

const facts = fc.array(
  fc.record({ type: fc.constantFrom('submitted', 'signed', 'noted'), evidence: fc.object({ key, values }) }),
  { minLength: 1, maxLength: 6 },
)

describe('the chain of a subject', { timeout: 30_000 }, () => {
  it('verifies, in whatever order its rows are given', () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (list, order) => {
        const rows = chainOf(list).map((row) => ({ row, key: order.next().value as number }))
        const shuffled = rows.sort((a, b) => a.key - b.key).map(({ row }) => row)
        expect(verifyChain(shuffled)).toEqual({ ok: true })
      }),
    )
  })

  it('survives being written as JSON and read again', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const exported = JSON.parse(JSON.stringify(chainOf(list))) as ChainRow[]
        expect(verifyChain(exported)).toEqual({ ok: true })
      }),
    )
  })

  it('breaks when one byte of a covered field is changed', () => {
    fc.assert(
      fc.property(
        facts,
        fc.nat(),
        fc.constantFrom(...COVERED),
        fc.nat(),
        fc.integer({ min: 1, max: 127 }),
        (list, row, field, at, flip) => {
          const rows = chainOf(list)
          const index = row % rows.length
          const bytes = Buffer.from(JSON.stringify(rows[index]?.[field]))
          bytes.writeUInt8((bytes[at % bytes.length] ?? 0) ^ flip, at % bytes.length)
          let changed: unknown
          try {
            changed = JSON.parse(bytes.toString())
          } catch {
            return // No longer JSON: nobody could export or read such a row.
          }
          const before = JSON.stringify(rows[index]?.[field])
          if (JSON.stringify(changed) === before) return // Another spelling of the same value (white space, 1.0).
          expect(verifyChain(changeIn(rows, index, { [field]: changed }))).toMatchObject({ ok: false })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('breaks when a row is taken out, doubled or put elsewhere', () => {
    const rows = chainOf([
      { type: 'submitted', evidence: {} },
      { type: 'signed', evidence: { a: 1 } },
      { type: 'claimed', evidence: {} },
    ])
    const [first, second, third] = rows
    if (!first || !second || !third) throw new Error('three rows')
    expect(verifyChain([first, third])).toMatchObject({ ok: false, rank: 2 })
    expect(verifyChain([first, second, second, third])).toMatchObject({ ok: false, rank: 3 })
    expect(verifyChain([second, third])).toMatchObject({ ok: false, rank: 1 })
    expect(verifyChain([first, { ...second, rank: 3 }, { ...third, rank: 2 }])).toMatchObject({ ok: false, rank: 2 })
  })

  it('names the rank that was changed and says what is wrong with it', () => {
    const rows = chainOf([
      { type: 'submitted', evidence: {} },
      { type: 'noted', evidence: { text: 'vu' } },
    ])
    expect(verifyChain(changeIn(rows, 1, { evidence: { text: 'non vu' } }))).toEqual({
      ok: false,
      rank: 2,
      reason: 'the evidence was changed',
    })
    expect(verifyChain(changeIn(rows, 1, { evidence: JSON.parse('{"text":1e999}') as object }))).toEqual({
      ok: false,
      rank: 2,
      reason: 'a number is out of bounds',
    })
  })

  it('accepts the evidence of a row that a later one names as erased, and of no other', () => {
    const erased = { evidence: null, salt: null }
    const life = [
      { type: 'submitted', evidence: { name: 'x' } },
      { type: 'signed', evidence: { name: 'y' } },
    ]
    const named = chainOf([...life, { type: ERASED, evidence: { ranks: [1] } }])
    expect(verifyChain(changeIn(named, 0, erased))).toEqual({ ok: true })
    expect(verifyChain(changeIn(named, 1, erased))).toMatchObject({ ok: false, rank: 2 })
    const early = chainOf([{ type: ERASED, evidence: { ranks: [2] } }, ...life])
    expect(verifyChain(changeIn(early, 1, erased))).toMatchObject({ ok: false, rank: 2 })
    const wrong = chainOf([...life, { type: ERASED, evidence: { ranks: 'all' } }])
    expect(verifyChain(changeIn(wrong, 0, erased))).toMatchObject({ ok: false, rank: 1 })
  })

  it('accepts erased evidence only where a later row says that the file was anonymised', () => {
    const erased = { evidence: null, salt: null }
    const life = [
      { type: 'submitted', evidence: { name: 'x' } },
      { type: 'signed', evidence: { name: 'y' } },
    ]
    const anonymised = chainOf([...life, { type: ANONYMISED, evidence: {} }])
    expect(verifyChain(changeIn(changeIn(anonymised, 0, erased), 1, erased))).toEqual({ ok: true })
    expect(verifyChain(changeIn(chainOf(life), 0, erased))).toMatchObject({ ok: false, rank: 1 })
    const early = chainOf([{ type: ANONYMISED, evidence: {} }, ...life])
    expect(verifyChain(changeIn(early, 2, erased))).toMatchObject({ ok: false, rank: 3 })
    expect(verifyChain(changeIn(anonymised, 2, erased))).toMatchObject({ ok: false, rank: 3 })
    expect(verifyChain(changeIn(anonymised, 0, { salt: null }))).toMatchObject({ ok: false, rank: 1 })
  })

  it('breaks when a row is filed under another adhesion or a vote made public', () => {
    const rows = chainOf([{ type: 'vote-cast', evidence: { confidential: true } }])
    expect(verifyChain(changeIn(rows, 0, { adhesion: '42', confidential: true }))).toEqual({ ok: true })
    expect(verifyChain(changeIn(rows, 0, { adhesion: '43', confidential: true }))).toMatchObject({ ok: false, rank: 1 })
    expect(verifyChain(changeIn(rows, 0, { adhesion: '42', confidential: false }))).toMatchObject({
      ok: false,
      rank: 1,
    })
  })
})

describe('evidence', () => {
  it('drops what is undefined and writes moments as ISO text', () => {
    const at = new Date('2026-11-25T10:00:00Z')
    expect(plainEvidence({ a: undefined, at, list: [at, { b: undefined }] })).toEqual({
      at: '2026-11-25T10:00:00.000Z',
      list: ['2026-11-25T10:00:00.000Z', {}],
    })
  })

  it('keeps no half of a character, which one database would replace', () => {
    expect(plainEvidence({ name: `a${String.fromCharCode(0xd83d)}b` })).toEqual({ name: 'a\uFFFDb' })
  })

  it('has the same hash whatever the order of its keys, another with another salt', () => {
    expect(evidenceHash('s', { a: 1, b: 2 })).toBe(evidenceHash('s', { b: 2, a: 1 }))
    expect(evidenceHash('s', { a: 1 })).not.toBe(evidenceHash('t', { a: 1 }))
  })
})
