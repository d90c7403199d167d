import { describe, expect, it } from 'vitest'
import { find, searched, type Searched } from './find.ts'

const entry = (title: string, text: string): Searched => searched({ href: `/${title}`, title, kind: 'page', text })

describe('the search', () => {
  const entries = [
    entry('Nos missions', 'Éclairer, défendre, réunir les organismes de formation.'),
    entry('L’œuvre commune', 'Une place pour tous.'),
    entry('Réunir', 'Chaque trimestre.'),
  ]

  it('asks for every word, whatever its case and accents, and puts titles first', () => {
    expect(find(entries, 'REUNIR').map(({ title }) => title)).toEqual(['Réunir', 'Nos missions'])
    expect(find(entries, 'missions eclairer').map(({ title }) => title)).toEqual(['Nos missions'])
    expect(find(entries, 'oeuvre place').map(({ title }) => title)).toEqual(['L’œuvre commune'])
    expect(find(entries, 'missions trimestre')).toEqual([])
  })

  it('finds nothing where nothing is asked', () => {
    expect(find(entries, '  ')).toEqual([])
    expect(find(entries, '…')).toEqual([])
  })

  it('shows the words around what was found', () => {
    const long = entry('Longue page', `${'mot '.repeat(100)}apprentissage ${'fin '.repeat(100)}`)
    const [found] = find([long], 'apprentissage')
    expect(found?.excerpt).toContain('apprentissage')
    expect(found?.excerpt.length).toBeLessThan(230)
    expect(found?.excerpt).toMatch(/^… mot .* fin …$/)
  })
})
