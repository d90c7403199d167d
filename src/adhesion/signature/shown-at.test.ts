import { describe, expect, it } from 'vitest'
import { readShownAt, shownAtField } from './shown-at.ts'

const SECRET = 'a secret of at least thirty-two characters'
const SHOWN = { capability: 'c-1', sha256: 'ab'.repeat(32), at: new Date('2026-11-23T09:00:00.123Z') }

describe('the hidden field of the signature page', () => {
  const field = shownAtField(SECRET, SHOWN)

  it('says when which text was shown', () => {
    expect(readShownAt(SECRET, field, 'c-1')).toEqual({ at: SHOWN.at, sha256: SHOWN.sha256 })
  })

  it.each([
    ['another link', SECRET, field, 'c-2'],
    ['another secret', `${SECRET}!`, field, 'c-1'],
    ['another time', SECRET, field.replace(/^\d/, '2'), 'c-1'],
    ['another text', SECRET, field.replace('abab', 'cdcd'), 'c-1'],
    ['nothing', SECRET, '', 'c-1'],
    ['a part of it', SECRET, field.slice(0, -1), 'c-1'],
  ])('says nothing for %s', (_, secret, given, capability) => {
    expect(readShownAt(secret, given, capability)).toBeNull()
  })
})
