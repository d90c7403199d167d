import { describe, expect, it } from 'vitest'
import { unknownWords } from './spelling.ts'

describe('likely misspellings', () => {
  it('are the words that no dictionary has, and neither names nor acronyms', () => {
    const text =
      "# CHARTRE D'ADHÉSION (CDA)\n\nL'adhésion d’un atellier vaut engagement. Madame Kerdoncuff et le Synodal l’ont dit : acceuillir, c’est former tout au long de la vie. L’atellier, lui-même, s’engage. Éffort collectif."
    expect(unknownWords(text)).toEqual(['CHARTRE', 'atellier', 'acceuillir', 'Éffort'])
  }, 60_000)
})
