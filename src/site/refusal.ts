import type { Response } from 'express'
import { APPLICANT_STATE_LABELS, type State } from '../adhesion/lifecycle/states.ts'
import { fr, typo } from '../content/typography.ts'
import { isDomainError, type DomainError } from '../lib/errors.ts'
import type { FormState } from './views/form/form-state.ts'

/** A refusal as a page tells it: the status of the answer and what the form shows. */
export type Refusal = { status: number; code: string } & Pick<FormState, 'issues' | 'problem'>

/** The error again when it is a refusal of ours. @throws the error itself when it is anything else. */
export function refusalIn(error: unknown): DomainError {
  // A database that is away refuses nothing; and the form could not be shown again.
  if (isDomainError(error) && error.code !== 'database-unavailable') return error
  throw error
}

/**
 * A refusal in words for the applicant. The office's own words name the state as the office knows it, which may be a
 * refusal that nobody has told the applicant yet: here it is named as their page names it.
 * @param state as the applicant may know it
 */
export function refusalFor({ status, code, messages, issues }: DomainError, state: State): Refusal {
  if (issues.length > 0) return { status, code, issues }
  if (code === 'wrong-state') return { status, code, problem: notNow(state) }
  return { status, code, problem: typo(messages.fr) }
}

/** The sentence that something cannot be done in the state that an application has now. */
export const notNow = (state: State): string => fr`Cette action n’est plus possible. ${APPLICANT_STATE_LABELS[state]}.`

/** Says when it may be tried again, when the refusal does. */
export function setRetryAfter(res: Response, { extra }: DomainError): void {
  const seconds = extra['retryAfter']
  if (typeof seconds === 'number') res.set('Retry-After', String(seconds))
}
