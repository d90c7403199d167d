import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { derivedId } from './derived-id.ts'

it('gives one id the same ObjectId each time, and another one another', () => {
  const [one, other] = [v7(), v7()]
  expect(derivedId(one).toHexString()).toBe(derivedId(one).toHexString())
  expect(derivedId(one).toHexString()).not.toBe(derivedId(other).toHexString())
})

it('keeps the moment that a UUID of version 7 begins with', () => {
  const moment = new Date('2026-11-30T04:00:00Z')
  expect(derivedId(v7({ msecs: moment.getTime() })).getTimestamp()).toEqual(moment)
})

it('takes any other id as well', () => {
  expect(derivedId('1').toHexString()).toMatch(/^0{8}[0-9a-f]{16}$/)
})
