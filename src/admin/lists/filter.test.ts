import { expect, it } from 'vitest'
import { addressOf, chosenOf, keptOf, viewOf, withChoice, type Filter } from './filter.ts'

const TODAY = '2026-11-30'
const STATE: Filter = {
  label: 'État',
  path: 'status',
  choices: [
    { label: 'À instruire', operator: 'equals', value: 'submitted' },
    { label: 'En instruction', operator: 'equals', value: 'under-review' },
  ],
}
const TERM: Filter = {
  label: 'Échéance',
  path: 'termOn',
  choices: [
    { label: 'Dépassée', operator: 'less_than', value: '+0' },
    { label: 'Dans les 7 jours', operator: 'less_than_equal', value: '+7' },
  ],
}

it('adds a choice to the address of a list, puts another in its place, and takes it away', () => {
  const from = new URLSearchParams('search=lyon&page=3&sort=reference')
  const one = withChoice(from, STATE, STATE.choices[0], TODAY)
  expect([...one]).toEqual([
    ['search', 'lyon'],
    ['sort', 'reference'],
    ['where[or][0][and][0][status][equals]', 'submitted'],
  ])
  expect([chosenOf(STATE, from, TODAY), chosenOf(STATE, one, TODAY)]).toEqual([-1, 0])
  const other = withChoice(one, STATE, STATE.choices[1], TODAY)
  expect(other.get('where[or][0][and][0][status][equals]')).toBe('under-review')
  expect([...withChoice(other, STATE, undefined, TODAY)]).toEqual([
    ['search', 'lyon'],
    ['sort', 'reference'],
  ])
})

it('asks of each group of conditions what a filter says', () => {
  const from = new URLSearchParams([
    ['where[or][0][and][0][kind][equals]', 'member'],
    ['where[or][1][and][0][reference][like]', '12'],
  ])
  const both = withChoice(from, STATE, STATE.choices[0], TODAY)
  expect([...both.values()]).toEqual(['member', 'submitted', '12', 'submitted'])
  expect(chosenOf(STATE, both, TODAY)).toBe(0)
  both.delete('where[or][1][and][1][status][equals]')
  expect(chosenOf(STATE, both, TODAY)).toBe(-1)
})

it('keeps a view whose days count from the day on which it is opened', () => {
  const shown = withChoice(new URLSearchParams('sort=termOn&limit=50'), TERM, TERM.choices[1], TODAY)
  expect(shown.get('where[or][0][and][0][termOn][less_than_equal]')).toBe('2026-12-07')
  const kept = { name: 'Bientôt', query: keptOf(shown, [STATE, TERM], TODAY) }
  const later = new URLSearchParams(addressOf(kept, '2027-02-25'))
  expect([...later]).toEqual([
    ['sort', 'termOn'],
    ['where[or][0][and][0][termOn][less_than_equal]', '2027-03-04'],
  ])
  expect(chosenOf(TERM, later, '2027-02-25')).toBe(1)
  const own = viewOf('Tard', [{ path: 'termOn', operator: 'less_than', value: '+0' }], 'termOn')
  expect(new URLSearchParams(addressOf(own, TODAY)).get('where[or][0][and][0][termOn][less_than]')).toBe(TODAY)
})
