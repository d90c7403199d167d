import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { essence, portable } from './portable.ts'

const words: FlattenedField = { name: 'words', type: 'text', localized: true }
const line: FlattenedField = { name: 'line', type: 'text' }
const free: FlattenedField = { name: 'free', type: 'json' }
const group = {
  name: 'group',
  type: 'group',
  fields: [line, words],
  flattenedFields: [line, words],
} satisfies FlattenedField
const list = { name: 'list', type: 'array', fields: [line], flattenedFields: [line] } satisfies FlattenedField
const localisedGroup = { ...group, name: 'both', localized: true } satisfies FlattenedField
const fields: FlattenedField[] = [words, line, free, group, list, localisedGroup]

describe('a document on its way to MongoDB', () => {
  it('lacks what is not set, at every depth and in every language', () => {
    expect(
      portable(fields, {
        id: 'a',
        line: null,
        words: { fr: 'Un', en: null },
        group: { line: null, words: { fr: null } },
        list: [{ id: '1', line: null }],
      }),
    ).toEqual({ id: 'a', words: { fr: 'Un' }, group: { words: {} }, list: [{ id: '1' }] })
  })

  it('keeps free JSON to the letter: hashes are made of it', () => {
    const evidence = { a: null, b: [null, {}], c: [] }
    expect(portable(fields, { id: 'a', free: evidence })).toEqual({ id: 'a', free: evidence })
  })

  it('keeps what is empty, zero or false, which is said', () => {
    expect(portable(fields, { id: 'a', line: '', list: [] })).toEqual({ id: 'a', line: '', list: [] })
  })

  it('takes a group of one language for a group, not for languages', () => {
    expect(
      portable(fields, { id: 'a', both: { fr: { line: 'Un', words: 'Deux' }, en: { line: null, words: null } } }),
    ).toEqual({ id: 'a', both: { fr: { line: 'Un', words: 'Deux' }, en: {} } })
  })

  it('leaves out what no field describes', () => {
    expect(portable(fields, { id: 'a', _order: 1, __v: 0, line: 'x' })).toEqual({ id: 'a', line: 'x' })
  })
})

describe('what two databases say', () => {
  it('is the same, be nothing written as absent, null or empty', () => {
    const one = { id: 'a', line: 'x', words: { fr: 'Un', en: null }, list: [], group: { line: null } }
    expect(essence(fields, one)).toEqual(essence(fields, { id: 'b', line: 'x', words: { fr: 'Un' } }))
  })

  it('is not the same where a word differs', () => {
    expect(essence(fields, { id: 'a', line: 'x' })).not.toEqual(essence(fields, { id: 'a', line: 'y' }))
    expect(essence(fields, { id: 'a', free: { a: null } })).not.toEqual(essence(fields, { id: 'a', free: {} }))
  })
})
