import { describe, expect, it } from 'vitest'
import { changedIn } from './changed-in.ts'

describe('what was changed in a form', () => {
  it('is the fields that have another value than when they were saved', () => {
    expect(
      changedIn(
        { title: 'b', summary: 's', note: '', text: { root: { children: [1] } }, gone: null },
        { title: 'a', summary: 's', note: null, text: { root: { children: [2] } }, gone: 'x', other: 1 },
      ),
    ).toEqual({ title: 'b', text: { root: { children: [1] } }, gone: null })
  })

  it('is a whole list where a row of it changed, came, went or moved', () => {
    const [one, two] = [
      { id: '1', text: 'a' },
      { id: '2', text: 'b' },
    ]
    for (const layout of [[one, { ...two, text: 'c' }], [one], [one, two, { id: '3' }], [two, one], []])
      expect(changedIn({ layout }, { layout: [one, two] })).toEqual({ layout })
    expect(changedIn({ layout: [one, { ...two, blockName: '' }] }, { layout: [{ ...one, note: null }, two] })).toEqual(
      {},
    )
  })
})
