import { expect, it } from 'vitest'
import { countBy, daysToDecision, quantile } from './tally.ts'

it('counts what falls into each row and column, and leaves out what falls into none', () => {
  const rows = ['1', '2'].map((key) => ({ key, name: `mois ${key}` }))
  const given = ['1a', '1a', '1b', '2b', '3a', '1z']
  expect(countBy(given, rows, ['a', 'b'], ([row = '', column = '']) => ({ row, column }))).toEqual([
    { name: 'mois 1', counts: [2, 1], sum: 3 },
    { name: 'mois 2', counts: [0, 1], sum: 1 },
  ])
})

it('knows the median and the ninth tenth by their rank', () => {
  const ten = [10, 2, 3, 4, 5, 6, 7, 8, 9, 1]
  expect([quantile(ten, 0.5), quantile(ten, 0.9), quantile(ten, 1)]).toEqual([5, 9, 10])
  expect([quantile([7], 0.5), quantile([7], 0.9), quantile([], 0.5)]).toEqual([7, 7, null])
})

it('counts days as they are in Paris', () => {
  expect(daysToDecision('2026-03-28T23:30:00.000Z', '2026-03-30')).toBe(1)
  expect(daysToDecision('2026-03-28T12:00:00.000Z', '2026-03-30')).toBe(2)
})
