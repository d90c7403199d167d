import { describe, expect, it } from 'vitest'
import { departureBehind } from './mail-caps.ts'

const at = new Date('2026-11-30T12:00:00Z')
const minutes = (count: number) => new Date(at.getTime() + count * 60_000)
const bound = { most: 3, window: 60 * 60_000 }

describe('when the next of a bounded queue leaves', () => {
  it.each([
    ['at once while there is room', [], 0, 0],
    ['at once as the last that fits', [], 2, 0],
    ['when the first of them made room', [], 3, 60],
    ['a window later for each that fills it', [], 6, 120],
    ['when the oldest of a full window leaves it', [minutes(-50), minutes(-20), minutes(-10)], 0, 10],
    ['behind one that takes that place', [minutes(-50), minutes(-20), minutes(-10)], 1, 40],
    ['at once beside one that left', [minutes(-50)], 1, 0],
    ['behind others beside one that left', [minutes(-50)], 2, 10],
  ])('%s', (_, left, ahead, expected) => {
    expect(departureBehind(left, ahead, bound, at)).toEqual(minutes(expected))
  })
})
