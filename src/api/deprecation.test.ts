import { describe, expect, it } from 'vitest'
import { deprecatedIn, headersOfDeprecation } from './deprecation.ts'

const GIVEN_UP = { since: '2027-01-01', sunset: '2027-07-01', see: 'https://cpof.example/docs' }

describe('a route that is given up', () => {
  it('says since when, until when, and where to read on', () => {
    expect(headersOfDeprecation(GIVEN_UP)).toEqual({
      Deprecation: '@1798761600',
      Sunset: 'Thu, 01 Jul 2027 00:00:00 GMT',
      Link: '<https://cpof.example/docs>; rel="deprecation"; type="text/html"',
    })
    expect(headersOfDeprecation({ since: '2027-01-01' })).toEqual({ Deprecation: '@1798761600' })
  })

  it('is known by what its endpoint says; others stay', () => {
    expect(deprecatedIn({ deprecated: GIVEN_UP, body: {} })).toEqual(GIVEN_UP)
    expect([deprecatedIn({ body: {} }), deprecatedIn(undefined)]).toEqual([null, null])
  })

  it.each([
    [{ since: 'soon' }, 'since which day'],
    [{ since: '2027-01-01', sunset: '2026-12-31' }, 'a day after'],
  ])('that says it wrongly is a mistake of its maker: %j', (deprecated, why) => {
    expect(() => deprecatedIn({ deprecated })).toThrow(why)
  })
})
