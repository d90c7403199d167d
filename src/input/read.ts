import type { z } from 'zod'
import type { Issue } from '../lib/errors.ts'
import { isJsonObject } from '../lib/json-object.ts'
import { tidied } from './characters.ts'
import { issueAt, invalidInput, type Mistake } from './issue.ts'

/** Levels within levels that an input may have. */
const DEEPEST = 32
/** Values that an input may have in all. */
const MOST_VALUES = 20_000
/** Mistakes that are told back; what lies beyond says nothing new. */
const MOST_ISSUES = 100
/** Names of unknown fields that one object may have told back, and the longest part of one. */
const UNKNOWN_TOLD = 50
const NAME_TOLD = 100

/** What was read, or everything that is wrong with it, in the order of the schema. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; issues: Issue[] }

/** Reads an input by its schema; everything wrong is told at once, each mistake by its code of the catalogue. */
export function read<Schema extends z.ZodType>(schema: Schema, input: unknown): Reading<z.output<Schema>> {
  const beyond = issueOfBounds(input)
  if (beyond) return { ok: false, issues: [beyond] }
  const result = schema.safeParse(owned(input), { reportInput: true })
  return result.success ? { ok: true, value: result.data } : { ok: false, issues: issuesIn(result.error.issues) }
}

/** Reads an input by its schema. @throws DomainError 400 `invalid` with every issue */
export function readOrRefuse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const reading = read(schema, input)
  if (!reading.ok) throw invalidInput(reading.issues)
  return reading.value
}

/**
 * Reads an input by its schema as far as it goes: for rules that look at several fields at once, some of which may be
 * faulty. A faulty field stands in `value` as it came.
 */
export function readInPart(schema: z.ZodType, input: unknown): { value: unknown; issues: Issue[] } {
  const beyond = issueOfBounds(input)
  if (beyond) return { value: input, issues: [beyond] }
  const run = schema._zod.run({ value: owned(input), issues: [] }, { async: false })
  if (run instanceof Promise) throw new Error('A schema of an input reads without waiting')
  return { value: run.value, issues: issuesIn(run.issues) }
}

/** What an object has of its own; what its prototype answers to was not sent. */
const owned = (input: unknown): unknown => (isJsonObject(input) ? Object.fromEntries(Object.entries(input)) : input)

/** What no input may be, whatever it says: too deep, or too much. */
function issueOfBounds(input: unknown): Issue | null {
  let values = 0
  let level: unknown[] = [input]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return issueAt('', 'too-deep')
    values += level.length
    if (values > MOST_VALUES) return issueAt('', 'too-many', { most: MOST_VALUES })
    level = level.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return null
}

/** An issue of zod's, finished or not. */
type ZodIssue = z.core.$ZodIssue | z.core.$ZodRawIssue

const issuesIn = (issues: readonly ZodIssue[]): Issue[] =>
  issues.flatMap((each) => issuesOf(each)).slice(0, MOST_ISSUES)

/** Turns an issue of zod's into issues of the catalogue: one, or one for each unknown name. */
function issuesOf(raw: ZodIssue): Issue[] {
  const at = (raw.path ?? []).map(String)
  const path = at.join('.')
  const { input } = raw
  switch (raw.code) {
    case 'unrecognized_keys':
      return raw.keys
        .slice(0, UNKNOWN_TOLD)
        .map((key) => issueAt([...at, key.slice(0, NAME_TOLD)].join('.'), 'unknown-field'))
    case 'custom': {
      const found: unknown = raw.params?.['issue']
      return isIssue(found) ? [{ path, ...found }] : [issueAt(path, 'not-a-value')]
    }
    case 'invalid_type':
      if (raw.expected === 'never') return [issueAt(path, 'not-settable')]
      if (path === '') return [issueAt(path, 'not-an-object')]
      if (raw.expected === 'boolean' && !isBlank(input))
        return [issueAt(path, 'not-a-choice', { choices: 'true, false' })]
      return [isBlank(input) ? issueAt(path, 'required') : issueAt(path, EXPECTED[raw.expected] ?? 'not-a-value')]
    case 'invalid_value':
      return [
        isBlank(input)
          ? issueAt(path, 'required')
          : issueAt(path, 'not-a-choice', { choices: raw.values.map(String).join(', ') }),
      ]
    case 'too_big':
      return [
        raw.origin === 'array'
          ? issueAt(path, 'too-many', { most: Number(raw.maximum) })
          : issueAt(path, 'not-a-number'),
      ]
    case 'too_small':
      return [issueAt(path, 'not-a-number')]
    case 'invalid_union':
      return optionMeant(raw.errors).flatMap((each) => issuesOf({ ...each, path: [...at, ...(each.path ?? [])] }))
    default:
      return [issueAt(path, 'not-a-value')]
  }
}

/** Of several shapes that a value may have, the one that it was meant to have: that of its kind of JSON. */
const optionMeant = (options: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] =>
  options.find((issues) => !issues.some(({ code, path = [] }) => code === 'invalid_type' && path.length === 0)) ??
  options[0] ??
  []

const EXPECTED: Readonly<Record<string, 'not-a-text' | 'not-a-number' | 'not-an-object' | 'not-a-list'>> = {
  string: 'not-a-text',
  number: 'not-a-number',
  int: 'not-a-number',
  object: 'not-an-object',
  array: 'not-a-list',
}

/** What counts as left out. */
const isBlank = (input: unknown): boolean =>
  input === undefined || input === null || (typeof input === 'string' && tidied(input) === '')

const isIssue = (value: unknown): value is Mistake =>
  isJsonObject(value) && typeof value['code'] === 'string' && isJsonObject(value['messages'])
