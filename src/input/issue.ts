import { DomainError, type Issue, type Messages } from '../lib/errors.ts'
import { CATALOGUE, type IssueName } from './catalogue.ts'

/** What is wrong with one value, before anybody says where the value stood. */
export type Mistake = { code: string; messages: Messages }

/** The answer of a parser that refuses its text. */
export type Refused = { issue: Mistake }

type Values = Readonly<Record<string, string | number>>

/** An issue of the catalogue, with the values of the case in its sentences. */
export function issue(name: IssueName, values: Values = {}): Mistake {
  const entry: Messages & { code?: string } = CATALOGUE[name]
  const { code = name, fr, en } = entry
  return { code, messages: { fr: filled(fr, values), en: filled(en, values) } }
}

/** An issue of the catalogue at its place (`organisation.address.city`). */
export const issueAt = (path: string, name: IssueName, values?: Values): Issue => ({ path, ...issue(name, values) })

/** An issue of the catalogue as the answer of a parser. */
export const refused = (name: IssueName, values?: Values): Refused => ({ issue: issue(name, values) })

/** Whether a parser refused its text. */
export const isRefused = (read: object): read is Refused => 'issue' in read

/** One field that is wrong by the rules of the domain: 400 with the code and the sentence of its issue. */
export function wrongInput(path: string, name: IssueName, values?: Values): DomainError {
  const { code, messages } = issue(name, values)
  return new DomainError('ValidationError', code, 400, messages, { at: path })
}

/** Everything that is wrong with an input, at once: 400 `invalid`. */
export const invalidInput = (issues: readonly Issue[]) =>
  new DomainError(
    'ValidationError',
    'invalid',
    400,
    {
      fr: issues.length === 1 ? 'Une information est à corriger.' : `${issues.length} informations sont à corriger.`,
      en: issues.length === 1 ? 'One thing needs correcting.' : `${issues.length} things need correcting.`,
    },
    { issues },
  )

const filled = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole))
