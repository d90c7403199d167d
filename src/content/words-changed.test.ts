import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readableText, wordsChanged, type Change } from './words-changed.ts'

const without = (changes: readonly Change[], kind: Change['kind']): string =>
  changes
    .filter((each) => each.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('the words that changed', () => {
  it('are told one by one', () => {
    expect(wordsChanged('Chaque membre signe la charte.', 'Chaque adhérent signe la charte.')).toEqual([
      { kind: 'same', text: 'Chaque ' },
      { kind: 'removed', text: 'membre' },
      { kind: 'added', text: 'adhérent' },
      { kind: 'same', text: ' signe la charte.' },
    ])
  })

  it('lose no word of either text', () => {
    const words = fc
      .array(fc.constantFrom('la', 'charte', 'engage', 'chaque', 'membre', 'l’Europe', '\n', '1.'), { maxLength: 30 })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = wordsChanged(before, after)
        expect(without(changes, 'removed')).toBe(after)
        expect(without(changes, 'added')).toBe(before)
      }),
    )
  })
})

describe('a readable text', () => {
  it('has no marks of Markdown', () => {
    expect(readableText('# Charte\n\n- **Qualité :** \\*progrès\\*\n\n> Cité\n')).toBe(
      'Charte\n\n– Qualité : *progrès*\n\nCité',
    )
  })
})
