import type { Fault } from '../../lib/errors.ts'
import type { Flaw, Refused } from '../../organisation/flaw.ts'
import { EMPTY, NOT_AN_OBJECT, NOT_SETTABLE, notAmong, UNKNOWN_FIELD } from './flaws.ts'
import { cleanText, type TextRule } from './text.ts'

/** What reading a body found: faults refuse it, warnings go with it. Both in the order of reading. */
export type Findings = { faults: Fault[]; warnings: Fault[] }

/** Names of foreign fields that one object may have told back; what lies beyond says nothing new. */
const FOREIGN_TOLD = 50
/** The longest part of a foreign field's name that is told back. */
const NAME_TOLD = 100

/**
 * Reads an object of a request field by field and collects everything wrong with it. A field that is missing
 * counts the same as null, an empty or blank text. A required field that is faulty reads as an empty
 * placeholder, which goes nowhere: whoever reads checks that no fault was found before using the result.
 */
export class ObjectReader {
  readonly #source: Readonly<Record<string, unknown>>
  readonly #path: string
  readonly #findings: Findings
  readonly #known = new Set<string>()

  constructor(source: Readonly<Record<string, unknown>>, path: string, findings: Findings) {
    this.#source = source
    this.#path = path
    this.#findings = findings
  }

  /** The field's value as it came; undefined when there is nothing in it. */
  value(key: string): unknown {
    this.#known.add(key)
    const own = Object.hasOwn(this.#source, key) ? this.#source[key] : undefined
    return own === null || isBlank(own) ? undefined : own
  }

  refuse(key: string, { code, messages }: Flaw): void {
    this.#findings.faults.push({ path: this.#pathOf(key), code, messages })
  }

  warn(key: string, { code, messages }: Flaw): void {
    this.#findings.warnings.push({ path: this.#pathOf(key), code, messages })
  }

  /** A text that has to be there. */
  text(key: string, rule: TextRule): string {
    return this.optionalText(key, rule) ?? this.#missing(key, '')
  }

  /** A text that may be left out. */
  optionalText(key: string, rule: TextRule): string | undefined {
    return this.optional(key, rule, (text) => ({ text }))?.text
  }

  /** A text that may be left out, read further by a parser of its own. */
  optional<Read extends object>(
    key: string,
    rule: TextRule,
    parse: (text: string) => Read | Refused,
  ): Read | undefined {
    const value = this.value(key)
    if (value === undefined) return undefined
    const clean = cleanText(value, rule)
    const read = 'fault' in clean ? clean : parse(clean.text)
    if (!isRefused(read)) return read
    this.refuse(key, read.fault)
    return undefined
  }

  /** A text that has to be there, read further by a parser of its own; undefined when it is missing or faulty. */
  parsed<Read extends object>(key: string, rule: TextRule, parse: (text: string) => Read | Refused): Read | undefined {
    return this.optional(key, rule, parse) ?? this.#missing(key, undefined)
  }

  /** One of a closed list; the first stands in for a faulty one. */
  choice<Choice extends string>(key: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.value(key)
    if (value === undefined) return this.#missing(key, choices[0])
    const chosen = choices.find((choice) => choice === value)
    if (!chosen) this.refuse(key, notAmong(choices))
    return chosen ?? choices[0]
  }

  /** A part that has to be there: left out, each of its required fields is missing. */
  part(key: string): ObjectReader {
    return this.optionalPart(key) ?? new ObjectReader({}, this.#pathOf(key), this.#findings)
  }

  /** A part that may be left out. Of what is no object one fault is told, not one for each field. */
  optionalPart(key: string): ObjectReader | undefined {
    const value = this.value(key)
    if (value === undefined) return undefined
    if (isObject(value)) return new ObjectReader(value, this.#pathOf(key), this.#findings)
    this.refuse(key, NOT_AN_OBJECT)
    return new ObjectReader({}, this.#pathOf(key), { faults: [], warnings: [] })
  }

  /** Refuses by name every field that was never read: last, when all that may stand here has been. */
  refuseOthers(notSettable: readonly string[] = []): void {
    const foreign = Object.keys(this.#source).filter((key) => !this.#known.has(key))
    for (const key of foreign.slice(0, FOREIGN_TOLD)) {
      this.refuse(key.slice(0, NAME_TOLD), notSettable.includes(key) ? NOT_SETTABLE : UNKNOWN_FIELD)
    }
  }

  /** Refuses a field that is missing; one that is faulty has been told already. */
  #missing<Placeholder>(key: string, placeholder: Placeholder): Placeholder {
    if (this.value(key) === undefined) this.refuse(key, EMPTY)
    return placeholder
  }

  #pathOf(key: string): string {
    return this.#path ? `${this.#path}.${key}` : key
  }
}

/** Whether a value of a JSON body is an object, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Drops the fields that have no value: what was left out is absent in what is kept. */
export function withoutAbsent<Fields extends object>(fields: Fields): Fields {
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) Reflect.deleteProperty(fields, key)
  }
  return fields
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.replace(/[\u00ad\u200b\u2060]/g, '').trim() === ''
}

function isRefused(read: object): read is Refused {
  return 'fault' in read
}
