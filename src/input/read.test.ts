import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { setClock } from '../lib/clock.ts'
import { CATALOGUE } from './catalogue.ts'
import { isLonger } from './characters.ts'
import * as input from './fields.ts'
import { longestOf } from './longest.ts'
import { read, readInPart } from './read.ts'
import { together } from './together.ts'
import { issue } from './issue.ts'

const several = { lines: 'several' } as const

const BODY = input.fields({
  name: input.text(10, { named: true }),
  note: input.optionalText(10, several),
  article: input.clearableText(5),
  day: input.day(),
  until: input.dayOrNull(),
  at: input.optional(input.moment()),
  choice: input.choice(['yes', 'no']),
  roles: input.list(input.choice(['a', 'b']), 3),
  people: input.optionalList(input.id()),
  count: input.whole(),
  sure: input.optional(input.flag()),
  within: input.part({ source: input.text(5) }),
  beside: input.optional(input.fields({ source: input.text(5) })),
  reference: input.notSettable(),
})

const GOOD = {
  name: 'Camille',
  day: '2026-11-23',
  choice: 'yes',
  roles: ['a'],
  count: 0,
  within: { source: 'PV' },
}

const issues = (body: unknown): string[] => {
  const reading = read(BODY, body)
  return reading.ok ? [] : reading.issues.map(({ path, code }) => `${path}: ${code}`)
}

describe('a body that is right', () => {
  test('leaves out what was left empty, and says null where that means something', () => {
    const reading = read(BODY, { ...GOOD, note: ' ', article: '', until: '', at: null, sure: null, beside: '' })
    expect(reading).toEqual({
      ok: true,
      value: {
        ...GOOD,
        note: undefined,
        article: null,
        until: null,
        at: undefined,
        sure: undefined,
        people: [],
        beside: undefined,
      },
    })
  })

  test('has its texts trimmed, composed and without pasted marks', () => {
    expect(read(BODY, { ...GOOD, name: ' e\u0301\u200bl\u00ad ', note: 'a\r\nb' })).toMatchObject({
      value: { name: 'él', note: 'a\nb' },
    })
  })

  test('has room for characters as a person counts them', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(issues({ ...GOOD, note: family.repeat(6) })).toEqual([])
    expect(issues({ ...GOOD, note: family.repeat(10) })).toEqual([])
    expect(issues({ ...GOOD, note: family.repeat(11) })).toEqual(['note: too-long'])
    expect(issues({ ...GOOD, note: `e${'\u0301'.repeat(10_000)}` })).toEqual(['note: too-long'])
  })
})

