import { addParisDays, isDay, parisDay, type Day } from '../../lib/dates.ts'
import type { Adhesion } from '../../payload-types.ts'
import { expiryDay } from './expiry.ts'
import { isEnded, type State } from './states.ts'

/** Days within which the association answers, counted from the signature. */
const ANSWER_DAYS = 60

/** What the term of an application follows from. */
type Dated = Pick<Adhesion, 'enteredStateAt' | 'signedAt' | 'termOn'> & { status: State }

/**
 * The day by which something is expected of somebody on an application: its signature, the answer to a question (which
 * whoever asks says), else the decision. Null where nothing is.
 */
export function termOf({ status, enteredStateAt, signedAt, termOn }: Dated): Day | null {
  if (isEnded(status)) return null
  if (status === 'awaiting-signature') return expiryDay({ enteredStateAt })
  if (status === 'needs-information' && isDay(termOn)) return termOn
  return signedAt ? parisDay(addParisDays(new Date(signedAt), ANSWER_DAYS)) : null
}
