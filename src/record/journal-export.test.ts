import { describe, expect, it } from 'vitest'
import { evidenceHash, GENESIS_HASH, rowHash, type ChainRow } from './chain.ts'
import { readExport, UnreadableExport, verifySubjects } from './journal-export.ts'

function rowsOf(subject: string, count: number): ChainRow[] {
  let previousHash = GENESIS_HASH
  return Array.from({ length: count }, (_, index) => {
    const evidence = { fact: index }
    const at = new Date(1_790_000_000_000 + index).toISOString()
    const hashed = {
      subject,
      rank: index + 1,
      type: 'noted',
      at,
      previousHash,
      evidenceHash: evidenceHash('s', evidence),
    }
    previousHash = rowHash(hashed)
    return { ...hashed, evidence, salt: 's', hash: previousHash }
  })
}

const rows = [...rowsOf('adhesion:b', 2), ...rowsOf('adhesion:a', 3)]

describe('an exported journal', () => {
  it('is read as an array or as the pages of the API, and verified subject by subject', () => {
    const pages = [rows.slice(0, 3), rows.slice(3)].map((docs) =>
      JSON.stringify({ docs, totalDocs: 5, hasNextPage: false }),
    )
    for (const given of [[JSON.stringify(rows)], pages]) {
      expect(verifySubjects(readExport(given))).toEqual([
        { subject: 'adhesion:a', rows: 3, verdict: { ok: true } },
        { subject: 'adhesion:b', rows: 2, verdict: { ok: true } },
      ])
    }
  })

  it('tells which chain broke, at which rank', () => {
    const changed = rows.map((row) =>
      row.subject === 'adhesion:a' && row.rank === 2 ? { ...row, at: row.at.replace('Z', '') } : row,
    )
    expect(verifySubjects(readExport([JSON.stringify(changed)])).map(({ verdict }) => verdict)).toEqual([
      { ok: false, rank: 2, reason: 'the hash does not match the row' },
      { ok: true },
    ])
  })

  it.each([
    ['one of two pages', JSON.stringify({ docs: rows.slice(0, 3), totalDocs: 5 })],
    ['no row', '[]'],
    ['something else', '{"errors":[]}'],
    ['no JSON', 'rank;type'],
    ['a row without its hash', JSON.stringify([{ ...rows[0], hash: undefined }])],
  ])('is refused in a sentence when it is %s', (_, text) => {
    expect(() => readExport([text])).toThrow(UnreadableExport)
  })
})
