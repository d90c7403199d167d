import { expect, it } from 'vitest'
import { FIXED_PAGES } from './fixed-pages.ts'
import { segmentsTaken } from '../content/pages/place.ts'

it('takes the address of no page that shows no record', () => {
  const taken = segmentsTaken({ config: { collections: [] } })
  const first = FIXED_PAGES.map(({ href }) => href.split('/')[1] ?? '')
  expect(first.filter((each) => !taken.has(each))).toEqual([])
})
