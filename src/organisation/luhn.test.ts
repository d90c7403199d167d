import { expect, test } from 'vitest'
import { closesWithLuhnKey } from './luhn.ts'

test('a Luhn key closes the numbers of which it is known', () => {
  for (const number of [
    '0',
    '18',
    '59',
    '79927398713',
    '49927398716',
    '4111111111111111',
    '732829320',
    '73282932000074',
  ]) {
    expect(closesWithLuhnKey(number), number).toBe(true)
  }
})

test('nine of the ten last digits do not close', () => {
  for (const number of ['7992739871', '49927398717'.slice(0, -1), '73282932', '7328293200007']) {
    expect(
      [...'0123456789'].filter((key) => closesWithLuhnKey(number + key)),
      number,
    ).toHaveLength(1)
  }
})

test('digits that change places are noticed, but 0 and 9', () => {
  expect(closesWithLuhnKey('79927398731')).toBe(false)
  expect(closesWithLuhnKey('97927398713')).toBe(false)
})
