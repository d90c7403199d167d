import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DENIAL_CODES } from './denials.ts'
import { TRANSITIONS } from './transitions.ts'

const ACTIONS = join(import.meta.dirname, '../actions')
const LITERAL = /(?:denied|roundDenied)\(\s*(?:\{\s*code:\s*)?'([a-z-]+)'/g
const NAMED = /\bname: '(\w+)'/g
const IMPORTED = /^import (?!type)[^;]*? from '(\.[^']+)'$/gm

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name)

/** What a file of an action throws: by itself, or by what it calls in the files that it imports. */
function thrownBy(file: string): { actions: string[]; codes: string[] } {
  const text = readFileSync(file, 'utf8')
  const imported = found(text, IMPORTED).map((path) => readFileSync(join(dirname(file), path), 'utf8'))
  const codes = [text, ...imported].flatMap((each) => found(each, LITERAL))
  return { actions: found(text, NAMED), codes: [...new Set(codes)].filter((code) => code !== 'recused') }
}

const FILES = readdirSync(ACTIONS)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, ...thrownBy(join(ACTIONS, name)) }))
  .filter(({ actions }) => actions.length > 0)

const refusalsOf = (names: readonly string[]): readonly string[] =>
  TRANSITIONS.filter(({ name }) => names.includes(name)).flatMap(({ refusals = [] }) => refusals)

describe('the refusals of an action', () => {
  it('are read in the files of all actions', () => {
    const names = FILES.flatMap(({ actions }) => actions)
    expect(TRANSITIONS.map(({ name }) => name).filter((name) => name !== 'anonymise' && !names.includes(name))).toEqual(
      [],
    )
    expect(FILES.flatMap(({ codes }) => codes).length).toBeGreaterThan(10)
  })

  it.each(FILES)('name every code that $name throws', ({ actions, codes }) => {
    const declared = refusalsOf(actions)
    expect(codes.filter((code) => !declared.includes(code))).toEqual([])
  })

  it('are all that the catalogue has, but for the recusal that stands before every action', () => {
    const declared = refusalsOf(TRANSITIONS.map(({ name }) => name))
    expect(
      DENIAL_CODES.filter((code) => code !== 'recused' && code !== 'already-signed' && !declared.includes(code)),
    ).toEqual([])
  })
})
