import { isolateObjectProperty } from 'payload'
import { expect, it } from 'vitest'
import { shadow } from './shadow.ts'

it.each([
  ['an object', { locale: 'fr', id: 1 }],
  ['a proxy that takes what is written', isolateObjectProperty({ locale: 'fr', id: 1 }, 'locale')],
])('leaves %s as it was, and knows what it knows', (_name, whole) => {
  const own = shadow(whole, { locale: 'en' })
  expect(own).toMatchObject({ locale: 'en', id: 1 })
  own.locale = 'de'
  expect([own.locale, whole.locale]).toEqual(['de', 'fr'])
})