describe('what is wrong with a body', () => {
  test('is told all at once, in the order of the schema', () => {
    expect(issues({})).toEqual([
      'name: required',
      'day: required',
      'choice: required',
      'roles: required',
      'count: required',
      'within.source: required',
    ])
  })

  test.each([
    [{ name: 12 }, 'name: not-a-text'],
    [{ name: ['a'] }, 'name: not-a-text'],
    [{ name: 'a\u202eb' }, 'name: control-characters'],
    [{ note: 'a\u0007b' }, 'note: control-characters'],
    [{ note: 'a\u2066b' }, 'note: control-characters'],
    [{ name: 'a\nb' }, 'name: control-characters'],
    [{ name: '\ud800' }, 'name: control-characters'],
    [{ name: '—' }, 'name: without-letters'],
    [{ article: 12 }, 'article: not-a-text'],
    [{ day: '2026-02-30' }, 'day: not-a-day'],
    [{ day: 5 }, 'day: not-a-text'],
    [{ until: 'demain' }, 'until: not-a-day'],
    [{ at: '2026-11-23' }, 'at: not-a-moment'],
    [{ choice: 'zz' }, 'choice: not-a-choice'],
    [{ choice: 3 }, 'choice: not-a-choice'],
    [{ choice: 'constructor' }, 'choice: not-a-choice'],
    [{ roles: 'a' }, 'roles: not-a-list'],
    [{ roles: ['a', 'c'] }, 'roles.1: not-a-choice'],
    [{ roles: ['a', 'a', 'a', 'a'] }, 'roles: too-many'],
    [{ people: [3] }, 'people.0: not-a-text'],
    [{ count: '1' }, 'count: not-a-number'],
    [{ count: -1 }, 'count: not-a-number'],
    [{ count: 1.5 }, 'count: not-a-number'],
    [{ sure: 'true' }, 'sure: not-a-choice'],
    [{ within: 'x' }, 'within: not-an-object'],
    [{ within: [] }, 'within: not-an-object'],
    [{ within: { source: 'x', other: 1 } }, 'within.other: unknown-field'],
    [{ beside: {} }, 'beside.source: required'],
    [{ reference: null }, 'reference: not-settable'],
    [{ toString: 1 }, 'toString: unknown-field'],
    [{ constructor: null }, 'constructor: unknown-field'],
  ])('is in %j %s', (change, told) => {
    expect(issues({ ...GOOD, ...change })).toEqual([told])
  })

  test('is what is no object, what is too deep, and what is too much', () => {
    for (const body of [null, undefined, 'x', 12, [], true]) expect(issues(body)).toEqual([': not-an-object'])
    const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => ({ inner }), 1)
    expect(issues({ ...GOOD, deep })).toEqual([': too-deep'])
    expect(issues({ ...GOOD, many: Array.from({ length: 30_000 }, () => 1) })).toEqual([': too-many'])
  })

  test('is a name of no field, a prototype’s too, but not what a prototype answers to', () => {
    const body: unknown = JSON.parse(JSON.stringify(GOOD).replace('{', '{"__proto__":{"name":"x"},'))
    expect(issues(body)).toEqual(['__proto__: unknown-field'])
    expect(issues(Object.create(GOOD))).toContain('name: required')
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]))
    expect(issues({ ...GOOD, ...many })).toHaveLength(50)
  })

  test('is found by a rule over several fields whatever else is wrong', () => {
    const body = together(BODY, ({ choice, note }) =>
      choice === 'no' && note === undefined ? [['note', issue('required')]] : [],
    )
    const reading = read(body, { ...GOOD, choice: 'no', name: 12 })
    expect(reading.ok ? [] : reading.issues.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'name: not-a-text',
      'note: required',
    ])
  })

  test('is told in French and in English, with the values of the case', () => {
    const reading = read(BODY, { ...GOOD, name: 'x'.repeat(11), choice: 'zz' })
    expect(reading.ok ? [] : reading.issues.map(({ messages }) => messages)).toEqual([
      {
        fr: 'Ce texte dépasse 10 caractères\u00a0: raccourcissez-le.',
        en: 'This text is longer than 10 characters: shorten it.',
      },
      { fr: 'Valeurs possibles\u00a0: yes, no.', en: 'Possible values: yes, no.' },
    ])
    for (const [name, entry] of Object.entries(CATALOGUE)) {
      expect(entry.fr, name).toMatch(/[.)]$/)
      expect(entry.en, name).toMatch(/[.)]$/)
    }
  })
})

test('whatever JSON is sent is answered, and twice the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (body) => {
      expect(read(BODY, body)).toEqual(read(BODY, body))
      const { issues: found } = readInPart(BODY, body)
      const reading = read(BODY, body)
      expect(found.length === 0).toBe(reading.ok)
    }),
  )
})

test('a length never exceeds the number of code units, and counts what is joined once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      expect(isLonger(text, text.length)).toBe(false)
    }),
  )
  expect(isLonger('e\u0301'.repeat(5), 5)).toBe(false)
  expect(isLonger('🇫🇷'.repeat(6), 5)).toBe(true)
})

test('a form knows the length of each text of a body', () => {
  expect(longestOf(BODY, 'name')).toBe(10)
  expect(longestOf(BODY, 'note')).toBe(10)
  expect(longestOf(BODY, 'article')).toBe(5)
  expect(longestOf(BODY, 'within.source')).toBe(5)
  expect(() => longestOf(BODY, 'choice')).toThrow('no text')
})

test('a body describes itself as JSON Schema', () => {
  const described = z.toJSONSchema(BODY, { io: 'input' })
  expect(described).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['name', 'day', 'choice', 'roles', 'count', 'within'],
    properties: { name: { type: 'string', maxLength: 10 }, choice: { enum: ['yes', 'no'] } },
  })
})

test('a deadline is a day that has not passed in Paris', () => {
  // In Paris it is the 24th already.
  setClock(() => new Date('2026-11-23T23:30:00.000Z'))
  try {
    const asked = (deadline: string) => {
      const result = read(input.fields({ deadline: input.dayToCome() }), { deadline })
      return result.ok ? 'taken' : result.issues.map(({ code }) => code)
    }
    expect(['2026-11-23', '2020-01-01', '2026-11-24', '2030-01-01', '2026-02-30', ''].map(asked)).toEqual([
      ['day-has-passed'],
      ['day-has-passed'],
      'taken',
      'taken',
      ['not-a-day'],
      ['required'],
    ])
  } finally {
    setClock(null)
  }
})
