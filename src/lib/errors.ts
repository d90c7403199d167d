import { APIError } from 'payload'

/** A sentence in the two languages the interface speaks. */
export type Messages = { fr: string; en: string }

/** One thing wrong with one place of a request. */
export type Fault = { path: string; code: string; messages: Messages }

type Details = {
  /** Everything wrong with the request, at once. */
  faults?: readonly Fault[]
  /** The path of the one field that is wrong, where the refusal's own sentence says what is wrong with it. */
  at?: string
  /** Facts that stand beside `errors` in the answer: the present `status`, `rev`, `retryAfter`. */
  extra?: Readonly<Record<string, unknown>>
}

/**
 * A refusal that a person is told about: a stable `code`, an HTTP status and a sentence in French and
 * English that says what to do next. Known by its `code` across bundles, never by `instanceof`.
 */
export class DomainError extends APIError {
  readonly code: string
  readonly messages: Messages
  readonly faults: readonly Fault[]
  readonly extra: Readonly<Record<string, unknown>>

  constructor(
    name: string,
    code: string,
    status: number,
    messages: Messages,
    { at, faults = at === undefined ? [] : [{ path: at, code, messages }], extra = {} }: Details = {},
  ) {
    super(messages.fr, status, { code, messages, faults, extra }, true)
    this.name = name
    this.code = code
    this.messages = messages
    this.faults = faults
    this.extra = extra
  }
}

/** Whether an error is one of ours, whichever copy of this module made it. */
export function isDomainError(error: unknown): error is DomainError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'messages' in error &&
    'faults' in error &&
    Array.isArray(error.faults)
  )
}
