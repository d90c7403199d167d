import { describe, expect, it } from 'vitest'
import { changedPaths } from './changed-paths.ts'

const paths = ['person', 'lastDay', 'competences', 'rule.tie', 'rule.article']

describe('what a write would change', () => {
  it('is what it names with another value, at any depth', () => {
    const before = { person: 'a', lastDay: null, competences: ['x'], rule: { tie: 'refer', article: '12' } }
    expect(changedPaths(paths, before, { person: 'b', rule: { tie: 'refer', article: '13' } })).toEqual([
      'person',
      'rule.article',
    ])
    expect(changedPaths(paths, before, { competences: ['x', 'y'] })).toEqual(['competences'])
  })

  it('is nothing for what is not named, or means the same: an empty value, a related record and its id', () => {
    const before = { person: { id: 'a', name: 'Ada' }, competences: [], rule: { tie: 'refer' } }
    expect(changedPaths(paths, before, { name: 'x' })).toEqual([])
    expect(
      changedPaths(paths, before, {
        person: 'a',
        lastDay: '',
        competences: null,
        rule: { article: null, tie: 'refer' },
      }),
    ).toEqual([])
  })

  it('is everything that is named when there is nothing to compare with', () => {
    expect(changedPaths(paths, {}, { person: 'a', 'rule.tie': 'reject', lastDay: null })).toEqual([
      'person',
      'rule.tie',
    ])
  })
})
