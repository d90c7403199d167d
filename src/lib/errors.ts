import { APIError } from 'payload'

/** A sentence in the two languages the interface speaks. */
export type Messages = { fr: string; en: string }

/** One thing wrong with one place of a request. */
export type Issue = { path: string; code: string; messages: Messages }

type Details = {
  /** Everything wrong with the request, at once. */
  issues?: readonly Issue[]
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
  readonly issues: readonly Issue[]
  readonly extra: Readonly<Record<string, unknown>>

  constructor(
    name: string,
    code: string,
    status: number,
    messages: Messages,
    { at, issues = at === undefined ? [] : [{ path: at, code, messages }], extra = {} }: Details = {},
  ) {
    super(messages.fr, status, { code, messages, issues, extra }, true)
    this.name = name
    this.code = code
    this.messages = messages
    this.issues = issues
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
    'issues' in error &&
    Array.isArray(error.issues)
  )
}
