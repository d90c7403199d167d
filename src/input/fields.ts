import { z } from 'zod'
import { now } from '../lib/clock.ts'
import { isDay, momentIn, parisDay } from '../lib/dates.ts'
import { tidied } from './characters.ts'
import type { IssueName } from './catalogue.ts'
import { isRefused, issue, type Mistake, type Refused } from './issue.ts'
import { issueOfText, type TextRule } from './text-rule.ts'

/** Entries that a list may have where nothing else is said. */
const MOST_ENTRIES = 200

/** How an issue of ours travels through zod. */
export const custom = (found: Mistake, input: unknown, path: PropertyKey[] = []) =>
  ({ code: 'custom', params: { issue: found }, input, path }) as const

/** A text as it comes: tidied and checked; blank is empty, which each kind of field judges itself. */
const raw = (rule: TextRule) =>
  z
    .string()
    .overwrite((value) => tidied(value, rule.lines))
    .check((given) => {
      const found = given.value === '' ? undefined : issueOfText(given.value, rule)
      if (found) given.issues.push(custom(found, given.value))
    })

const needed = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.check((given) => {
    if (given.value === '') given.issues.push(custom(issue('required'), given.value))
  })

type More = Omit<TextRule, 'longest'>

/** A text that has to be there. */
export const text = (longest: number, more: More = {}) =>
  needed(raw({ longest, ...more })).meta({ minLength: 1, maxLength: longest })

/** A text that may be left out: undefined then. */
export const optionalText = (longest: number, more: More = {}) =>
  raw({ longest, ...more })
    .nullish()
    .transform((given) => given || undefined)
    .optional()
    .meta({ maxLength: longest })

/** A text that has to be said something of: null, or an empty text, takes it away. */
export const nullableText = (longest: number, more: More = {}) =>
  raw({ longest, ...more })
    .nullable()
    .transform((given) => given || null)
    .meta({ maxLength: longest })

/** A text that null or an empty text takes away; undefined where nothing is said of it. */
export const clearableText = (longest: number, more: More = {}) =>
  nullableText(longest, more).optional().meta({ maxLength: longest })

/** A text that may be left out: null then. */
export const textOrNull = (longest: number, more: More = {}) =>
  raw({ longest, ...more })
    .nullish()
    .transform((given) => given || null)
    .meta({ maxLength: longest })

/** A text that may be left out: empty then. */
export const textOrEmpty = (longest: number, more: More = {}) =>
  raw({ longest, ...more })
    .nullish()
    .transform((given) => given ?? '')
    .meta({ maxLength: longest })

/** The id of a record. */
export const id = () => text(64)

/** A text that is kept from view, such as a password or a code: bounded, and otherwise as it was typed. */
export const secret = (longest = 5_000) =>
  z
    .string()
    .check((given) => {
      if (given.value === '') given.issues.push(custom(issue('required'), given.value))
      else if (given.value.length > longest) given.issues.push(custom(issue('too-long', { most: longest }), ''))
    })
    .meta({ minLength: 1, maxLength: longest, format: 'password' })

/** A text that is kept as it was typed, once it is known to be a good one. */
export const asTyped = (longest: number, more: More = {}) =>
  z
    .string()
    .check((given) => {
      const tidy = tidied(given.value, more.lines)
      const found = tidy === '' ? issue('required') : issueOfText(tidy, { longest, ...more })
      if (found) given.issues.push(custom(found, given.value))
    })
    .meta({ minLength: 1, maxLength: longest })

/** A text read further by a parser of its own, such as an identifier or an address. */
export const parsed = <Read extends object>(longest: number, parse: (text: string) => Read | Refused) =>
  text(longest).transform((given, context): Read => {
    const read = parse(given)
    if (!isRefused(read)) return read
    context.issues.push(custom(read.issue, given))
    return z.NEVER
  })

/** A day that exists (`2026-11-23`). */
export const day = () =>
  needed(raw({ longest: 10 }))
    .check((given) => {
      if (given.value !== '' && !isDay(given.value)) given.issues.push(custom(issue('not-a-day'), given.value))
    })
    .meta({ format: 'date' })

/** A day that has not passed in Paris: today, or one to come. */
export const dayToCome = () =>
  day().check((given) => {
    if (isDay(given.value) && given.value < parisDay(now()))
      given.issues.push(custom(issue('day-has-passed'), given.value))
  })

/** A day that may be left out: null then. */
export const dayOrNull = () => blank(day(), null)

/** A day that null or an empty text takes away; undefined where nothing is said of it. */
export const clearableDay = () =>
  z
    .preprocess(emptied, day().optional())
    .transform((given) => given ?? null)
    .optional()

/** A moment; without an offset by the clock of Paris. */
export const moment = () => parsed(40, (given) => momentOf(given)).transform(({ at }) => at)

function momentOf(given: string): { at: Date } | Refused {
  const at = momentIn(given)
  return at ? { at } : { issue: issue('not-a-moment') }
}

/** One of a closed list. */
export const choice = <const Choice extends string>(choices: readonly Choice[]) => z.enum(choices)

/** Yes or no. */
export const flag = () => z.boolean()

/** A whole number, zero or more. */
export const whole = () => z.int().min(0)

/** A list that has to be there; it may be empty. */
export const list = <Entry extends z.ZodType>(entry: Entry, most = MOST_ENTRIES) => z.array(entry).max(most)

/** A list of at least one entry. */
export const someOf = <Entry extends z.ZodType>(entry: Entry, most?: number) =>
  list(entry, most).check((given) => {
    if (given.value.length === 0) given.issues.push(custom(issue('required'), given.value))
  })

/** A list that may be left out: empty then. */
export const optionalList = <Entry extends z.ZodType>(entry: Entry, most?: number) =>
  list(entry, most)
    .nullish()
    .transform((given) => given ?? [])

/** A box that has to be ticked; else it is the issue that is named. */
export const ticked = (untickedIs: IssueName) =>
  z.preprocess(
    (given) => given === true,
    z.boolean().check((given) => {
      if (!given.value) given.issues.push(custom(issue(untickedIs), given.value))
    }),
  )

/** An object: what its shape does not name is refused by name. */
export const fields = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape)

/** An object within another. Left out, each of its fields that is required is missing. */
export const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((given) => emptied(given) ?? {}, fields(shape))

/** An object of somebody else's making, such as what a browser answers for a passkey: its keys are not judged here. */
export const foreign = () => z.looseObject({})

/** A field that no caller may set: refused by name where it is sent. */
export const notSettable = () => z.never().optional()

/** Whatever stands there may be left out: undefined then. Null and a blank text count as left out. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => blank(schema, undefined).optional()

/** A field of a change: undefined where nothing is said of it; null, or a blank text, takes away what stands there. */
export const changed = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (given === undefined ? given : (emptied(given) ?? null)), schema.nullish())
    .optional()
    .meta(schema.meta() ?? {})

/** Null and a blank text count as left out. */
const emptied = (given: unknown): unknown =>
  given === null || (typeof given === 'string' && tidied(given) === '') ? undefined : given

function blank<Schema extends z.ZodType, Absent extends null | undefined>(schema: Schema, absent: Absent) {
  return z
    .preprocess(emptied, schema.optional())
    .optional()
    .transform((given) => given ?? absent)
}
