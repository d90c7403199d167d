import { describe, expect, it } from 'vitest'
import { isConfidential, JOURNAL_TYPES, journalSentence } from './journal-types.ts'

describe('the sentences of the journal', () => {
  it.each(JOURNAL_TYPES)('%s has a sentence that needs no evidence', (type) => {
    expect(journalSentence({ type, evidence: null })).toMatch(/^\p{Lu}[^:;!?]*(\u00a0:[^:;!?]*)?\.$/u)
  })

  it('name who acted and what the evidence holds', () => {
    const actor = { kind: 'staff', name: 'Claire Morel' }
    expect(journalSentence({ type: 'claimed', evidence: { actor } })).toBe('Dossier pris en charge par Claire Morel.')
    expect(journalSentence({ type: 'vote-cast', evidence: { actor, choice: 'for' } })).toBe(
      'Vote par Claire Morel\u00a0: pour.',
    )
    expect(journalSentence({ type: 'withdrawn', evidence: { actor: { kind: 'representative' } } })).toBe(
      'Demande retirée par le représentant.',
    )
    expect(journalSentence({ type: 'closed', evidence: { actor: { kind: 'system' }, reason: 'duplicate' } })).toBe(
      'Demande classée sans suite\u00a0: doublon.',
    )
    expect(
      journalSentence({
        type: 'information-requested',
        evidence: { actor, deadline: '2026-12-01', question: 'Quel est votre NDA\u202f?' },
      }),
    ).toBe('Complément demandé par Claire Morel, pour le 1er décembre 2026\u00a0: Quel est votre NDA\u202f?')
  })

  it('say so when the fact is of a type that this version does not know', () => {
    expect(journalSentence({ type: 'toString' })).toBe('Fait d’un type inconnu.')
  })

  it('voices and notes are confidential by themselves', () => {
    expect(JOURNAL_TYPES.filter(isConfidential)).toEqual(['vote-cast', 'noted'])
  })
})
